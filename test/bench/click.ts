import { applicant } from './applicant.ts';
import { startBenchSystem } from './bench-system.ts';
import { serialRoundTrips } from './call-tree.ts';
import { rowMaker } from './many-rows.ts';
import type { Part } from './part.ts';
import { settled } from './settled.ts';
import { median, percentile } from './statistics.ts';

/** One applicant, one click after the other; then the same with every call between the parts traced. */
export const click: Part = async ({ quick }) => {
  const clicks = quick ? 200 : 500;
  const times: number[] = [];
  const bench = await startBenchSystem();
  try {
    const send = await applicant(bench.system);
    const make = rowMaker(bench.system.identity, 1);
    await settled(bench);
    for (let warm = 0; warm < 50; warm++) await send('APPROVE', await make('APPROVE'));
    for (let done = 0; done < clicks; done++)
      times.push(await send('APPROVE', await make('APPROVE')));
  } finally {
    await bench.stop();
  }
  return [
    {
      name: 'click.p50',
      value: percentile(times, 0.5),
      unit: 'ms',
      note: `${clicks} clicks, warm`,
    },
    { name: 'click.p95', value: percentile(times, 0.95), unit: 'ms' },
    {
      name: 'click.serialRoundTrips',
      value: median(await traced()),
      unit: 'calls',
      atMost: 16,
      note: 'longest chain in the trace of a click, median of 20',
    },
  ];
};

async function traced(): Promise<number[]> {
  const bench = await startBenchSystem({ tapped: true });
  try {
    const send = await applicant(bench.system);
    const make = rowMaker(bench.system.identity, 1);
    await settled(bench);
    const chains: number[] = [];
    for (let done = 0; done < 30; done++) {
      const row = await make('APPROVE');
      bench.take();
      await send('APPROVE', row);
      const { calls, invocations } = bench.take();
      const lambda = invocations.map(({ name, startedAt, endedAt }) => {
        return { service: 'lambda' as const, name, startedAt, endedAt };
      });
      if (done >= 10) chains.push(serialRoundTrips([...calls, ...lambda]));
    }
    return chains;
  } finally {
    await bench.stop();
  }
}
