import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string | undefined;

/** From now on all systems of this process, and of those that it starts, share one template: the first of them synthesises it. */
export function setup(): void {
  folder = mkdtempSync(join(tmpdir(), 'template-'));
  process.env.MARKET_ENTRY_TEMPLATE = join(folder, 'template.json');
}

export function teardown(): void {
  delete process.env.MARKET_ENTRY_TEMPLATE;
  if (folder) rmSync(folder, { recursive: true, force: true });
}
