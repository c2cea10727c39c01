import * as z from 'zod';
import type { SentAttempt } from '../application/application.ts';
import { type HoldPorts, hold, leftToHold, wanted } from '../application/holds.ts';
import type { Host } from '../cluster/host.ts';
import { askingHost, readiness, sentAttempt } from '../intake/submit.ts';
import { type Alike, alikeAmong } from '../party/likeness.ts';
import type { IndexForm } from '../party/person-index.ts';
import { DomainError } from '../shared/errors.ts';
import { type ApplicationId, AttemptTask, type BatchId, type NewId } from '../shared/ids.ts';
import { type Batch, Chunk, type Row } from './batch.ts';
import { type ReadRow, readConvertedRow, readRow, type SentRow } from './sent-row.ts';

export const TakeInChunkTask = Chunk;
export const TakeInChunkResult = z.object({
  outcome: z.enum(['TAKEN_IN']),
  applications: z.array(AttemptTask),
});

/** Where a client row reference was used first. */
export interface UsedRef {
  readonly batchId: BatchId;
  readonly row: number;
  readonly applicationId: ApplicationId;
  readonly documentHash: string;
}

/** A row as an application: reference, ledger line and application are written in one transaction. */
export interface TakenIn {
  readonly batch: Batch;
  readonly chunk: Chunk;
  readonly row: number;
  readonly clientRowRef: string;
  readonly applicationId: ApplicationId;
  readonly sent: SentAttempt;
  readonly state: 'SUBMITTED' | 'SIGNING';
  readonly at: string;
  /** where it is to be at a host's */
  readonly host?: Host;
}

export interface TakeInPorts extends HoldPorts {
  batch(id: BatchId): Promise<Batch>;
  /** the chunk's lines, blank ones left out; undefined where the file is no more the one that was opened */
  lines(chunk: Chunk, batch: Batch): Promise<readonly string[] | undefined>;
  write(next: Batch, read: Batch): Promise<'WRITTEN' | 'MOVED'>;
  /** takes the row in (RESERVED: together with its name; HELD: with a place too), or tells where its reference was used before */
  takeIn(row: TakenIn): Promise<'HELD' | 'RESERVED' | 'COMMITTED' | UsedRef>;
  /** writes a line of the ledger that is no application of its own */
  note(chunk: Chunk, row: Row): Promise<void>;
  readonly index: IndexForm;
  readonly newId: NewId;
  now(): number;
}

/** Rows taken in side by side. */
const SIDE_BY_SIDE = 3;

/**
 * Takes in one chunk of a file. A bad row never stops the others; a row taken in twice is one
 * application. Result: the applications that are ready to be registered.
 *
 * A file that was replaced since it was opened is not read: the batch says so, and closing ends it.
 *
 * @throws {DomainError} BatchMoved: worth another try.
 */
export const takeInChunk =
  (ports: TakeInPorts) =>
  async (chunk: Chunk): Promise<z.infer<typeof TakeInChunkResult>> => {
    const batch = await ports.batch(chunk.batchId);
    const lines = await ports.lines(chunk, batch);
    if (!lines) {
      const told: Batch = { ...batch, fault: 'FILE_REPLACED', version: batch.version + 1 };
      if (!batch.fault && (await ports.write(told, batch)) === 'MOVED')
        throw new DomainError('BatchMoved', { batchId: batch.id });
      return { outcome: 'TAKEN_IN', applications: [] };
    }
    const ready: AttemptTask[] = [];
    const read = lines.map(batch.format === 'CSV' ? readConvertedRow : readRow);
    const alike = alikeAmong(read.map((it) => ('row' in it ? it.row.form : undefined)));
    const queue = read.entries();
    const worker = async () => {
      for (const [index, it] of queue) {
        const row = chunk.firstRow + index;
        const applicationId = await takeInRow(ports, batch, chunk, row, it, alike[index]);
        if (applicationId) ready.push({ applicationId, attempt: 1 });
      }
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
    return { outcome: 'TAKEN_IN', applications: ready };
  };

async function takeInRow(
  ports: TakeInPorts,
  batch: Batch,
  chunk: Chunk,
  row: number,
  read: ReadRow,
  alike: Alike | undefined,
): Promise<ApplicationId | undefined> {
  if ('faults' in read) {
    const { faults, clientRowRef } = read;
    await ports.note(chunk, {
      schemaVersion: 1,
      row,
      state: 'INVALID',
      faults: [...faults],
      ...(clientRowRef && { clientRowRef }),
    });
    return undefined;
  }
  const { clientRowRef, form, signatures } = read.row;
  const at = new Date(ports.now()).toISOString();
  const attempt: SentAttempt = {
    ...(await sentAttempt(1, form, signatures, ports.index)),
    ...(batch.standing && { standing: batch.standing }),
    ...(alike && { alike }),
  };
  const { sent, known, host } = await askingHost(ports, attempt);
  const state = readiness(sent);
  const applicationId = ports.newId('ap');
  const outcome = await ports.takeIn({
    batch,
    chunk,
    row,
    clientRowRef,
    applicationId,
    sent,
    state,
    at,
    ...(host && { host }),
  });
  if (typeof outcome !== 'string') {
    const taken = await usedBefore(ports, chunk, row, read.row, sent, outcome);
    return state === 'SIGNING' ? undefined : taken;
  }
  if (state === 'SIGNING') return undefined;
  await hold(known, applicationId, leftToHold(wanted(sent, at), outcome), at);
  return applicationId;
}

/**
 * The same row again goes on, and what it holds is left to the review; the same content in another
 * row is linked; another content is refused.
 */
async function usedBefore(
  ports: TakeInPorts,
  chunk: Chunk,
  row: number,
  { clientRowRef }: SentRow,
  sent: SentAttempt,
  used: UsedRef,
): Promise<ApplicationId | undefined> {
  if (used.batchId === chunk.batchId && used.row === row) return used.applicationId;
  const same = used.documentHash === sent.documentHash;
  await ports.note(chunk, {
    schemaVersion: 1,
    row,
    clientRowRef,
    ...(same
      ? { state: 'LINKED', applicationId: used.applicationId }
      : { state: 'INVALID', faults: [{ pointer: '/clientRowRef', detail: 'ROW_REF_REUSED' }] }),
  });
  return undefined;
}
