import { parseArgs } from 'node:util';
import * as z from 'zod';

export const USAGE = `Usage: npm start -- [options]        (npm -s start -- … for a clean standard output)

  --port N     port of the API (default 8787; 0 = any free one)
  --data DIR   folder that keeps everything (default .data)
  --empty      do not run the sample batch on an empty data folder
  --once       end after the sample; exit code 1 if a row became other than it must
  --json       standard output carries JSON lines only
  --verbose    functions log to standard error instead of DIR/functions.log
  --help       this text
`;

const Options = z.object({
  port: z
    .string()
    .regex(/^\d{1,5}$/, 'a port is a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'a port is a number from 0 to 65535'),
  data: z.string().min(1, 'a data folder has a name'),
  empty: z.boolean(),
  once: z.boolean(),
  json: z.boolean(),
  verbose: z.boolean(),
  help: z.boolean(),
});
export type Options = z.infer<typeof Options>;

/** An option that does not exist, or a value that it cannot have; the message is for the user. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws {UsageError} */
export function optionsOf(args: readonly string[]): Options {
  const flag = { type: 'boolean', default: false } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '8787' },
        data: { type: 'string', default: '.data' },
        empty: flag,
        once: flag,
        json: flag,
        verbose: flag,
        help: flag,
      },
    });
    return Options.parse(values);
  } catch (error) {
    if (error instanceof z.ZodError) {
      throw new UsageError(
        error.issues.map((issue) => `--${String(issue.path[0])}: ${issue.message}`).join('\n'),
      );
    }
    if (error instanceof TypeError) throw new UsageError(error.message);
    throw error;
  }
}
