import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { applicationStore } from '#functions/application/application.store.ts';
import { holdPorts } from '#functions/application/holdings.store.ts';
import { batchStore } from '#functions/batch/batch.store.ts';
import type { Chunk, FileFormat, Row } from '#functions/batch/batch.ts';
import { rowsIn } from '#functions/batch/chunk-plan.ts';
import { closeBatch } from '#functions/batch/close-batch.ts';
import { closeChunk } from '#functions/batch/close-chunk.ts';
import { openBatch } from '#functions/batch/open-batch.ts';
import { rowLedger } from '#functions/batch/row-ledger.store.ts';
import { statesOf } from '#functions/batch/standings.store.ts';
import { takingIn } from '#functions/batch/take-in.store.ts';
import { takeInChunk } from '#functions/batch/take-in-chunk.ts';
import { newId, newSalt } from '#functions/runtime/draws.ts';
import { BatchId } from '#functions/shared/ids.ts';
import { seeded } from '#local/sample/seeded.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aForm, anIndividualBusiness } from '#test/builders/a-form.ts';
import { anIndex } from '#test/builders/a-person-key.ts';
import { aBatch, itsTurn } from './a-batch.ts';
import { type AgentsRow, csvOf } from './csv-file.ts';
import { inGb18030 } from './gb18030.ts';
import { signatures } from './sent-rows.ts';

const { documents, tables } = await aDatabase();
const batches = {
  ...batchStore(documents, tables.batches),
  ...rowLedger(documents, tables.batches),
};
const applications = applicationStore(documents, tables.applications, newSalt);
const now = () => Date.parse('2026-11-23T02:00:00.000Z');
const ROWS = 2_000;

/** Rows of many kinds: unsigned ones, companies, references used again for the same and for other content. */
const rows: readonly AgentsRow[] = Array.from({ length: ROWS }, (_, index): AgentsRow => {
  // references of the first chunk, which is taken in long before: of two rows side by side either may be first
  const first = index % 40;
  const same = index > 1_000 && index % 97 === 96;
  const other = index > 1_000 && index % 89 === 88;
  const n = same ? first : index;
  const address = `广州市南沙区望潮街${n}号305房`;
  const form =
    n % 7 === 3
      ? aForm({ name: undefined, premises: { kind: 'OWN', address, proof: 'LEASE' } })
      : anIndividualBusiness({
          name: undefined,
          premises: { kind: 'OWN', address, proof: 'LEASE' },
        });
  return {
    clientRowRef: `row-${same || other ? first : index}`,
    form,
    signatures: n % 11 === 5 ? [] : signatures,
  };
});
const FILES = {
  NDJSON: () => Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join('')),
  CSV: () => inGb18030(csvOf(rows, { headers: 'zh', newline: '\r\n' })),
} satisfies Record<FileFormat, () => Buffer>;

class Killed extends Error {}

/** Takes a whole file in as the machine does, four chunks at a time; `dies` tells when the process ends. */
async function takenIn(agent: string, format: FileFormat, dies: () => 'BEFORE' | 'AFTER' | 'NOT') {
  const file = FILES[format]();
  const id = BatchId.parse(newId('ba'));
  await batches.create(aBatch({ id, agent, format, bytes: file.length, state: 'SUBMITTED' }));
  const objects: { rows: Buffer; chunks: readonly Chunk[] } = { rows: file, chunks: [] };
  const done = new Set<number>();
  let lives = 1;

  /** One life of the process: everything that it asks for fails once it is dead. */
  const life = async (): Promise<void> => {
    let dead = false;
    const mortal =
      <Args extends readonly unknown[], Result>(act: (...args: Args) => Promise<Result>) =>
      async (...args: Args): Promise<Result> => {
        const when = dead ? 'BEFORE' : dies();
        if (when === 'BEFORE') dead = true;
        if (dead) throw new Killed();
        const result = await act(...args);
        if (when === 'AFTER') dead = true;
        if (dead) throw new Killed();
        return result;
      };
    const alive = <Args extends readonly unknown[], Result>(
      act: (...args: Args) => Promise<Result>,
    ) => {
      return async (...args: Args): Promise<Result> => {
        if (dead) throw new Killed();
        return act(...args);
      };
    };
    await openBatch({
      ...batches,
      ...itsTurn,
      file: async () => ({ size: file.length, bytes: new Blob([file]).stream() }),
      async *keepRows(_, bytes) {
        const parts: Uint8Array[] = [];
        for await (const part of bytes) {
          await mortal(async () => parts.push(part))();
          yield part;
        }
        objects.rows = Buffer.concat(parts);
      },
      keepChunks: async (_, chunks) => {
        objects.chunks = chunks;
        return 'chunks';
      },
    })({ batchId: id });

    const take = takeInChunk({
      ...batches,
      ...holdPorts(documents, tables.register, tables.applications),
      lines: async ({ byteStart, byteEnd }) =>
        rowsIn(objects.rows.subarray(byteStart, byteEnd).toString(), byteStart === 0),
      takeIn: mortal(takingIn(documents, tables.batches, tables.register, applications)),
      note: mortal(batches.note),
      index: anIndex,
      newId,
      now,
    });
    const close = closeChunk({
      rows: ({ batchId, chunk }) => batches.rows(batchId, chunk),
      states: statesOf(documents, tables.applications),
      close: alive(batches.closeChunk),
    });
    const queue = objects.chunks.filter(({ chunk }) => !done.has(chunk)).values();
    const child = async () => {
      for (const chunk of queue) {
        await take(chunk);
        await close(chunk);
        done.add(chunk.chunk);
      }
    };
    const ended = await Promise.allSettled([child(), child(), child(), child()]);
    const failed = ended.find((it) => it.status === 'rejected');
    if (failed) throw failed.reason;
  };
  for (;;) {
    try {
      await life();
      break;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      lives += 1;
    }
  }
  const finish = closeBatch({ ...batches, ...itsTurn, chunksKey: () => 'chunks' });
  const { outcome } = await finish({ batchId: id });
  const ledger: Row[] = [];
  for (const { chunk } of objects.chunks) ledger.push(...(await batches.rows(id, chunk)));
  return { id, outcome, ledger, lives, batch: await batches.batch(id) };
}

/** What became of each row, without the numbers that differ from run to run. */
async function outcomesOf(ledger: readonly Row[]) {
  const byId = new Map(ledger.map(({ applicationId, row }) => [applicationId, row]));
  const outcomes: object[] = [];
  for (const { applicationId, ...row } of ledger) {
    const record = applicationId && (await applications.read(applicationId));
    outcomes.push({
      ...row,
      ...(record && {
        of: byId.get(applicationId),
        documentHash: record.sent.documentHash,
        became: record.application.state,
      }),
    });
  }
  return outcomes;
}

async function applicationsOf(batchId: string): Promise<string[]> {
  const found: string[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await documents.send(
      new ScanCommand({
        TableName: tables.applications,
        ConsistentRead: true,
        FilterExpression: '#row.batchId = :batch AND sk = :head',
        ExpressionAttributeNames: { '#row': 'row' },
        ExpressionAttributeValues: { ':batch': batchId, ':head': 'HEAD' },
        ...(from && { ExclusiveStartKey: from }),
      }),
    );
    found.push(...Items.map(({ id }) => String(id)));
    from = LastEvaluatedKey;
  } while (from);
  return found;
}

describe(`${ROWS} rows`, { timeout: 300_000 }, () => {
  it('come to the same as CSV and as NDJSON, though the one was killed at ten random rows', async () => {
    const random = seeded(20_261_123);
    const deaths = new Set(
      Array.from({ length: 10 }, () => random.between(20, ROWS - 20)).map(Math.floor),
    );
    deaths.add(1);
    let acts = 0;
    const csv = await takenIn('agent-csv', 'CSV', () => {
      acts += 1;
      if (!deaths.has(acts)) return 'NOT';
      return acts % 2 === 0 ? 'BEFORE' : 'AFTER';
    });
    expect(csv.lives).toBe(deaths.size + 1);
    const ndjson = await takenIn('agent-ndjson', 'NDJSON', () => 'NOT');

    for (const { ledger, outcome, batch, id } of [csv, ndjson]) {
      expect(outcome).toBe('CLOSED');
      expect(ledger.map(({ row }) => row)).toEqual(rows.map((_, index) => index + 1));
      const own = ledger.filter(({ state }) => state === 'TAKEN_IN');
      const ids = own.map(({ applicationId }) => applicationId);
      expect(new Set(ids).size).toBe(own.length);
      expect((await applicationsOf(id)).toSorted()).toEqual(ids.toSorted());
      expect(batch).toMatchObject({ state: 'CLOSED', rows: ROWS });
      const { linked = 0, invalid = 0, signing = 0, unfinished = 0 } = batch;
      expect(Math.min(linked, invalid, signing)).toBeGreaterThan(5);
      expect(linked + invalid + signing + unfinished).toBe(ROWS);
    }
    expect(csv.batch.encoding).toBe('GB18030');
    expect(await outcomesOf(csv.ledger)).toEqual(await outcomesOf(ndjson.ledger));
  });
});
