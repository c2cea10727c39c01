import * as z from 'zod';
import file from './industry-words.json' with { type: 'json' };

const { divisions } = z
  .object({
    divisions: z.record(
      z.string().regex(/^[A-T]\d{2}$/),
      z.object({ title: z.string(), words: z.array(z.string().min(2)) }),
    ),
  })
  .parse(file);

/** Words of industry or trade (行业或经营特点) → section letter and division of GB/T 4754-2017, e.g. F52. */
export const INDUSTRY_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries(divisions).flatMap(([division, { words }]) =>
    words.map((word) => [word, division] as const),
  ),
);
