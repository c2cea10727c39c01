import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { type Batch, batchClient } from './batch-client.ts';
import { EXPECTED, type Group } from './sample/expected.ts';
import { makeSample } from './sample/make-sample.ts';
import { type ActualRow, type Outcomes, outcomesOf, type SentRow } from './sample/outcomes.ts';
import type { System } from './system.ts';

const isGroup = (name: string): name is Group => Object.hasOwn(EXPECTED, name);

/** What the agent remembers of the sample, so that a new start finishes the same batch. */
const Memory = z.object({
  idempotencyKey: z.string(),
  /** the rows of `sample.ndjson`, once that is made */
  rows: z
    .array(z.object({ clientRowRef: z.string(), group: z.string().refine(isGroup) }))
    .optional(),
  batchId: z.string().optional(),
});
type Memory = z.infer<typeof Memory>;

export interface SampleResult extends Outcomes {
  readonly batchId: string;
  readonly sent: readonly SentRow[];
  readonly actual: readonly ActualRow[];
  readonly seconds: number;
}

/** A batch that has not ended by then is taken as it is; what is under way counts as lost. */
const TIME_LIMIT_MS = 15 * 60_000;
const ENDED = ['CLOSED', 'REJECTED', 'STUCK'];

const memoryFile = (folder: string) => join(folder, 'sample.json');

/** Remembers, before anything starts, that this empty data folder wants the sample. */
export function wantSample(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  keep(folder, { idempotencyKey: randomUUID() });
}

export const sampleWanted = (folder: string): boolean => existsSync(memoryFile(folder));

/** A kill leaves either the old or the new memory, never half of one. */
function keep(folder: string, memory: Memory): Memory {
  const file = memoryFile(folder);
  writeFileSync(`${file}.new`, JSON.stringify(memory));
  renameSync(`${file}.new`, file);
  return memory;
}

/**
 * Sends the sample batch as an agent would, over the public API only, and waits until it is closed.
 * Each step is remembered in the data folder; after a kill the steps done are not done again.
 */
export async function runSample(
  system: System,
  folder: string,
  progress: (batch: Batch) => void,
): Promise<SampleResult> {
  const startedAt = Date.now();
  const client = batchClient(system.baseUrl, await system.token('agent'));
  const memory = await made(system, folder);
  const sent = memory.rows ?? [];
  const batchId = memory.batchId ?? (await submitted(client, folder, memory));

  let batch = await client.read(batchId);
  while (!ENDED.includes(batch.state) && Date.now() < startedAt + TIME_LIMIT_MS) {
    progress(batch);
    await sleep(250);
    batch = await client.read(batchId);
  }
  progress(batch);

  const actual = (await client.rows(batchId)).map(({ clientRowRef, state, findings }) => ({
    clientRowRef,
    state,
    rules: findings.filter(({ consequence }) => consequence !== 'WARN').map(({ rule }) => rule),
  }));
  const seconds = Math.round((Date.now() - startedAt) / 100) / 10;
  return { ...outcomesOf(sent, actual), batchId, sent, actual, seconds };
}

/** The file and what its rows are; made once, because signatures are salted. */
async function made({ identity, hunan }: System, folder: string): Promise<Memory> {
  const memory = Memory.parse(JSON.parse(readFileSync(memoryFile(folder), 'utf8')));
  if (memory.rows) return memory;
  const { rows, ndjson } = await makeSample({ now: Date.now(), identity, hunan });
  writeFileSync(join(folder, 'sample.ndjson'), ndjson);
  const sent = rows.map(({ clientRowRef, group }) => ({ clientRowRef, group }));
  return keep(folder, { ...memory, rows: sent });
}

/** Creates, uploads and submits; what a killed run has done of it is not done again. */
async function submitted(
  client: ReturnType<typeof batchClient>,
  folder: string,
  memory: Memory,
): Promise<string> {
  const file = readFileSync(join(folder, 'sample.ndjson'), 'utf8');
  const size = Buffer.byteLength(file);
  const { id, etag, upload } = await client.create(size, memory.idempotencyKey);
  if (upload) {
    await client.upload(upload, file);
    await client.submit(id, etag);
  }
  keep(folder, { ...memory, batchId: id });
  return id;
}
