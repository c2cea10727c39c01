import { setTimeout as sleep } from 'node:timers/promises';
import { mustAllBeRegistered, submitBatch } from './agent-batch.ts';
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

/**
 * An applicant beside three large batches, and a fourth agent's small one. It measures the scheduler of
 * `local/` on this machine: on AWS the lanes share no processor, and what they share is the account's limits.
 */
export const lanes: Part = async ({ quick, say }) => {
  const bench = await startBenchSystem();
  try {
    const clicks = quick ? 100 : 300;
    const make = rowMaker(bench.system.identity, 1);
    await small(bench, make, 'WARM');
    const clicking = await clicker(bench, make);
    await settled(bench);
    await clicking(40);
    const alone = await small(bench, make, 'ALONE');
    const before = await clicking(clicks);

    const rows = quick ? 1_000 : 3_000;
    for (const account of LARGE) {
      const file = await fileOf(linesOf(make, rows, account));
      await submitBatch(bench.system, account, file);
    }
    await sleep(5_000);
    const beside = await small(bench, make, 'BESIDE');
    bench.proxy.reset();
    const startedAt = performance.now();
    const busy = await clicking(clicks);
    const licences = [...bench.proxy.meter().writesByKey.keys()].filter((it) =>
      it.endsWith('|LICENCE'),
    );
    const pace = ((licences.length - clicks) / (performance.now() - startedAt)) * 1000;
    say(
      `p95 alone ${percentile(before, 0.95).toFixed(1)} ms, beside ${percentile(busy, 0.95).toFixed(1)} ms`,
    );
    return [
      {
        name: 'lanes.p50Alone',
        value: percentile(before, 0.5),
        unit: 'ms',
        note: `${clicks} clicks`,
      },
      { name: 'lanes.p50Beside', value: percentile(busy, 0.5), unit: 'ms' },
      { name: 'lanes.p95Alone', value: percentile(before, 0.95), unit: 'ms' },
      { name: 'lanes.p95Beside', value: percentile(busy, 0.95), unit: 'ms' },
      {
        name: 'lanes.p95Rise',
        value: (percentile(busy, 0.95) / percentile(before, 0.95) - 1) * 100,
        unit: '%',
        atMost: 20,
        note: `three batches of ${rows} rows under way, meanwhile ${pace.toFixed(1)} of their rows a second; the local scheduler`,
      },
      {
        name: 'lanes.smallBatchBeside',
        value: beside / alone,
        unit: '× alone',
        atMost: 6,
        note: `${SMALL_ROWS} rows of a fourth agent: ${(alone / 1000).toFixed(1)} s alone, ${(beside / 1000).toFixed(1)} s beside; its fair share is a quarter`,
      },
    ];
  } finally {
    await bench.stop();
  }
};

type Make = ReturnType<typeof rowMaker>;

/** Milliseconds that a small batch takes. */
async function small(bench: BenchSystem, make: Make, name: string): Promise<number> {
  const file = await fileOf(linesOf(make, SMALL_ROWS, name));
  const { batch, ms } = await (await submitBatch(bench.system, SMALL, file)).ended();
  mustAllBeRegistered(batch, SMALL_ROWS);
  return ms;
}

async function clicker(bench: BenchSystem, make: Make) {
  const send = await applicant(bench.system);
  return async (count: number): Promise<number[]> => {
    const made = [];
    for (let done = 0; done < count; done++) made.push(await make('APPROVE'));
    const times: number[] = [];
    for (const row of made) times.push(await send('APPROVE', row));
    return times;
  };
}
