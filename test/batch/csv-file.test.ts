import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Batch } from '#functions/batch/batch.ts';
import { rowsIn } from '#functions/batch/chunk-plan.ts';
import { decoded, encodingOf } from '#functions/batch/file-encoding.ts';
import { openBatch } from '#functions/batch/open-batch.ts';
import { anIndividualBusiness } from '#test/builders/a-form.ts';
import { aBatch, batchId, itsTurn } from './a-batch.ts';
import { csvOf } from './csv-file.ts';
import { inGb18030 } from './gb18030.ts';
import { signatures } from './sent-rows.ts';

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
const TEXT = '行参考号,名称\n甲-1,𠮷野家百货店\n';
const UTF_8 = Buffer.from(TEXT);
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const GB18030 = inGb18030(TEXT);

describe('what a file is written in', () => {
  it.each([
    { what: 'UTF-8', bytes: UTF_8, encoding: 'UTF-8' },
    { what: 'UTF-8 with a byte order mark', bytes: Buffer.concat([BOM, UTF_8]), encoding: 'UTF-8' },
    { what: 'ASCII alone', bytes: Buffer.from('a,b\n'), encoding: 'UTF-8' },
    { what: 'GB18030', bytes: GB18030, encoding: 'GB18030' },
  ] as const)('is told: $what', async ({ bytes, encoding, what }) => {
    for (const size of [1, 2, 3, 5, 1000]) {
      expect(await encodingOf(inPieces(bytes, size))).toBe(encoding);
      let text = '';
      for await (const part of decoded(inPieces(bytes, size), encoding)) text += part;
      expect(text).toBe(what === 'ASCII alone' ? 'a,b\n' : TEXT);
    }
  });

  it.each([
    { what: 'UTF-16', bytes: Buffer.from(`\uFEFF${TEXT}`, 'utf16le') },
    { what: 'a spreadsheet’s own format', bytes: Buffer.from('504b0304ff00ffd8', 'hex') },
    { what: 'GB18030 that is cut in a character', bytes: GB18030.subarray(0, 1) },
  ])('is nothing that we read: $what', async ({ bytes }) => {
    expect(await encodingOf(inPieces(bytes, 3))).toBeUndefined();
  });
});

/** An agent's CSV file, opened; what was kept beside it. */
async function opened(file: Uint8Array) {
  let kept = aBatch({ state: 'SUBMITTED', format: 'CSV', bytes: file.length });
  let rows = Buffer.alloc(0);
  const open = openBatch({
    ...itsTurn,
    batch: async () => kept,
    file: async () => ({ size: file.length, bytes: inPieces(file, 1000) }),
    async *keepRows(_, bytes) {
      const parts: Uint8Array[] = [];
      for await (const part of bytes) {
        parts.push(part);
        yield part;
      }
      rows = Buffer.concat(parts);
    },
    keepChunks: async (id) => `${id}/chunks`,
    write: async () => 'WRITTEN',
    opened: async (read, count, chunks, { encoding } = {}) => {
      kept = { ...read, state: 'RUNNING', rows: count, chunks, ...(encoding && { encoding }) };
      return 'WRITTEN';
    },
    rejected: async (read, fault, line, column) => {
      kept = {
        ...read,
        state: 'REJECTED',
        fault,
        ...(line && { line }),
        ...(column && { column }),
      };
      return 'WRITTEN';
    },
  });
  await open({ batchId });
  const once = rows;
  await open({ batchId });
  return { batch: kept as Batch, rows, again: rows.equals(once) };
}

describe('opening a CSV file', () => {
  const file = csvOf(
    Array.from({ length: 90 }, (_, index) => ({
      clientRowRef: `r-${index + 1}`,
      form: anIndividualBusiness(),
      signatures,
    })),
    { headers: 'zh', newline: '\r\n' },
  );

  it('keeps its rows in the canonical form, the same however it is written', async () => {
    const utf8 = await opened(Buffer.from(file));
    const withMark = await opened(Buffer.concat([BOM, Buffer.from(file)]));
    const gb18030 = await opened(inGb18030(file));
    expect(utf8.batch).toMatchObject({ state: 'RUNNING', rows: 90, chunks: 3, encoding: 'UTF-8' });
    expect(withMark.batch).toMatchObject({ rows: 90, encoding: 'UTF-8' });
    expect(gb18030.batch).toMatchObject({ rows: 90, encoding: 'GB18030' });
    expect(rowsIn(utf8.rows.toString(), true)).toHaveLength(90);
    expect(withMark.rows).toEqual(utf8.rows);
    expect(gb18030.rows).toEqual(utf8.rows);
  });

  it('makes the same rows when it is run again', async () => {
    expect(await opened(Buffer.from(file))).toMatchObject({ again: true });
  });

  it.each([
    { text: '', fault: 'EMPTY' },
    { text: 'clientRowRef,name\n\n,\n', fault: 'EMPTY' },
    { text: 'clientRowRef,名字\na,甲\n', fault: 'HEADER_UNKNOWN', line: 1, column: 2 },
    { text: 'clientRowRef,name\na,"甲\n', fault: 'QUOTE_NOT_CLOSED', line: 2 },
  ])('rejects it whole for $fault', async ({ text, ...rejected }) => {
    const { batch } = await opened(Buffer.from(text || ' '));
    expect(batch).toMatchObject({ state: 'REJECTED', ...rejected });
  });

  it('rejects what is no text', async () => {
    const { batch } = await opened(Buffer.from('504b0304ff00ffd8', 'hex'));
    expect(batch).toMatchObject({ state: 'REJECTED', fault: 'NOT_TEXT' });
  });
});

describe('a file of 200,000 records', () => {
  it('is turned and planned in a heap of 256 MB', { timeout: 180_000 }, async () => {
    const script = fileURLToPath(new URL('convert-many.ts', import.meta.url));
    const child = spawn(process.execPath, ['--max-old-space-size=256', script, '200000'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let told = '';
    child.stdout.on('data', (part: Buffer) => {
      told += part.toString();
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
    expect(JSON.parse(told)).toMatchObject({ rows: 200_000, chunks: 5_000 });
  });
});
