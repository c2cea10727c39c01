/** Where a page begins: opaque to the caller. It holds no more than a sort key, never an owner. */
export type Cursor = string;

/** The `Link` header of a page that is not the last (RFC 8288). */
export const nextLink = (
  path: string,
  limit: number,
  next: Cursor | undefined,
): { headers?: Record<string, string> } =>
  next === undefined
    ? {}
    : {
        headers: {
          link: `<${path}?limit=${limit}&cursor=${encodeURIComponent(next)}>; rel="next"`,
        },
      };
