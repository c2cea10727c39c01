import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { mustAllBeRegistered, submitBatch } from './agent-batch.ts';
import { type BenchSystem, startBenchSystem } from './bench-system.ts';
import type { Figure } from './figure.ts';
import { linesOf, rowMaker } from './many-rows.ts';
import type { Part } from './part.ts';
import { timeReferenceTrace } from './reference-trace.ts';

const AGENT = 'agent-qihang';

/** Chunks at once × rows of a chunk at once, as the batch's machine has them. */
export function rowsAtOnce(): number {
  const asl = readFileSync(new URL('../../workflows/batch.asl.json', import.meta.url), 'utf8');
  const limits = [...asl.matchAll(/"MaxConcurrency": (\d+)/g)].map(([, limit]) => Number(limit));
  return z
    .tuple([z.number(), z.number()])
    .parse(limits)
    .reduce((product, it) => product * it, 1);
}

export async function fileOf(rows: AsyncGenerator<string>): Promise<string> {
  const lines: string[] = [];
  for await (const line of rows) lines.push(line);
  return lines.join('');
}

/** The batch beside the reference trace, in turns (A B A B …), so that a drift of the machine hits both. */
export const throughput: Part = async ({ quick, say }) => {
  const bench = await startBenchSystem();
  try {
    const rounds = quick ? 3 : 5;
    const rows = quick ? 400 : 1_000;
    const concurrency = rowsAtOnce();
    const make = rowMaker(bench.system.identity, 1);
    const run = (count: number, name: string) => registered(bench, make, count, name);
    await run(80, 'WARM');

    const traces: number[] = [];
    const batches: number[] = [];
    const cpu = { process: 0, engine: 0, trace: 0 };
    let hottest = 0;
    for (let round = 1; round <= rounds; round++) {
      const before = bench.cpu();
      const trace = await timeReferenceTrace({
        endpoint: bench.proxy.endpoint,
        table: bench.table('applications'),
        count: rows,
        concurrency,
        prefix: `TRACE#${round}`,
      });
      const after = bench.cpu();
      cpu.trace += after.process - before.process + (after.engine - before.engine);
      const batch = await run(rows, `ROUND-${round}`);
      say(
        `round ${round}: trace ${(trace / 1000).toFixed(2)} s, batch ${(batch.ms / 1000).toFixed(2)} s`,
      );
      traces.push(trace);
      batches.push(batch.ms);
      cpu.process += batch.cpu.process;
      cpu.engine += batch.cpu.engine;
      hottest = Math.max(hottest, batch.hottest);
    }
    const sum = (values: readonly number[]) => values.reduce((total, it) => total + it, 0);
    const done = rows * rounds;
    return [
      {
        name: 'batch.ratio',
        value: sum(batches) / sum(traces),
        unit: '× reference trace',
        atMost: 1.5,
        note: `${rounds} turns of ${rows} rows, ${concurrency} at once`,
      },
      { name: 'batch.rowsPerSecond', value: (done / sum(batches)) * 1000, unit: 'rows/s' },
      { name: 'batch.tracesPerSecond', value: (done / sum(traces)) * 1000, unit: 'traces/s' },
      {
        name: 'batch.cpuPerRow',
        value: (cpu.process + cpu.engine) / done,
        unit: 'ms',
        note: `process with its workers and the proxy ${(cpu.process / done).toFixed(1)}, engine ${(cpu.engine / done).toFixed(1)}`,
      },
      {
        name: 'batch.cpuRatio',
        value: (cpu.process + cpu.engine) / cpu.trace,
        unit: '× reference trace',
        note: 'the same in CPU time: what others do on the machine moves it less than the ratio of wall time',
      },
      {
        name: 'batch.hottestKeyShare',
        value: hottest * 100,
        unit: '% of writes',
        atMost: 1,
        note: 'the worst of the turns',
      },
    ] satisfies Figure[];
  } finally {
    await bench.stop();
  }
};

/** Writes of the key that was written most; a large run has more keys than a call takes arguments. */
export const hottestOf = (writesByKey: ReadonlyMap<string, number>): number =>
  writesByKey.values().reduce((most, writes) => Math.max(most, writes), 0);

/** Registers so many rows by one file, and tells what that took. */
export async function registered(
  bench: BenchSystem,
  make: ReturnType<typeof rowMaker>,
  count: number,
  name: string,
) {
  const file = await fileOf(linesOf(make, count, name));
  bench.proxy.reset();
  const before = bench.cpu();
  const { batch, ms } = await (await submitBatch(bench.system, AGENT, file)).closed(bench);
  const after = bench.cpu();
  mustAllBeRegistered(batch, count);
  const { writesByKey, itemsWritten } = bench.proxy.meter();
  return {
    ms,
    cpu: { process: after.process - before.process, engine: after.engine - before.engine },
    hottest: hottestOf(writesByKey) / itemsWritten,
  };
}
