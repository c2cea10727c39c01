import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { REGION } from '#local/aws-services.ts';
import { type DatabaseProxy, startDatabaseProxy } from '#local/database-proxy.ts';
import type { Invoked } from '#local/lambda.ts';
import { CREDENTIALS } from '#local/s3.ts';
import { type System, startSystem } from '#local/system.ts';
import type { Call } from './call-tree.ts';
import { startTap } from './service-tap.ts';

/** The whole system on a folder of its own, watched. */
export interface BenchSystem {
  readonly system: System;
  /** counts what goes to the database */
  readonly proxy: DatabaseProxy;
  readonly table: (name: 'applications' | 'batches' | 'register') => string;
  /** a client of the database that the proxy does not count */
  readonly uncounted: DynamoDBDocumentClient;
  /** what was called since the last time that it was taken */
  take(): { readonly calls: readonly Call[]; readonly invocations: readonly Invoked[] };
  /** milliseconds of CPU so far: this process with its threads, and the engine */
  cpu(): { readonly process: number; readonly engine: number };
  stop(): Promise<void>;
}

const TICK_MS = 10;

/**
 * @param options tapped: every call between the parts is traced; metered: the proxy is in front of the
 *   database, else it counts nothing
 */
export async function startBenchSystem({
  tapped = false,
  metered = true,
} = {}): Promise<BenchSystem> {
  const dataDir = mkdtempSync(join(tmpdir(), 'market-entry-bench-'));
  let calls: Call[] = [];
  let invocations: Invoked[] = [];
  let direct = '';
  let proxy: DatabaseProxy | undefined;
  const stops: (() => unknown)[] = [];
  const system = await startSystem({
    dataDir,
    port: 0,
    log: (line) => process.stderr.write(`${line}\n`),
    invoked: (it) => invocations.push(it),
    inFront: async (service, endpoint) => {
      let at = endpoint;
      if (service === 'dynamodb') {
        direct = endpoint;
        proxy = await startDatabaseProxy({ target: endpoint });
        stops.push(proxy.stop);
        if (metered) at = proxy.endpoint;
      }
      if (tapped && service !== 's3') {
        const tap = await startTap(service, at, (call) => calls.push(call));
        stops.push(tap.stop);
        at = tap.endpoint;
      }
      return at;
    },
  });
  if (!proxy) throw new Error('the system has no database');
  const client = new DynamoDBClient({ endpoint: direct, region: REGION, credentials: CREDENTIALS });
  const { engine } = z
    .object({ engine: z.number() })
    .parse(JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')));
  const { functions } = system.deployment;

  return {
    system,
    proxy,
    table: (name) => {
      const variable = `${name.toUpperCase()}_TABLE`;
      const found = functions.find(({ environment }) => environment[variable])?.environment[
        variable
      ];
      if (!found) throw new TypeError(`no function knows the table ${name}`);
      return found;
    },
    uncounted: DynamoDBDocumentClient.from(client),
    take() {
      const taken = { calls, invocations };
      calls = [];
      invocations = [];
      return taken;
    },
    cpu() {
      const { user, system: kernel } = process.cpuUsage();
      const fields = readFileSync(`/proc/${engine}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      const ticks = Number(fields[11]) + Number(fields[12]);
      return { process: (user + kernel) / 1000, engine: ticks * TICK_MS };
    },
    async stop() {
      client.destroy();
      await system.stop();
      for (const stop of stops) await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
