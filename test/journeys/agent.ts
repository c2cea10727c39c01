import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { ApplicationForm } from '#functions/application/form.ts';
import type { System } from '#local/system.ts';
import { byAgentToday } from '#test/builders/a-form-of-today.ts';
import { signatures } from '#test/builders/signatures.ts';
import { type Answer, apiOf, ifMatch, nextOf } from './api.ts';
import { eventually } from './running-system.ts';

const BatchBody = z.object({
  id: z.string(),
  state: z.string(),
  version: z.number(),
  rows: z.number().optional(),
  chunks: z.number().optional(),
  done: z.number(),
  counts: z.record(z.string(), z.number()),
  fault: z.string().optional(),
  line: z.number().optional(),
  upload: z.object({ method: z.literal('PUT'), url: z.string() }).optional(),
});
export type ReadBatch = z.infer<typeof BatchBody>;

const Row = z.object({
  row: z.number(),
  clientRowRef: z.string().optional(),
  state: z.string(),
  linked: z.boolean().optional(),
  applicationId: z.string().optional(),
  uscc: z.string().optional(),
  faults: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  findings: z.array(z.looseObject({ rule: z.string() })).default([]),
});
export type ReadRow = z.infer<typeof Row>;

const batchOf = ({ status, body }: Answer): ReadBatch => {
  if (status >= 400) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return BatchBody.parse(body);
};

/** An agent's program on the public API. */
export async function anAgent(system: System, account = 'agent-qihang') {
  const api = apiOf(system.baseUrl, await system.token(account));
  const read = async (id: string) => batchOf(await api.get(`/v1/batches/${id}`));
  const create = async (bytes: number) =>
    batchOf(
      await api.post(
        '/v1/batches',
        { format: 'NDJSON', bytes },
        { 'idempotency-key': randomUUID() },
      ),
    );
  const submit = ({ id, version }: Pick<ReadBatch, 'id' | 'version'>) =>
    api.post(`/v1/batches/${id}/submission`, undefined, ifMatch(version));

  return {
    api,
    read,
    create,
    submit,
    /** one line of a file: the form with the agent's mandate, signed by everybody */
    async line(clientRowRef: string, lawful: ApplicationForm): Promise<string> {
      const form = { ...lawful, ...byAgentToday(account) };
      const signed = await signatures(form, system.identity);
      return JSON.stringify({ clientRowRef, form, signatures: signed });
    },
    /** announces a file, uploads it, submits it and waits for its end; without a file, none is uploaded */
    async send(file: string | Buffer<ArrayBuffer> | undefined, announced?: number) {
      const batch = await create(announced ?? Buffer.byteLength(file ?? ' '));
      if (file !== undefined) {
        const put = await fetch(batch.upload?.url ?? '', { method: 'PUT', body: file });
        if (!put.ok) throw new Error(`upload answers ${put.status}`);
      }
      batchOf(await submit(batch));
      return eventually(
        () => read(batch.id),
        ({ state }) => ['CLOSED', 'REJECTED', 'STUCK'].includes(state),
        60_000,
      );
    },
    /** the pages of a batch's rows, so many rows each */
    async pages(id: string, limit: number): Promise<ReadRow[][]> {
      const pages: ReadRow[][] = [];
      let path: string | undefined = `/v1/batches/${id}/rows?limit=${limit}`;
      while (path) {
        const answer: Answer = await api.get(path);
        pages.push(z.object({ rows: z.array(Row) }).parse(answer.body).rows);
        path = nextOf(answer);
      }
      return pages;
    },
  };
}

export type Agent = Awaited<ReturnType<typeof anAgent>>;
