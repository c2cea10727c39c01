import * as z from 'zod';

/** What the system and a function's worker say to each other; events and results travel as JSON, as on Lambda. */
export const Invocation = z.object({
  id: z.number(),
  event: z.string(),
  requestId: z.string(),
  /** when the function times out, in milliseconds since the epoch */
  deadline: z.number(),
});
export type Invocation = z.infer<typeof Invocation>;

/** A failed invocation as Lambda reports it. */
export const FunctionError = z.object({
  errorType: z.string(),
  errorMessage: z.string(),
  trace: z.array(z.string()),
});
export type FunctionError = z.infer<typeof FunctionError>;

export const Reply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  /** the handler's module does not load */
  z.object({ kind: z.literal('broken'), error: FunctionError }),
  z.object({ kind: z.literal('result'), id: z.number(), payload: z.string() }),
  z.object({ kind: z.literal('failure'), id: z.number(), error: FunctionError }),
]);
export type Reply = z.infer<typeof Reply>;
