import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { applicationStore } from '#functions/application/application.store.ts';
import { booksOf, type Item } from '#functions/reconciliation/books.ts';
import { DIFFERENCES, type Difference } from '#functions/reconciliation/difference.ts';
import { differencesIn } from '#functions/reconciliation/reconcile.ts';
import { repairer } from '#functions/reconciliation/repair.store.ts';
import { newSalt } from '#functions/runtime/draws.ts';
import { unpacked } from '#functions/runtime/packed.ts';
import { REGION } from './aws-services.ts';
import { deployedHere, variableOf } from './deployed.ts';
import type { DeployedTable } from './deployment.ts';
import { startDatabase } from './dynamodb.ts';
import { CREDENTIALS } from './s3.ts';
import { runSample, wantSample } from './sample-run.ts';
import { startSystem } from './system.ts';
import { exportTables, itemsOf, restoreTable } from './table-export.ts';

/** The tables that must agree; `access` is a cache. */
const RECONCILED = ['applications', 'register', 'batches'] as const;
type Reconciled = (typeof RECONCILED)[number];
type Tables = Readonly<Record<Reconciled, DeployedTable>>;

/** Businesses registered when the earlier backup is taken: a quarter of the sample's. */
const REGISTERED_EARLIER = 40;

/** Repairs make others possible (a business, then its name); more rounds than this change nothing. */
const ROUNDS = 4;

export interface Drill {
  readonly title: string;
  /** tables that are put back to the earlier moment; the others to the later one */
  readonly earlier: readonly Reconciled[];
}

/** Losing one table and putting it back to the same second; then each table older than the others. */
export const DRILLS: readonly Drill[] = [
  { title: 'register lost, put back to the same second', earlier: [] },
  { title: 'register put back to an earlier second than the others', earlier: ['register'] },
  { title: 'applications put back to an earlier second', earlier: ['applications'] },
  { title: 'batches put back to an earlier second', earlier: ['batches'] },
];

export interface DrillResult {
  readonly title: string;
  readonly restored: number;
  /** at once, and behind others that were repaired */
  readonly found: readonly Difference[];
  readonly left: readonly Difference[];
}

/**
 * Runs the sample in a folder, with a backup of all tables half-way and one at the end; then loses
 * the tables and puts them back for each drill, reconciles, repairs, and reconciles again.
 */
export async function runDrills(
  folder: string,
  say: (line: string) => void,
): Promise<readonly DrillResult[]> {
  const system = join(folder, 'system');
  const earlier = join(folder, 'earlier.sqlite');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await sampleWithBackup(system, earlier, say);
  const tables = await deployedTables();
  const names = Object.values(tables).map(({ name }) => name);

  await withDatabase(earlier, (client) => exportTables(client, names, join(folder, 'earlier')));
  return withDatabase(join(system, 'database.sqlite'), async (client) => {
    await exportTables(client, names, join(folder, 'later'));
    const results: DrillResult[] = [];
    for (const drill of DRILLS) results.push(await run(drill, client, tables, folder));
    return results;
  });
}

async function run(
  { title, earlier }: Drill,
  client: DynamoDBClient,
  tables: Tables,
  folder: string,
): Promise<DrillResult> {
  let restored = 0;
  for (const name of RECONCILED) {
    const moment = earlier.includes(name) ? 'earlier' : 'later';
    restored += await restoreTable(client, tables[name], join(folder, moment));
  }
  let left = await differences(client, tables);
  const found = new Map(left.map((it) => [keyOf(it), it]));
  const documents = DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
  });
  const named = {
    applications: tables.applications.name,
    register: tables.register.name,
    batches: tables.batches.name,
  };
  const store = applicationStore(documents, named.applications, newSalt);
  const repair = repairer(documents, named, store, Date.now);
  for (let round = 0; round < ROUNDS; round++) {
    const repairs = left.flatMap((it) => (it.repair ? [it.repair] : []));
    let written = 0;
    for (const it of repairs) if (await repair(it)) written += 1;
    if (written === 0) break;
    left = await differences(client, tables);
    for (const it of left) found.set(keyOf(it), it);
  }
  return { title, restored, found: [...found.values()], left };
}

const keyOf = ({ kind, subject }: Difference): string => `${kind} ${subject}`;

async function differences(client: DynamoDBClient, tables: Tables): Promise<Difference[]> {
  const items: Item[] = [];
  for (const name of RECONCILED) {
    for await (const item of itemsOf(client, tables[name].name)) items.push(unpacked(item));
  }
  return differencesIn(booksOf(items), new Date().toISOString());
}

/** The sample, and a copy of the whole database, consistent in itself, when some rows are registered and others are not. */
async function sampleWithBackup(
  folder: string,
  backup: string,
  say: (line: string) => void,
): Promise<void> {
  wantSample(folder);
  const system = await startSystem({ dataDir: folder, port: 0, log: say });
  try {
    const { sent, registered } = await runSample(system, folder, () => {
      if (existsSync(backup)) return;
      const log = readFileSync(join(folder, 'functions.log'), 'utf8');
      if (log.split('"outcome":"REGISTERED"').length <= REGISTERED_EARLIER) return;
      const database = new DatabaseSync(join(folder, 'database.sqlite'), { readOnly: true });
      database.prepare('VACUUM INTO ?').run(backup);
      database.close();
    });
    say(
      `sample: ${sent.length} rows, ${registered} registered; one backup half-way, one at the end`,
    );
  } finally {
    await system.stop();
  }
}

async function withDatabase<Result>(
  file: string,
  work: (client: DynamoDBClient) => Promise<Result>,
): Promise<Result> {
  const { endpoint, stop } = await startDatabase(file);
  const client = new DynamoDBClient({ endpoint, region: REGION, credentials: CREDENTIALS });
  try {
    return await work(client);
  } finally {
    client.destroy();
    await stop();
  }
}

/** The template's tables, by the names that the catalogue calls them. */
async function deployedTables(): Promise<Tables> {
  const { tables, functions } = await deployedHere();
  const named = (name: Reconciled): DeployedTable => {
    const physical = variableOf({ functions }, `${name.toUpperCase()}_TABLE`);
    const table = tables.find((it) => it.name === physical);
    if (!table) throw new TypeError(`the template has no table ${name}`);
    return table;
  };
  return {
    applications: named('applications'),
    register: named('register'),
    batches: named('batches'),
  };
}

/** What a drill found, by kind, with one example each; what is left for a person is said in full words. */
export function reportOf({ title, restored, found, left }: DrillResult): string[] {
  const counted = [...Map.groupBy(found, ({ kind }) => kind)].map(([kind, all]) => {
    const open = left.filter((it) => it.kind === kind).length;
    const { says, todo } = DIFFERENCES[kind];
    const outcome = open === 0 ? 'all repaired' : `${all.length - open} repaired, ${open} left`;
    return `  ${String(all.length).padStart(4)} ${kind} (${outcome}), e.g. ${all[0]?.subject}\n       ${says} ${todo}`;
  });
  return [
    `${title}: ${restored} items restored, ${found.length} differences, ${left.length} left for a person`,
    ...counted,
  ];
}

if (import.meta.main) {
  const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'restore-drill-'));
  const say = (line: string) => process.stdout.write(`${line}\n`);
  try {
    for (const result of await runDrills(folder, say)) {
      for (const line of reportOf(result)) say(line);
    }
  } finally {
    if (process.argv[2] === undefined) rmSync(folder, { recursive: true, force: true });
  }
}
