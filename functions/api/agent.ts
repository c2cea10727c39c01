import type { Batch } from '../batch/batch.ts';
import type { Json } from '../shared/canonical-json.ts';
import { DomainError } from '../shared/errors.ts';
import { BatchId, type NewId } from '../shared/ids.ts';
import type { AGENT_ROUTES } from './agent.routes.ts';
import { batchView, type RowStanding, rowView } from './batch-view.ts';
import { type Cursor, nextLink, unknownCursor } from './pages.ts';
import { Problem } from './problems.ts';
import type { Answer, Caller, UseCases } from './request.ts';
import { type RowPorts, rowPage } from './row-page.ts';

export interface AgentPorts extends RowPorts {
  idempotentId(
    caller: string,
    route: string,
    key: string,
    body: Json,
    fresh: BatchId,
  ): Promise<{ id: BatchId; replayed: boolean }>;
  /** @throws {DomainError} ApplicationNotFound */
  batch(id: BatchId): Promise<Batch>;
  create(batch: Batch): Promise<'WRITTEN' | 'MOVED'>;
  write(next: Batch, read: Batch): Promise<'WRITTEN' | 'MOVED'>;
  /** brings the counts of a closed batch up to date */
  recount(batch: Batch): Promise<Batch>;
  uploadUrl(batch: Batch): Promise<string>;
  /** starts the batch's machine, once for each batch */
  start(id: BatchId): Promise<void>;
  ofAgent(
    agent: string,
    limit: number,
    before?: Cursor,
  ): Promise<{ batches: readonly object[]; next?: Cursor }>;
  /** application id → where it stands */
  standings(applicationIds: readonly string[]): Promise<ReadonlyMap<string, RowStanding>>;
  readonly newId: NewId;
  now(): number;
}

/** What an agent does with files, on the ports that its handler joins. */
export function agentUseCases(ports: AgentPorts): UseCases<typeof AGENT_ROUTES> {
  const own = async (
    id: string | undefined,
    { subject }: Caller,
    version?: number,
  ): Promise<Batch> => {
    if (id === undefined || !BatchId.safeParse(id).success) throw new Problem('not-found');
    const batch = await ports.batch(id);
    if (batch.agent !== subject) throw new DomainError('ApplicationNotFound', { batchId: id });
    if (version !== undefined && batch.version !== version)
      throw new DomainError('BatchMoved', { batchId: id });
    return batch;
  };

  return {
    async createBatch({ caller, idempotencyKey, body }) {
      const { id, replayed } = await ports.idempotentId(
        caller.subject,
        'batches',
        idempotencyKey,
        body,
        BatchId.parse(ports.newId('ba')),
      );
      const batch: Batch = {
        schemaVersion: 1,
        id,
        agent: caller.subject,
        state: 'CREATED',
        version: 1,
        format: body.format,
        bytes: body.bytes,
        createdAt: new Date(ports.now()).toISOString(),
        closedChunks: 0,
        tries: 0,
      };
      const kept = (await ports.create(batch)) === 'WRITTEN' ? batch : await ports.batch(id);
      const upload =
        kept.state === 'CREATED'
          ? { upload: { method: 'PUT', url: await ports.uploadUrl(kept) } }
          : {};
      return {
        status: 201,
        version: kept.version,
        headers: {
          location: `/v1/batches/${id}`,
          ...(replayed && { 'idempotency-replayed': 'true' }),
        },
        body: { ...batchView(kept), ...upload },
      };
    },

    /**
     * The machine is started before the batch is marked, so that no crash between leaves a batch that
     * waits for ever. It is started once, by its name, however often this is called.
     */
    async submitBatch({ parameters: { id }, caller, version }) {
      const batch = await own(id, caller, version);
      if (batch.state !== 'CREATED' && batch.state !== 'SUBMITTED')
        throw new DomainError('NotInThisState', { batchId: batch.id });
      await ports.start(batch.id);
      return answer(await marked(ports, batch), 202);
    },

    async listBatches({ caller, query: { limit, cursor } }) {
      if (cursor !== undefined && !BatchId.safeParse(cursor).success) throw unknownCursor();
      const { batches, next } = await ports.ofAgent(caller.subject, limit, cursor);
      return { status: 200, body: { batches }, ...nextLink('/v1/batches', { limit }, next) };
    },

    readBatch: async ({ parameters: { id }, caller }) =>
      answer(await ports.recount(await own(id, caller)), 200),

    async listRows({ parameters: { id }, caller, query: { limit, cursor }, language }) {
      const batch = await own(id, caller);
      const { rows, next } = await rowPage(ports, batch, limit, cursor);
      const standings = await ports.standings(
        rows.flatMap(({ applicationId }) => (applicationId ? [applicationId] : [])),
      );
      const body = {
        rows: rows.map((row) => rowView(row, standings.get(row.applicationId ?? ''), language)),
      };
      return {
        status: 200,
        body,
        headers: {
          'content-language': language,
          ...nextLink(`/v1/batches/${batch.id}/rows`, { limit }, next).headers,
        },
      };
    },
  };
}

/** SUBMITTED, unless the machine has gone further already. */
async function marked(ports: AgentPorts, batch: Batch): Promise<Batch> {
  if (batch.state === 'SUBMITTED') return batch;
  const submitted: Batch = { ...batch, state: 'SUBMITTED', version: batch.version + 1 };
  return (await ports.write(submitted, batch)) === 'WRITTEN' ? submitted : ports.batch(batch.id);
}

const answer = (batch: Batch, status: number): Answer => ({
  status,
  version: batch.version,
  body: batchView(batch),
});
