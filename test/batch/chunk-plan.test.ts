import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChunkPlan, planChunks, rowsIn } from '#functions/batch/chunk-plan.ts';

async function* inPieces(bytes: Uint8Array, cuts: readonly number[] = []) {
  const ends = [...new Set([...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])];
  let from = 0;
  for (const end of ends.toSorted((a, b) => a - b)) {
    yield bytes.subarray(from, end);
    from = end;
  }
}
const bytesOf = (text: string) => new TextEncoder().encode(text);
const plan = (text: string) => planChunks(inPieces(bytesOf(text)));
const row = (ref: number) => JSON.stringify({ clientRowRef: `r${ref}`, form: {} });
const lines = (count: number) => Array.from({ length: count }, (_, index) => row(index + 1));
const chunksOf = ({ fault, ...planned }: ChunkPlan) => ('chunks' in planned ? planned.chunks : []);

const line = fc.oneof(
  { weight: 5, arbitrary: fc.nat(9999).map(row) },
  fc.constantFrom('', ' ', '\t', '{"broken":', '广州市南沙区晨岚百货店', '\u3000', '"\\u0000"'),
  fc.string({ unit: 'binary', maxLength: 12 }).map((it) => it.replaceAll('\n', '')),
);
const file = fc
  .record({
    bom: fc.constantFrom('', '\uFEFF'),
    lines: fc.array(line, { minLength: 1, maxLength: 130 }),
    newline: fc.constantFrom('\n', '\r\n'),
    last: fc.constantFrom('', '\n', '{"a":1}', ' '),
  })
  .map(({ bom, lines: sent, newline, last }) => bom + sent.join(newline) + newline + last);

describe('the plan of a file', () => {
  it('is the same however its bytes come', async () => {
    const cuts = fc.array(fc.nat(20_000), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(file, cuts, async (text, at) => {
        const bytes = bytesOf(text);
        expect(await planChunks(inPieces(bytes, at))).toEqual(await plan(text));
      }),
    );
  });

  it('is the same however its bytes come, byte for byte and for what is no text', async () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(bytes, async (sent) => {
        const each = [...sent.keys()];
        expect(await planChunks(inPieces(sent, each))).toEqual(await planChunks(inPieces(sent)));
      }),
    );
  });

  it('covers every row once, in order, by whole lines', async () => {
    await fc.assert(
      fc.asyncProperty(file, async (text) => {
        const bytes = bytesOf(text);
        const planned = await plan(text);
        const all = rowsIn(text, true);
        if (planned.fault) {
          expect(planned.fault).toBe(all.length === 0 ? 'EMPTY' : 'CUT_OFF');
          return;
        }
        const { chunks } = planned;
        const read = chunks.flatMap(({ byteStart, byteEnd }) =>
          rowsIn(
            new TextDecoder('utf-8', { ignoreBOM: true }).decode(
              bytes.subarray(byteStart, byteEnd),
            ),
            byteStart === 0,
          ),
        );
        expect(read).toEqual(all);
        expect(planned.rows).toBe(all.length);
        let next = 1;
        let from = chunks[0]?.byteStart;
        for (const chunk of chunks) {
          expect(chunk).toMatchObject({ firstRow: next, byteStart: from });
          const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
            bytes.subarray(chunk.byteStart, chunk.byteEnd),
          );
          expect(rowsIn(text, chunk.byteStart === 0)).toHaveLength(chunk.rows);
          next += chunk.rows;
          from = chunk.byteEnd;
        }
        expect(next).toBe(planned.rows + 1);
      }),
    );
  });

  it('makes chunks of forty rows', async () => {
    const planned = await plan(`${lines(100).join('\n')}\n`);
    expect(planned).toMatchObject({ rows: 100 });
    expect(chunksOf(planned).map(({ rows }) => rows)).toEqual([40, 40, 20]);
  });

  it('ends a chunk of long rows by its size', async () => {
    const planned = await plan(`${JSON.stringify('x'.repeat(250_000))}\n`.repeat(30));
    expect(chunksOf(planned).map(({ rows }) => rows)).toEqual([16, 14]);
  });

  it.each([
    { what: 'a byte order mark', text: `\uFEFF${row(1)}\n${row(2)}\n` },
    { what: 'CRLF', text: `${row(1)}\r\n${row(2)}\r\n` },
    { what: 'blank lines', text: `\n\n${row(1)}\n \t\n\r\n${row(2)}\n\n` },
    { what: 'no last newline', text: `${row(1)}\n${row(2)}` },
    { what: 'a broken line in its middle', text: `{"clientRowRef":\n${row(2)}\n` },
    { what: 'a byte order mark alone on its first line', text: `\uFEFF\n${row(1)}\n${row(2)}\n` },
  ])('counts two rows in a file with $what', async ({ text }) => {
    const planned = await plan(text);
    expect(planned).toMatchObject({ rows: 2 });
    expect(chunksOf(planned)).toHaveLength(1);
  });
});

describe('a file is rejected whole', () => {
  const rejected = (bytes: Uint8Array) => planChunks(inPieces(bytes, [1_000, 300_000]));

  it.each(['', '\n', ' \r\n\t\n', '\uFEFF', '\uFEFF\r\n'])(
    'where it has no row: %j',
    async (text) => {
      expect(await plan(text)).toEqual({ fault: 'EMPTY' });
    },
  );

  it('where it is not UTF-8, at the line', async () => {
    const gbk = Uint8Array.of(0xb9, 0xe3, 0xd6, 0xdd); // 广州 in GBK
    const text = Buffer.concat([bytesOf(`${row(1)}\n${row(2)}\n`), gbk, bytesOf('\n')]);
    expect(await rejected(text)).toEqual({ fault: 'NOT_TEXT', line: 3 });
  });

  it('where it breaks off within a character', async () => {
    const bytes = bytesOf(`${row(1)}\n"广`);
    expect(await rejected(bytes.subarray(0, -1))).toEqual({ fault: 'NOT_TEXT', line: 2 });
  });

  it('where it breaks off within its last line', async () => {
    const text = `${row(1)}\n${row(2)}`.slice(0, -3);
    expect(await plan(text)).toEqual({ fault: 'CUT_OFF', line: 2 });
  });

  it.each([[[]], [[150_000]], [[1, 2, 3, 299_999, 300_001]]])(
    'where a line is longer than any row may be, cut at %j',
    async (cuts) => {
      const bytes = bytesOf(`${row(1)}\n${'x'.repeat(300_100)}`);
      expect(await planChunks(inPieces(bytes, cuts))).toEqual({ fault: 'LINE_TOO_LONG', line: 2 });
      bytes[bytes.length - 20] = 0xff; // what comes after is not looked at any more
      expect(await planChunks(inPieces(bytes, cuts))).toEqual({ fault: 'LINE_TOO_LONG', line: 2 });
    },
  );

  it.each(['\n', ''])('where it has more than 200,000 rows, ended by %j', async (last) => {
    expect(await plan('1\n'.repeat(200_000))).toMatchObject({ rows: 200_000 });
    expect(await plan(`${'1\n'.repeat(200_000)}1${last}`)).toEqual({
      fault: 'TOO_MANY_ROWS',
      line: 200_001,
    });
  });
});

describe('a large file', () => {
  it('is planned in little memory', () => {
    const script = `
      import { planChunks } from '#functions/batch/chunk-plan.ts';
      const line = Buffer.from(JSON.stringify({ form: 'x'.repeat(900) }) + '\\n');
      async function* file() { for (let i = 0; i < 2_000; i++) yield Buffer.concat(Array(100).fill(line)); }
      const { rows, chunks } = await planChunks(file());
      console.log(JSON.stringify({ rows, chunks: chunks.length }));
    `;
    const { stdout, status } = spawnSync(
      process.execPath,
      ['--max-old-space-size=64', '--input-type=module-typescript', '--eval', script],
      { encoding: 'utf8', cwd: process.cwd() },
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ rows: 200_000, chunks: 5_000 });
  }, 30_000);
});
