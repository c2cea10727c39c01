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

/** Longer than any member that we know: the rest of a name that was made up is not repeated. */
const MAX_NAME = 100;

/** @see RFC 6901, 3 */
const pointerOf = (at: string, path: readonly PropertyKey[]): string =>
  at + path.map((part) => `/${escaped(String(part))}`).join('');

const escaped = (name: string): string =>
  (name.length > MAX_NAME ? `${name.slice(0, MAX_NAME)}…` : name)
    .replaceAll('~', '~0')
    .replaceAll('/', '~1');
