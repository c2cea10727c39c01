import * as z from 'zod';

/** What the API answers; the body as JSON where it is JSON, else as text. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
}

/** RFC 9457, as the API writes it. */
const ProblemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  instance: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).default([]),
});

/** The slug of a problem, and where it points. */
export function problemOf({ status, headers, body }: Answer) {
  const { type, errors, ...problem } = ProblemBody.parse(body);
  if (!headers.get('content-type')?.startsWith('application/problem+json'))
    throw new TypeError('not a problem+json');
  if (problem.status !== status) throw new TypeError('status and problem differ');
  return { status, slug: type.split('/').at(-1), pointers: errors.map(({ pointer }) => pointer) };
}

type Headed = Readonly<Record<string, string>>;

/** Calls over HTTP, as anybody makes them. */
export function apiOf(baseUrl: string, token?: string) {
  const call = async (
    method: string,
    path: string,
    body?: string | object,
    headers: Headed = {},
  ): Promise<Answer> => {
    const response = await fetch(new URL(path, baseUrl), {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson && text !== '' ? JSON.parse(text) : text,
    };
  };
  return {
    call,
    get: (path: string, headers?: Headed) => call('GET', path, undefined, headers),
    post: (path: string, body?: string | object, headers?: Headed) =>
      call('POST', path, body, headers),
  };
}

export type Api = ReturnType<typeof apiOf>;

/** `If-Match` for a version that was read. */
export const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });

/** Where `Link` says that the list goes on (RFC 8288). */
export const nextOf = ({ headers }: Answer): string | undefined =>
  /<([^>]+)>;\s*rel="next"/.exec(headers.get('link') ?? '')?.[1];
