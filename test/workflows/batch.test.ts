import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inTurn, NamedError } from './named-error.ts';
import { type Functions, run, silence } from './run.ts';

const definition: unknown = JSON.parse(
  readFileSync(new URL('../../workflows/batch.asl.json', import.meta.url), 'utf8'),
);
const batchId = 'ba_00000000000000000000000001';
const KEY = `batches/${batchId}/chunks.jsonl`;
const opened = { outcome: 'OPENED', chunks: KEY };
const chunkOf = (chunk: number) => ({
  batchId,
  chunk,
  firstRow: chunk * 2 - 1,
  rows: 2,
  byteStart: chunk * 100 - 100,
  byteEnd: chunk * 100,
});
const CHUNKS = [1, 2, 3].map(chunkOf);
const applicationOf = (row: number) => ({
  applicationId: `ap_${String(row).padStart(26, '0')}`,
  attempt: 1,
});

/** A ledger in memory: what was registered, and which chunks were closed. */
function aLedger() {
  const registered: unknown[] = [];
  const closed: unknown[] = [];
  const functions: Functions = {
    OpenBatch: () => opened,
    TakeInChunk: ({ firstRow }) => ({
      outcome: 'TAKEN_IN',
      applications: [applicationOf(Number(firstRow)), applicationOf(Number(firstRow) + 1)],
    }),
    RegistrationMachine: (input) => {
      registered.push(input);
      return { outcome: 'REGISTERED' };
    },
    CloseChunk: ({ chunk }) => {
      closed.push(chunk);
      return { outcome: 'CLOSED' };
    },
    CloseBatch: () => ({
      outcome: new Set(closed).size === CHUNKS.length ? 'CLOSED' : 'INCOMPLETE',
      chunks: KEY,
    }),
  };
  return { registered, closed, functions };
}

const batch = (functions: Functions) =>
  run(definition, { batchId }, functions, {
    objects: new Map([
      [`FilesBucket/${KEY}`, CHUNKS.map((chunk) => `${JSON.stringify(chunk)}\n`).join('')],
    ]),
  });

const ROUND = ['Take in', 'Close batch', 'Closed'];

describe('a batch', () => {
  it('waits for its turn while another batch of the agent runs', async () => {
    const { functions } = aLedger();
    let asked = 0;
    const OpenBatch = () => (++asked < 3 ? { outcome: 'WAIT', chunks: '' } : opened);
    const { status, path } = await batch({ ...functions, OpenBatch });
    expect(status).toBe('SUCCEEDED');
    expect(path.filter((state) => state === 'Wait for turn')).toHaveLength(2);
  });

  it('is held while the national agent system is silent, however long, and then goes on', async () => {
    const { functions } = aLedger();
    let asked = 0;
    const OpenBatch = () => {
      if (++asked < 12) throw new NamedError('AgentSystemUnavailable');
      return opened;
    };
    const { status, path, seconds } = await batch({ ...functions, OpenBatch });
    expect([status, asked]).toEqual(['SUCCEEDED', 12]);
    expect(path.filter((state) => state === 'Hold for agent system')).toHaveLength(1);
    expect(seconds).toBeGreaterThan(900);
  });

  it('is opened, taken in by chunks, registered row by row and closed', async () => {
    const { functions, registered, closed } = aLedger();
    expect(await batch(functions)).toMatchObject({
      status: 'SUCCEEDED',
      output: { outcome: 'CLOSED' },
      path: ['Open batch', 'Opened', ...ROUND, 'Done'],
    });
    const rows = [1, 2, 3, 4, 5, 6].map(applicationOf);
    expect(registered).toHaveLength(rows.length);
    expect(registered).toEqual(expect.arrayContaining(rows));
    expect(closed.toSorted()).toEqual([1, 2, 3]);
  });

  it('hands each child its whole chunk', async () => {
    const { functions } = aLedger();
    const chunks: { chunk?: unknown }[] = [];
    await batch({
      ...functions,
      TakeInChunk: (payload) => {
        chunks.push(payload);
        return { outcome: 'TAKEN_IN', applications: [] };
      },
    });
    expect(chunks.toSorted((a, b) => Number(a.chunk) - Number(b.chunk))).toEqual(CHUNKS);
  });

  it('ends without a child where the file was rejected', async () => {
    const { functions } = aLedger();
    const ran = await batch({
      ...functions,
      OpenBatch: () => ({ outcome: 'REJECTED', chunks: '' }),
      TakeInChunk: inTurn(),
    });
    expect(ran).toMatchObject({
      status: 'SUCCEEDED',
      output: { outcome: 'REJECTED' },
      path: ['Open batch', 'Opened', 'Rejected'],
    });
  });

  it('takes a chunk that failed in again after a pause, and stops no other chunk for it', async () => {
    const { functions, closed } = aLedger();
    let failures = 0;
    const ran = await batch({
      ...functions,
      TakeInChunk: (payload, tokens) => {
        if (payload.chunk === 2 && failures++ === 0) throw new TypeError('a defect');
        return functions.TakeInChunk?.(payload, tokens);
      },
    });
    expect(ran.path).toEqual(['Open batch', 'Opened', ...ROUND, 'Pause', ...ROUND, 'Done']);
    expect(ran.status).toBe('SUCCEEDED');
    expect(ran.seconds).toBeGreaterThanOrEqual(30);
    expect(closed.toSorted()).toEqual([1, 1, 2, 3, 3]);
  });

  it.each(['RegisterContended', 'Lambda.TooManyRequestsException'])(
    'tries a chunk again within its round after %s',
    async (failure) => {
      const { functions } = aLedger();
      let calls = 0;
      const ran = await batch({
        ...functions,
        TakeInChunk: (payload, tokens) => {
          if (calls++ < 2) throw new NamedError(failure);
          return functions.TakeInChunk?.(payload, tokens);
        },
      });
      expect(ran.path).toEqual(['Open batch', 'Opened', ...ROUND, 'Done']);
    },
  );

  it('closes a chunk though a row could not be registered: the sweep starts it again', async () => {
    const { functions, closed } = aLedger();
    const ran = await batch({
      ...functions,
      RegistrationMachine: () => {
        throw new NamedError('LambdaGone');
      },
    });
    expect(ran.output).toEqual({ outcome: 'CLOSED' });
    expect(closed.toSorted()).toEqual([1, 2, 3]);
  });

  it('closes a chunk though a row hangs', async () => {
    const { functions, closed } = aLedger();
    const ran = await batch({ ...functions, RegistrationMachine: () => silence });
    expect(ran.status).toBe('SUCCEEDED');
    expect(closed).not.toEqual([]);
  });

  it('fails as stuck where its chunks never close, for a person to look', async () => {
    const { functions } = aLedger();
    const incomplete = { outcome: 'INCOMPLETE', chunks: KEY };
    const ran = await batch({
      ...functions,
      CloseChunk: () => {
        throw new TypeError('a defect');
      },
      CloseBatch: inTurn(incomplete, incomplete, { outcome: 'STUCK', chunks: KEY }),
    });
    expect(ran).toMatchObject({ status: 'FAILED', error: 'BatchStuck' });
    expect(ran.path.filter((state) => state === 'Take in')).toHaveLength(3);
  });

  it.each([
    { failing: 'OpenBatch', answer: opened },
    { failing: 'CloseBatch', answer: { outcome: 'CLOSED', chunks: KEY } },
  ])('tries $failing again where the batch moved meanwhile', async ({ failing, answer }) => {
    const { functions } = aLedger();
    const moved = new NamedError('BatchMoved');
    const ran = await batch({ ...functions, [failing]: inTurn(moved, moved, answer) });
    expect(ran.output).toEqual({ outcome: 'CLOSED' });
  });
});
