import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { eventually } from './running-system.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const Ready = z.object({ event: z.literal('ready'), baseUrl: z.string() });

/** The system as a process of its own, as `npm start` runs it. */
export interface SpawnedSystem {
  readonly process: ChildProcess;
  /** where it answers, once it is ready */
  readonly baseUrl: Promise<string>;
  /** lines written so far */
  readonly out: readonly string[];
  readonly messages: readonly string[];
  /** exit code, or the signal that ended it */
  readonly ended: Promise<number | string | null>;
}

/** Runs `node local/main.ts --json --port 0` on a data folder. */
export function spawnSystem(dataDir: string, ...more: readonly string[]): SpawnedSystem {
  const child = spawn(
    process.execPath,
    ['local/main.ts', '--json', '--port', '0', '--data', dataDir, ...more],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const out: string[] = [];
  const messages: string[] = [];
  const ended = new Promise<number | string | null>((done) =>
    child.once('close', (code, signal) => done(code ?? signal)),
  );
  createInterface(child.stderr).on('line', (line) => messages.push(line));
  const baseUrl = new Promise<string>((ready, failed) => {
    createInterface(child.stdout).on('line', (line) => {
      if (out.push(line) === 1) ready(Ready.parse(JSON.parse(line)).baseUrl);
    });
    void ended.then((how) => failed(new Error(`ended by ${how}:\n${messages.join('\n')}`)));
  });
  baseUrl.catch(() => {});
  return { process: child, baseUrl, out, messages, ended };
}

/** Ends it as `kill -9` does, and sees that nothing of it lives on. */
export async function killAtOnce(system: SpawnedSystem, dataDir: string): Promise<void> {
  system.process.kill('SIGKILL');
  await system.ended;
  await nothingRunsOn(dataDir);
}

/** Waits until no process of this machine names the folder any more (Linux only; elsewhere none is seen). */
export const nothingRunsOn = (dataDir: string): Promise<unknown> =>
  eventually(
    () => commandLines().filter((line) => line.includes(dataDir)),
    (left) => left.length === 0,
    15_000,
  );

/** Command lines of all processes; those that end meanwhile have none. */
const commandLines = (): string[] =>
  (existsSync('/proc') ? readdirSync('/proc') : [])
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      } catch {
        return '';
      }
    });
