import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { logger } from './logger.ts';

/** What identifies a task in the log; the schema keeps everything else of its input out. */
const Ids = z.object({
  applicationId: z.string().optional(),
  attempt: z.number().optional(),
  batchId: z.string().optional(),
  chunk: z.number().optional(),
});

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
  async (event: unknown, context?: Pick<Context, 'functionName'>): Promise<z.infer<Output>> => {
    const ids = Ids.safeParse(event).data ?? {};
    try {
      const result = output.parse(await run(input.parse(event)));
      const { outcome } = z.object({ outcome: z.string().optional() }).parse(result);
      logger.info('task finished', { ...ids, function: context?.functionName, outcome });
      return result;
    } catch (error) {
      logger.error('task failed', {
        ...ids,
        function: context?.functionName,
        failure: nameOf(error),
      });
      throw error;
    }
  };

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
