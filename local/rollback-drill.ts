import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { ACCOUNT_ID, REGION } from './aws-services.ts';
import type { DeployedTable } from './deployment.ts';
import { startDatabase } from './dynamodb.ts';
import { CREDENTIALS } from './s3.ts';
import { exportTables, restoreTable } from './table-export.ts';

const NEW = fileURLToPath(new URL('..', import.meta.url));
/** Licences after which one release gives way to the other: a quarter of the sample's. */
const ENOUGH = 40;

const SampleEvent = z.object({
  event: z.literal('sample'),
  rows: z.int(),
  registered: z.int(),
  returned: z.int(),
  referred: z.int(),
  lost: z.int(),
});

/** The code of a commit in a folder of its own, with our packages. */
function releaseOf(ref: string, folder: string): string {
  const root = join(folder, 'release');
  mkdirSync(root);
  const archive = execFileSync('git', ['archive', ref], { cwd: NEW, maxBuffer: 1 << 30 });
  execFileSync('tar', ['-x', '-C', root], { input: archive });
  symlinkSync(join(NEW, 'node_modules'), join(root, 'node_modules'));
  return root;
}

/** The system of one release on a data folder, until `ends` says so or the sample is through. */
async function run(root: string, data: string, ends: () => boolean): Promise<string> {
  const child = spawn(
    process.execPath,
    ['local/main.ts', '--once', '--json', '--port', '0', '--data', data],
    { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  let out = '';
  child.stdout.on('data', (text) => {
    out += String(text);
  });
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  while (child.exitCode === null && !ends()) await Promise.race([sleep(100), ended]);
  child.kill('SIGTERM');
  await ended;
  return out;
}

const registeredIn = (data: string): number => {
  const log = join(data, 'functions.log');
  const written = existsSync(log) ? readFileSync(log, 'utf8') : '';
  return written.split('"outcome":"REGISTERED"').length - 1;
};

/** A program that prints the tables of the release in the folder that it is told. */
const TABLES_OF_RELEASE = `
  const from = (file) => import(\`\${process.argv[2]}/local/\${file}.ts\`);
  const { deploymentOf } = await from('deployment');
  const { resolveTemplate } = await from('template');
  const template = await (await from('synthesis')).synthesised();
  const parameters = Object.fromEntries(Object.keys(template.Parameters).map((name) => [name, '']));
  const account = { region: '${REGION}', accountId: '${ACCOUNT_ID}', parameters };
  process.stdout.write(JSON.stringify(deploymentOf(resolveTemplate(template, account)).tables));
`;

/**
 * Gives the tables of a data folder the indexes of another release, because one machine starts on no
 * others. (On AWS tables keep the newer ones: functions alone are rolled back.)
 */
async function reshape(root: string, data: string): Promise<void> {
  const program = join(data, 'tables.mjs');
  writeFileSync(program, TABLES_OF_RELEASE);
  const printed = execFileSync(process.execPath, [program, root], { cwd: root, encoding: 'utf8' });
  const tables = z.array(z.custom<DeployedTable>()).parse(JSON.parse(printed));
  const { endpoint, stop } = await startDatabase(join(data, 'database.sqlite'));
  const client = new DynamoDBClient({ endpoint, region: REGION, credentials: CREDENTIALS });
  const kept = join(data, 'exported');
  await exportTables(
    client,
    tables.map(({ name }) => name),
    kept,
  );
  for (const table of tables) await restoreTable(client, table, kept);
  rmSync(kept, { recursive: true });
  client.destroy();
  await stop();
}

/** Runs the sample's first quarter with one release and all that is left with the other, on the same data. */
export async function drill(first: string, second: string, data: string): Promise<string> {
  await run(first, data, () => registeredIn(data) >= ENOUGH);
  const before = registeredIn(data);
  await reshape(second, data);
  const out = await run(second, data, () => false);
  const told = out.trim().split('\n').at(-1) ?? '';
  const { rows, registered, returned, referred, lost } = SampleEvent.parse(JSON.parse(told));
  if (lost > 0) process.exitCode = 1;
  return `${before} registered, then the other code: ${rows} rows: ${registered} registered, ${returned} returned, ${referred} referred, ${lost} lost`;
}

if (import.meta.main) {
  const ref = process.argv[2] ?? 'HEAD~1';
  const folder = mkdtempSync(join(tmpdir(), 'rollback-drill-'));
  const say = (line: string) => process.stdout.write(`${line}\n`);
  try {
    const old = releaseOf(ref, folder);
    say(`back to ${ref}: ${await drill(NEW, old, join(folder, 'back'))}`);
    say(`on from ${ref}: ${await drill(old, NEW, join(folder, 'on'))}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
