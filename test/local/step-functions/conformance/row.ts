/** One behaviour of one state, as AWS documents it. */
export interface Row {
  readonly name: string;
  /** The state without its way on: it ends the machine unless it says Next (`After` or `Caught`). */
  readonly state: Readonly<Record<string, unknown>>;
  readonly input?: unknown;
  /** Variables that a state before has assigned. */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** What `${Called}` answers, call by call; an Error is thrown, the last answer repeats. */
  readonly results?: readonly unknown[];
  /** What the state named After puts out; its own input when absent. */
  readonly after?: unknown;
  readonly objects?: Readonly<Record<string, string>>;
  readonly expected: {
    readonly output?: unknown;
    readonly error?: string;
    readonly cause?: string;
    readonly status?: string;
    readonly path?: readonly string[];
    readonly seconds?: number;
  };
}

export const failure = (name: string, message = 'said'): Error =>
  Object.assign(new Error(message), { name });

export const invoke = (more: object = {}, payload: unknown = {}) => ({
  Type: 'Task',
  Resource: 'arn:${Partition}:states:::lambda:invoke',
  Arguments: { FunctionName: '${Called}', Payload: payload },
  ...more,
});

const Payload = '{% $states.result.Payload %}';
export const call = (more: object = {}, payload: unknown = {}) =>
  invoke({ Output: Payload, ...more }, payload);
