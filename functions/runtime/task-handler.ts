import * as z from 'zod';
import { DomainError } from '../shared/errors.ts';
import { ApplicationId, BatchId } from '../shared/ids.ts';
import { logger } from './logger.ts';

/** What identifies a task in the log; the schema keeps everything else of its input out. */
const Ids = z.object({
  applicationId: ApplicationId.optional(),
  attempt: z.number().optional(),
  batchId: BatchId.optional(),
  chunk: z.number().optional(),
});

const Outcome = z.object({ outcome: z.string().optional() });

/**
 * A state machine's task as a Lambda handler: input and result are parsed, one line is logged, and
 * a failure keeps its name, which is what the machine's Retry and Catch match on.
 */
export const taskHandler =
  <Input extends z.ZodType, Output extends z.ZodType>(
    input: Input,
    output: Output,
    run: (task: z.infer<Input>) => Promise<z.input<Output>>,
  ) =>
  async (event: unknown): Promise<z.infer<Output>> => {
    const ids = Ids.safeParse(event).data ?? {};
    try {
      const result = output.parse(await run(input.parse(event)));
      const { outcome } = Outcome.parse(result);
      logger.info('task finished', { ...ids, outcome });
      return result;
    } catch (error) {
      const details = error instanceof DomainError ? error.details : {};
      const failure = nameOf(error);
      logger.error('task failed', { ...details, ...ids, failure, stack: placesOf(error) });
      throw told(error);
    }
  };

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** Where a failure is, without its message, which may quote what a person sent. */
export const placesOf = (error: unknown): string[] =>
  error instanceof Error
    ? (error.stack ?? '')
        .replace(error.message, '')
        .split('\n')
        .filter((line) => line.startsWith('    at '))
        .slice(0, 8)
    : [];

/** What may leave the function: a failure of the domain carries ids only, any other only its name. */
function told(error: unknown): Error {
  if (error instanceof DomainError) return error;
  const failure = new Error('see the log of the function');
  failure.name = nameOf(error);
  failure.stack = failure.name;
  return failure;
}
