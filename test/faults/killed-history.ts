import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { newFolder } from './folder.ts';
import type { Ran } from './history.ts';

const CAMPAIGN = fileURLToPath(new URL('./campaign.ts', import.meta.url));

const Left = z.object({
  broken: z.array(z.string()),
  outcomes: z.record(z.string(), z.number()),
  said: z.array(z.string()),
});

const started = (folder: string, name: string, ...more: string[]): ChildProcess =>
  spawn(process.execPath, [CAMPAIGN, '--folder', folder, '--one', name, ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

async function lineOf(child: ChildProcess, wanted: RegExp): Promise<string> {
  if (!child.stdout) throw new TypeError('the history has no output');
  for await (const line of createInterface(child.stdout)) if (wanted.test(line)) return line;
  throw new Error('the history ended before its time');
}

/**
 * Runs a history in a process of its own and kills it (SIGKILL) in the middle; another process then
 * takes up what it left on the disk, machines and tables alike.
 *
 * @param name as the command line names it
 * @param chance decides when it is killed, within its first second
 */
export async function killedHistory(name: string, chance: number): Promise<Ran> {
  const folder = newFolder('killed');
  try {
    const first = started(folder, name);
    const gone = once(first, 'exit');
    await lineOf(first, /^ready$/);
    await new Promise((resolve) => setTimeout(resolve, 40 + ((chance * 137) % 500)));
    first.kill('SIGKILL');
    await gone;
    const second = started(folder, name, '--take-up');
    const left = Left.parse(JSON.parse(await lineOf(second, /^\{/)));
    return { ...left, injected: [], arrows: [] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
