import { once } from 'node:events';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Stage } from '#infra/stage.ts';
import { Template } from './template.ts';

/**
 * The template of the local stage. Whoever starts many systems of one tree names a file in
 * MARKET_ENTRY_TEMPLATE: the first of them writes it there, and the others need not synthesise.
 */
export async function synthesised(licenceKeys?: Stage['licenceKeys']): Promise<Template> {
  const file = licenceKeys ? undefined : process.env.MARKET_ENTRY_TEMPLATE;
  if (file && existsSync(file)) return Template.parse(JSON.parse(readFileSync(file, 'utf8')));
  const template = await newlySynthesised(licenceKeys);
  if (file) {
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(template));
    renameSync(`${file}.${process.pid}`, file);
  }
  return Template.parse(template);
}

/** In a thread that takes CDK's 300 MB with it when it ends. */
async function newlySynthesised(licenceKeys: Stage['licenceKeys'] | undefined): Promise<unknown> {
  const worker = new Worker(new URL('./synthesis-worker.ts', import.meta.url), {
    workerData: licenceKeys,
  });
  const [template]: unknown[] = await once(worker, 'message');
  return template;
}
