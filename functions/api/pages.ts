import { Problem } from './problems.ts';

/** Where a page begins: opaque to the caller. It holds no more than a sort key, never an owner. */
export type Cursor = string;

/** The `Link` header of a page that is not the last (RFC 8288). */
export const nextLink = (
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
  next: Cursor | undefined,
): { headers?: Record<string, string> } =>
  next === undefined
    ? {}
    : {
        headers: {
          link: `<${path}?${queryString({ ...query, cursor: next })}>; rel="next"`,
        },
      };

const queryString = (query: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`)
    .join('&');

/** A cursor that we did not give. */
export const unknownCursor = (): Problem =>
  new Problem('invalid-request', [{ pointer: '#query/cursor', detail: 'unknown' }]);
