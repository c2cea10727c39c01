import { mustAllBeRegistered, submitBatch } from './agent-batch.ts';
import { startBenchSystem } from './bench-system.ts';
import { linesOf, rowMaker } from './many-rows.ts';
import type { Part } from './part.ts';
import { fileOf, hottestOf } from './throughput.ts';

/** One large file from its submission until its batch is closed. */
export const endToEnd: Part = async ({ rows, say }) => {
  const bench = await startBenchSystem();
  try {
    const file = await fileOf(linesOf(rowMaker(bench.system.identity, 1), rows, 'ROW'));
    say(`file of ${(file.length / 1e6).toFixed(0)} MB made`);
    bench.proxy.reset();
    const before = bench.cpu();
    const { batch, ms } = await (await submitBatch(bench.system, 'agent-qihang', file)).closed(
      bench,
    );
    const after = bench.cpu();
    mustAllBeRegistered(batch, rows);
    const { writesByKey, itemsWritten } = bench.proxy.meter();
    const cpu = after.process - before.process + (after.engine - before.engine);
    return [
      { name: 'endToEnd.rows', value: rows, unit: 'rows' },
      { name: 'endToEnd.seconds', value: ms / 1000, unit: 's' },
      { name: 'endToEnd.rowsPerSecond', value: (rows / ms) * 1000, unit: 'rows/s' },
      { name: 'endToEnd.cpuPerRow', value: cpu / rows, unit: 'ms' },
      {
        name: 'endToEnd.hottestKeyShare',
        value: (hottestOf(writesByKey) / itemsWritten) * 100,
        unit: '% of writes',
        atMost: 1,
      },
      {
        name: 'endToEnd.memory',
        value: process.memoryUsage.rss() / 1e6,
        unit: 'MB',
        note: 'this process with all functions in it, at the end',
      },
    ];
  } finally {
    await bench.stop();
  }
};
