import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { runningOn, takeDataFolder } from '#local/data-folder.ts';
import { startDatabase } from '#local/dynamodb.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'data-'));

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

async function eventually(holds: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 100 && !holds(); tries++) {
    await new Promise((done) => setTimeout(done, 20));
  }
  return holds();
}

it('is given to one system at a time', () => {
  const folder = newFolder();
  const first = takeDataFolder(folder);
  first.note({ pid: process.pid, baseUrl: 'http://127.0.0.1:1' });
  expect(() => takeDataFolder(folder)).toThrow(/already runs on .*http:\/\/127\.0\.0\.1:1/);
  first.release();
  expect(runningOn(folder)).toBeUndefined();
  takeDataFolder(folder).release();
});

it('is taken over from a killed system, whose database engine has ended', async () => {
  const folder = newFolder();
  const script = fileURLToPath(new URL('take-and-wait.ts', import.meta.url));
  const system = spawn(process.execPath, [script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(system.stdout, 'data');
  const engine = runningOn(folder)?.engine ?? 0;
  expect(isAlive(engine)).toBe(true);
  expect(() => takeDataFolder(folder)).toThrow(/already runs/);

  system.kill('SIGKILL');
  await once(system, 'exit');
  const again = takeDataFolder(folder);
  expect(await eventually(() => !isAlive(engine))).toBe(true);
  const database = await startDatabase(again.path('database.sqlite'));
  await database.stop();
  expect(isAlive(database.pid ?? 0)).toBe(false);
  again.release();
});

it('leaves a process alone that only has the number of the old engine', () => {
  const folder = newFolder();
  const first = takeDataFolder(folder);
  first.release();
  const bystander = spawn('sleep', ['30']);
  first.note({ pid: 1, baseUrl: 'http://127.0.0.1:1', engine: bystander.pid ?? 0 });
  takeDataFolder(folder).release();
  expect(isAlive(bystander.pid ?? 0)).toBe(true);
  bystander.kill();
});
