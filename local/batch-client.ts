import * as z from 'zod';

const Upload = z.looseObject({
  url: z.string(),
  headers: z.record(z.string(), z.string()).default({}),
});
/** `upload` only while the batch waits for its file. */
const Created = z.looseObject({ id: z.string(), upload: Upload.optional() });

const Batch = z.looseObject({
  state: z.string(),
  counts: z.record(z.string(), z.number()).default({}),
});
export type Batch = z.infer<typeof Batch>;

const Finding = z.looseObject({ rule: z.string(), consequence: z.string() });
const Row = z.looseObject({
  clientRowRef: z.string(),
  state: z.string(),
  findings: z.array(Finding).default([]),
});
export type Row = z.infer<typeof Row>;
const Page = z.looseObject({ rows: z.array(Row) });

/** An answer of the API that is not the wanted one. */
class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  constructor(call: string, status: number, body: string) {
    super(`${call} answers ${status}: ${body.slice(0, 500)}`);
    this.status = status;
  }
}

/** An agent's program: files of many applications over the public API, and nothing else. */
export function batchClient(baseUrl: string, token: string) {
  const call = async (method: string, path: string, init: RequestInit = {}) => {
    const response = await fetch(new URL(path, baseUrl), {
      method,
      ...init,
      headers: {
        authorization: `Bearer ${token}`,
        ...(init.body && { 'content-type': 'application/json' }),
        ...init.headers,
      },
    });
    if (!response.ok)
      throw new ApiError(`${method} ${path}`, response.status, await response.text());
    return response;
  };

  return {
    /** A second call with the same key answers the same batch, with an upload URL of now. */
    async create(bytes: number, idempotencyKey: string) {
      const response = await call('POST', '/v1/batches', {
        body: JSON.stringify({ format: 'NDJSON', bytes }),
        headers: { 'idempotency-key': idempotencyKey },
      });
      return {
        ...Created.parse(await response.json()),
        etag: response.headers.get('etag') ?? '',
      };
    },

    async upload({ url, headers }: z.infer<typeof Upload>, file: string) {
      const response = await fetch(url, { method: 'PUT', body: file, headers });
      if (!response.ok) {
        throw new ApiError('PUT of the file', response.status, await response.text());
      }
    },

    async submit(id: string, etag: string) {
      await call('POST', `/v1/batches/${id}/submission`, { headers: { 'if-match': etag } });
    },

    async read(id: string): Promise<Batch> {
      return Batch.parse(await (await call('GET', `/v1/batches/${id}`)).json());
    },

    /** Every row, page by page, by the link to the next one (RFC 8288). */
    async rows(id: string): Promise<readonly Row[]> {
      const rows: Row[] = [];
      let path: string | undefined = `/v1/batches/${id}/rows?limit=100`;
      while (path) {
        const response: Response = await call('GET', path);
        rows.push(...Page.parse(await response.json()).rows);
        path = /<([^>]+)>;\s*rel="?next"?/.exec(response.headers.get('link') ?? '')?.[1];
      }
      return rows;
    },
  };
}
