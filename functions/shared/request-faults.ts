import type * as z from 'zod';

/** One fault of a request, where there is a place to point at. */
export interface ProblemError {
  /** JSON Pointer (RFC 6901) into the body; `#query/…` for the query string */
  readonly pointer: string;
  readonly detail: string;
}

/** A fault for each issue; for unknown members, one for each of them. Values are not repeated: they may be personal. */
export const faultsOf = ({ issues }: z.ZodError, at = ''): ProblemError[] =>
  issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          pointer: pointerOf(at, [...issue.path, key]),
          detail: 'unknown member',
        }))
      : [{ pointer: pointerOf(at, issue.path), detail: issue.message }],
  );

/** @see RFC 6901, 3 */
const pointerOf = (at: string, path: readonly PropertyKey[]): string =>
  at + path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
