import * as z from 'zod';

/** A setting that carries JSON, parsed and checked by its schema. */
export const json = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

/**
 * The environment variables that a handler needs, read while it loads: a missing one fails the
 * deployment, not the first citizen.
 *
 * @throws {z.ZodError} with the names of what is missing.
 */
export const readEnvironment = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object(shape).parse(process.env);
