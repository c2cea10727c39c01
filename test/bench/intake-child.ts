import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Chunk } from '#functions/batch/batch.ts';
import { planChunks, rowsIn } from '#functions/batch/chunk-plan.ts';
import { takeInChunk } from '#functions/batch/take-in-chunk.ts';
import { newId } from '#functions/runtime/draws.ts';
import { BatchId } from '#functions/shared/ids.ts';
import { anIndex } from '#test/builders/a-person-key.ts';

/** Plans the file and takes in every chunk by the use cases of the two functions; writes go nowhere. */
const file = process.argv[2] ?? '';
const startedAt = performance.now();
let peakHeap = 0;
const watch = setInterval(() => {
  peakHeap = Math.max(peakHeap, process.memoryUsage().heapUsed);
}, 20);

const plan = await planChunks(createReadStream(file));
if (plan.fault) throw new Error(plan.fault);
const batchId = BatchId.parse(newId('ba'));
const handle = await open(file);
const takeIn = takeInChunk({
  batch: async () => ({
    schemaVersion: 1,
    id: batchId,
    agent: 'agent',
    state: 'RUNNING',
    format: 'NDJSON',
    version: 1,
    bytes: 1,
    createdAt: new Date().toISOString(),
    closedChunks: 0,
    tries: 0,
  }),
  async lines({ byteStart, byteEnd }) {
    const bytes = Buffer.alloc(byteEnd - byteStart);
    await handle.read(bytes, 0, bytes.length, byteStart);
    return rowsIn(bytes.toString('utf8'), byteStart === 0);
  },
  write: async () => 'WRITTEN',
  takeIn: async () => 'COMMITTED',
  note: async (_, row) => {
    throw new Error(JSON.stringify(row));
  },
  claimIntent: async () => undefined,
  reserveName: async () => [],
  host: async () => undefined,
  holdPlace: async () => 'NONE_FREE',
  index: anIndex,
  newId,
  now: Date.now,
});

let ready = 0;
for (const [index, chunk] of plan.chunks.entries()) {
  const { applications } = await takeIn(Chunk.parse({ batchId, chunk: index + 1, ...chunk }));
  ready += applications.length;
}
await handle.close();
clearInterval(watch);
const megabyte = (bytes: number): number => bytes / 1e6;
process.stdout.write(
  JSON.stringify({
    rows: plan.rows,
    ready,
    seconds: (performance.now() - startedAt) / 1000,
    peakHeap: megabyte(peakHeap),
    peakMemory: process.resourceUsage().maxRSS / 1000,
  }),
);
