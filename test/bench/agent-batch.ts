import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { headKey } from '#functions/batch/batch.store.ts';
import { type Batch, batchClient } from '#local/batch-client.ts';
import type { System } from '#local/system.ts';
import type { BenchSystem } from './bench-system.ts';

const ENDED = ['CLOSED', 'REJECTED', 'STUCK'];
const POLL_MS = 100;
const WATCH_MS = 50;

/** A file of an agent that is under way. */
export interface RunningBatch {
  /**
   * The same, watched in the database itself: an agent who asks how far it is counts as somebody about,
   * for whom the batch lane stands back, and would measure that.
   */
  closed(bench: Pick<BenchSystem, 'uncounted' | 'table'>): Promise<{
    readonly batch: Batch;
    readonly ms: number;
  }>;
  /** the closed batch, the milliseconds from its submission until it was seen closed, and how often it was looked at */
  ended(
    pollMs?: number,
  ): Promise<{ readonly batch: Batch; readonly ms: number; readonly polls: number }>;
}

/** Uploads a file as an agent and submits it. */
export async function submitBatch(
  system: System,
  account: string,
  file: string,
): Promise<RunningBatch> {
  // a demo token ends after a while: each batch takes a new one, and so does each poll of a long one
  const client = async () => batchClient(system.baseUrl, await system.token(account));
  const first = await client();
  const { id, etag, upload } = await first.create(Buffer.byteLength(file), randomUUID());
  if (!upload) throw new Error('a new batch takes no file');
  await first.upload(upload, file);
  const startedAt = performance.now();
  await first.submit(id, etag);

  return {
    async closed({ uncounted, table }) {
      const look = new GetCommand({ TableName: table('batches'), Key: headKey(id) });
      while (!ENDED.includes(String((await uncounted.send(look)).Item?.state))) {
        await sleep(WATCH_MS);
      }
      const ms = performance.now() - startedAt;
      return { batch: await (await client()).read(id), ms };
    },
    async ended(pollMs = POLL_MS) {
      let polling = first;
      for (let polls = 1; ; polls++) {
        const batch = await polling.read(id);
        if (ENDED.includes(batch.state)) {
          return { batch, ms: performance.now() - startedAt, polls };
        }
        await sleep(pollMs);
        if ((polls * pollMs) % 300_000 < pollMs) polling = await client();
      }
    },
  };
}

/** @throws {Error} when rows became other than registered: a wrong result is no measurement */
export function mustAllBeRegistered({ state, counts }: Batch, rows: number): void {
  if (state !== 'CLOSED' || counts.registered !== rows)
    throw new Error(`${rows} lawful rows: ${state} ${JSON.stringify(counts)}`);
}
