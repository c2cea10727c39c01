import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { nameCardKey } from '#functions/name/name.store.ts';
import { nearSubject } from '#functions/name/near-key.ts';
import { subjectKey } from '#functions/party/subject.store.ts';
import { applicant } from './applicant.ts';
import { type BenchSystem, startBenchSystem } from './bench-system.ts';
import { rowMaker, tradeNameOf } from './many-rows.ts';
import type { Part } from './part.ts';
import { settled } from './settled.ts';

const REGISTRAR = '440115';
const CASES = 20;

/** What one case takes when the register holds few names and when it holds many. */
export const registerSize: Part = async ({ quick, say }) => {
  const few = 4_000;
  const many = quick ? 40_000 : 400_000;
  const bench = await startBenchSystem({ tapped: true });
  try {
    await prefill(bench, 0, few);
    const small = await oneCase(bench, 90);
    await prefill(bench, few, many, say);
    const large = await oneCase(bench, 91);
    return [
      {
        name: 'register.requests',
        value: large.requests / small.requests,
        unit: '×',
        atMost: 1.1,
        note: `${many.toLocaleString('en-US')} names against ${few.toLocaleString('en-US')}: ${large.requests} requests a case against ${small.requests}`,
      },
      {
        name: 'register.bytes',
        value: large.bytes / small.bytes,
        unit: '×',
        atMost: 1.1,
        note: `${(large.bytes / 1000).toFixed(1)} kB a case against ${(small.bytes / 1000).toFixed(1)}`,
      },
      { name: 'register.scans', value: large.scans, unit: 'Scans', atMost: 0 },
      {
        name: 'register.largestQuery',
        value: large.largestQuery / 1000,
        unit: 'kB',
        atMost: 64,
        note: 'the longest answer of any Query',
      },
      { name: 'register.milliseconds', value: large.ms / small.ms, unit: '×' },
    ];
  } finally {
    await bench.stop();
  }
};

async function oneCase(bench: BenchSystem, stock: number) {
  const send = await applicant(bench.system);
  const make = rowMaker(bench.system.identity, stock);
  for (let warm = 0; warm < 10; warm++) await send('APPROVE', await make('APPROVE'));
  // numbers of codes are drawn by the hundred: a new lot must not fall to one side of the comparison only
  await settled(bench);
  bench.proxy.reset();
  bench.take();
  let ms = 0;
  for (let done = 0; done < CASES; done++) ms += await send('APPROVE', await make('APPROVE'));
  const calls = bench.take().calls.filter(({ service }) => service === 'dynamodb');
  const { requests } = bench.proxy.meter();
  const answers = calls.filter(({ name }) => name === 'Query').map(({ answered = 0 }) => answered);
  return {
    ms: ms / CASES,
    requests: calls.length / CASES,
    bytes: calls.reduce((sum, { sent = 0, answered = 0 }) => sum + sent + answered, 0) / CASES,
    scans: requests.Scan ?? 0,
    largestQuery: Math.max(...answers),
  };
}

/** What is remembered of one near key; see review/cross-case.ts. */
const REMEMBERED = 40;

/** Cards of names that live businesses hold, and what is remembered of them, straight into the engine. */
async function prefill(
  { uncounted, table }: BenchSystem,
  from: number,
  to: number,
  say: (line: string) => void = () => {},
): Promise<void> {
  const near = new Map<string, Set<string>>();
  for (let number = 0; number < to; number++) {
    const subject = nearSubject({ registrar: REGISTRAR, key: tradeNameOf(number) });
    const names = near.get(subject) ?? new Set();
    if (names.size < REMEMBERED) near.set(subject, names.add(tradeNameOf(number)));
  }
  const all = function* () {
    for (const [subject, ever] of near) yield { ...subjectKey(subject), schemaVersion: 1, ever };
    for (let number = from; number < to; number++)
      yield {
        ...nameCardKey({ registrar: REGISTRAR, key: tradeNameOf(number) }),
        schemaVersion: 1,
        version: 2,
        holdings: { F52: { kind: 'LIVE', holder: `9144011500${String(number).padStart(8, '0')}` } },
      };
  };
  const left = all();
  const lane = async () => {
    for (;;) {
      const items = left.take(25).toArray();
      if (items.length === 0) return;
      await uncounted.send(
        new BatchWriteCommand({
          RequestItems: { [table('register')]: items.map((Item) => ({ PutRequest: { Item } })) },
        }),
      );
    }
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
  say(`${to.toLocaleString('en-US')} names stand in the register`);
}
