import { setTimeout as sleep } from 'node:timers/promises';
import { seeded } from '#local/sample/seeded.ts';
import { mustAllBeRegistered, type RunningBatch, submitBatch } from './agent-batch.ts';
import { applicant } from './applicant.ts';
import { type BenchSystem, startBenchSystem } from './bench-system.ts';
import { linesOf, rowMaker } from './many-rows.ts';
import type { Part } from './part.ts';
import { settled } from './settled.ts';
import { percentile } from './statistics.ts';
import { fileOf } from './throughput.ts';

const LARGE = ['agent-qihang', 'agent-lanting', 'agent-yunfan'];
const SMALL = 'agent-songhe';
const SMALL_ROWS = 20;
/** Rows that each large batch must still have had to register when the last click was answered. */
const LEAST_LEFT = 40;

/**
 * An applicant beside three large batches, and a fourth agent's small one. It measures the scheduler of
 * `local/` on this machine: on AWS the lanes share no processor, and what they share is the account's limits.
 */
export const lanes: Part = async ({ quick, say }) => {
  const bench = await startBenchSystem({ metered: false });
  try {
    const clicks = quick ? 100 : 300;
    const make = rowMaker(bench.system.identity, 1);
    await small(bench, make, 'WARM');
    const clicking = await clicker(bench, make);
    await settled(bench);
    await clicking(40);
    const smallAlone = await small(bench, make, 'ALONE');
    const before = await clicking(clicks);

    const rows = quick ? 500 : 2_000;
    const running: RunningBatch[] = [];
    for (const account of LARGE) {
      const file = await fileOf(linesOf(make, rows, account, account));
      running.push(await submitBatch(bench.system, account, file));
    }
    await sleep(3_000);
    const beside = await small(bench, make, 'BESIDE');
    bench.take();
    const startedAt = performance.now();
    const busy = await clicking(clicks);
    const pace = rowsIn(bench) / ((performance.now() - startedAt) / 1000);
    const ended = await Promise.all(running.map((it) => it.closed(bench)));
    const left = rowsIn(bench);
    for (const { batch } of ended) mustAllBeRegistered(batch, rows);
    if (left < LARGE.length * LEAST_LEFT) throw new Error('the batches were nearly over');
    await settled(bench);
    const alone = [...before, ...(await clicking(clicks))];

    const p95 = { alone: percentile(alone, 0.95), beside: percentile(busy, 0.95) };
    say(`p95 alone ${p95.alone.toFixed(1)} ms, beside ${p95.beside.toFixed(1)} ms`);
    return [
      {
        name: 'lanes.p50Alone',
        value: percentile(alone, 0.5),
        unit: 'ms',
        note: `${clicks} clicks before the batches and as many after them`,
      },
      { name: 'lanes.p50Beside', value: percentile(busy, 0.5), unit: 'ms' },
      { name: 'lanes.p95Alone', value: p95.alone, unit: 'ms' },
      { name: 'lanes.p95Beside', value: p95.beside, unit: 'ms' },
      {
        name: 'lanes.p95Rise',
        value: (p95.beside / p95.alone - 1) * 100,
        unit: '%',
        atMost: 20,
        note: `three batches of ${rows} rows under way, meanwhile ${pace.toFixed(1)} of their rows a second; the local scheduler`,
      },
      {
        name: 'lanes.smallBatchBeside',
        value: beside / smallAlone,
        unit: '× alone',
        atMost: 6,
        note: `${SMALL_ROWS} rows of a fourth agent: ${(smallAlone / 1000).toFixed(1)} s alone, ${(beside / 1000).toFixed(1)} s beside; its fair share is a quarter`,
      },
    ];
  } finally {
    await bench.stop();
  }
};

type Make = ReturnType<typeof rowMaker>;

/** Milliseconds that a small batch takes. */
async function small(bench: BenchSystem, make: Make, name: string): Promise<number> {
  const file = await fileOf(linesOf(make, SMALL_ROWS, name, SMALL));
  const { batch, ms } = await (await submitBatch(bench.system, SMALL, file)).closed(bench);
  mustAllBeRegistered(batch, SMALL_ROWS);
  return ms;
}

/** Rows of batches that were registered since the last time that it was asked. */
const rowsIn = (bench: BenchSystem): number =>
  bench.take().invocations.filter(({ name }) => name.startsWith('RegisterBusinessBatch')).length;

async function clicker(bench: BenchSystem, make: Make) {
  const send = await applicant(bench.system);
  const random = seeded(1);
  return async (count: number): Promise<number[]> => {
    const made = [];
    for (let done = 0; done < count; done++) made.push(await make('APPROVE'));
    const times: number[] = [];
    for (const row of made) {
      await sleep(random.between(10, 150)); // people do not come in step with one another's answers
      times.push(await send('APPROVE', row));
    }
    return times;
  };
}
