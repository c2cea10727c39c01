import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { synthesised } from '#local/synthesis.ts';
import { Template } from '#local/template.ts';
import { newFolder } from './folder.ts';

/** Names the file in which a campaign hands the template to its processes. */
const FILE = 'FAULTS_TEMPLATE';

/** The stack of every world: as the campaign has synthesised it, or synthesised now. */
export async function stackTemplate(): Promise<Template> {
  const file = process.env[FILE];
  return file ? Template.parse(JSON.parse(readFileSync(file, 'utf8'))) : synthesised();
}

/** Synthesises it once for all processes that this one starts, and for theirs, while the work is done. */
export async function withOneTemplate<T>(work: () => Promise<T>): Promise<T> {
  const folder = newFolder('template');
  const file = join(folder, 'template.json');
  writeFileSync(file, JSON.stringify(await synthesised()));
  process.env[FILE] = file;
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
