import type * as z from 'zod';

/** One fault of a request, where there is a place to point at. */
export interface ProblemError {
  /** JSON Pointer (RFC 6901) into the body; `#query/…` for the query string */
  readonly pointer: string;
  readonly detail: string;
}

/** A fault for each issue; for unknown members, one for each of them. Values are not repeated: they may be personal. */
export const faultsOf = ({ issues }: z.ZodError, at = ''): ProblemError[] =>
  issues.flatMap(nearest).flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          pointer: pointerOf(at, [...issue.path, key]),
          detail: 'unknown member',
        }))
      : [{ pointer: pointerOf(at, issue.path), detail: issue.message }],
  );

type Issue = z.ZodError['issues'][number];

/** Of a value that may have several forms, the faults against the form that it is nearest to. */
function nearest(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const [closest] = issue.errors.toSorted((a, b) => a.length - b.length);
  return closest?.length
    ? closest.flatMap((it) => nearest({ ...it, path: [...issue.path, ...it.path] }))
    : [issue];
}

/** Longer than any member that we know: the rest of a name that was made up is not repeated. */
const MAX_NAME = 100;

/** @see RFC 6901, 3 */
const pointerOf = (at: string, path: readonly PropertyKey[]): string =>
  at + path.map((part) => `/${escaped(String(part))}`).join('');

const escaped = (name: string): string =>
  (name.length > MAX_NAME ? `${name.slice(0, MAX_NAME)}…` : name)
    .replaceAll('~', '~0')
    .replaceAll('/', '~1');
