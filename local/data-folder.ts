import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { errorCode } from './error-code.ts';

/** What a running system says of itself in `running.json`. */
export const Running = z.object({
  pid: z.number(),
  baseUrl: z.string(),
  /** process id of the database engine, if it is ours */
  engine: z.number().optional(),
  /** end-points of its data, for whoever reads them beside it */
  services: z.object({ dynamodb: z.string(), s3: z.string() }).optional(),
});
export type Running = z.infer<typeof Running>;

export interface DataFolder {
  /** path of a file or folder in the data folder */
  path(...name: readonly string[]): string;
  /** tells others that the system runs and where */
  note(running: Running): void;
  release(): void;
}

/**
 * Takes a data folder for this process, until it ends in whatever way: the lock is SQLite's on an
 * open file, which the kernel gives back. What is left of a killed system is ended first.
 *
 * @throws {Error} when another system runs on the folder.
 */
export function takeDataFolder(folder: string): DataFolder {
  const root = resolve(folder);
  const path = (...name: readonly string[]) => join(root, ...name);
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(path('lock'));
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (errorCode(error) !== 'ERR_SQLITE_ERROR') throw error;
    const where = runningOn(root)?.baseUrl ?? 'not ready yet';
    throw new Error(
      `a system already runs on ${root} (${where}); stop it or choose another --data`,
    );
  }
  endOrphan(runningOn(root), path('database.sqlite'));
  return {
    path,
    note: (running) => writeFileSync(path('running.json'), JSON.stringify(running)),
    release() {
      rmSync(path('running.json'), { force: true });
      lock.close();
    },
  };
}

/** What the system on this folder last said of itself; it may have been killed since. */
export function runningOn(folder: string): Running | undefined {
  try {
    return Running.parse(JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Ends the database engine of a killed system, if that process is still the engine of this file. */
function endOrphan(left: Running | undefined, databaseFile: string): void {
  if (!left?.engine) return;
  try {
    const command = readFileSync(`/proc/${left.engine}/cmdline`, 'utf8').split('\0');
    if (command.includes(databaseFile)) process.kill(left.engine);
  } catch (error) {
    if (!['ENOENT', 'ESRCH'].includes(errorCode(error) ?? '')) throw error;
  }
}
