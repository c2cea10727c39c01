import * as z from 'zod';

/** One call and its answer, as the document shows them. What differs from run to run is written by `steady`. */
export const Exchange = z.strictObject({
  /** name of the example, unique within its operation */
  example: z.string(),
  /** name of the route */
  operation: z.string(),
  request: z.strictObject({
    parameters: z.record(z.string(), z.string()).optional(),
    query: z.record(z.string(), z.string()).optional(),
    headers: z.record(z.string(), z.string()).optional(),
    body: z.json().optional(),
  }),
  answer: z.strictObject({ status: z.int(), body: z.json() }),
});
export type Exchange = z.infer<typeof Exchange>;
