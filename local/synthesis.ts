import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Stage } from '#infra/stage.ts';
import { Template } from './template.ts';

/** The template of the local stage, synthesised in a thread that takes CDK's 300 MB with it when it ends. */
export async function synthesised(licenceKeys?: Stage['licenceKeys']): Promise<Template> {
  const worker = new Worker(new URL('./synthesis-worker.ts', import.meta.url), {
    workerData: licenceKeys,
  });
  const [template]: unknown[] = await once(worker, 'message');
  return Template.parse(template);
}
