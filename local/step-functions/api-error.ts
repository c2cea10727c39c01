export type ApiErrorCode =
  | 'ExecutionAlreadyExists'
  | 'ExecutionDoesNotExist'
  | 'InvalidArn'
  | 'InvalidExecutionInput'
  | 'InvalidName'
  | 'InvalidOutput'
  | 'InvalidToken'
  | 'StateMachineDoesNotExist'
  | 'StateMachineTypeNotSupported'
  | 'TaskDoesNotExist'
  | 'TaskTimedOut'
  | 'UnknownOperationException'
  | 'ValidationException';

/** An error of the Step Functions API, by the name that its clients see. */
export class ApiError extends Error {
  override readonly name: ApiErrorCode;

  constructor(name: ApiErrorCode, message: string) {
    super(message);
    this.name = name;
  }
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/**
 * The text, if it is JSON of at most 262,144 bytes.
 * @throws ApiError of the given code, or ValidationException when it is too long.
 */
export function jsonText(text: string, code: 'InvalidExecutionInput' | 'InvalidOutput'): string {
  if (Buffer.byteLength(text) > 262_144) {
    throw new ApiError('ValidationException', 'Member must have length at most 262144');
  }
  if (!isJson(text)) throw new ApiError(code, 'Not valid JSON');
  return text;
}
