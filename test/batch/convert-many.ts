import { planChunks } from '#functions/batch/chunk-plan.ts';
import { ndjsonOf } from '#functions/batch/csv-conversion.ts';
import { decoded } from '#functions/batch/file-encoding.ts';
import { anIndividualBusiness } from '#test/builders/a-form.ts';
import { csvOf } from './csv-file.ts';
import { signatures } from './sent-rows.ts';

/** Turns a file of so many records, made as it is read, and tells the plan: run with a small heap. */
const count = Number(process.argv[2]);
const [header = '', record = ''] = csvOf([
  { clientRowRef: 'REF', form: anIndividualBusiness(), signatures },
]).split('\n');

async function* file(): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${header}\n`);
  for (let from = 0; from < count; from += 100) {
    const refs = Array.from({ length: Math.min(100, count - from) }, (_, index) => from + index);
    yield Buffer.from(refs.map((ref) => `${record.replace('REF', `r-${ref}`)}\n`).join(''));
  }
}

const started = performance.now();
const plan = await planChunks(ndjsonOf(decoded(file(), 'UTF-8')));
if (plan.fault) throw new Error(plan.fault);
const seconds = (performance.now() - started) / 1000;
process.stdout.write(
  JSON.stringify({
    rows: plan.rows,
    chunks: plan.chunks.length,
    seconds: Math.round(seconds),
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
  }),
);
