import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ACCOUNTS } from '#local/accounts.ts';
import { bearerToken } from '#local/bearer-token.ts';
import { EXPECTED, expectations } from '#local/sample/expected.ts';
import { apiOf } from './api.ts';
import { anOfficial, caseOf } from './official.ts';
import { eventually } from './running-system.ts';
import { killAtOnce, nothingRunsOn, type SpawnedSystem, spawnSystem } from './spawned-system.ts';

/** Each case starts the system once or twice and waits for a good part of the sample. */
const SEVERAL_STARTS = { timeout: 120_000 };

const dataDir = mkdtempSync(join(tmpdir(), 'restart-'));
let running: SpawnedSystem | undefined;
afterAll(async () => {
  running?.process.kill('SIGKILL');
  await running?.ended;
  rmSync(dataDir, { recursive: true, force: true });
});

const start = (...options: readonly string[]): SpawnedSystem => {
  running = spawnSystem(dataDir, ...options);
  return running;
};

async function apiAs(system: SpawnedSystem, id: 'agent-qihang' | 'official-nansha') {
  const account = ACCOUNTS.find((it) => it.id === id) ?? ACCOUNTS[0];
  const baseUrl = await system.baseUrl;
  return { baseUrl, token: await bearerToken(baseUrl, account) };
}

const Rows = z.object({
  rows: z.array(
    z.object({ clientRowRef: z.string(), state: z.string(), applicationId: z.string() }),
  ),
});

/** The sample's rows as the agent reads them, from wherever the killed process got to. */
async function rowsOf(system: SpawnedSystem) {
  const { baseUrl, token } = await apiAs(system, 'agent-qihang');
  const { get } = apiOf(baseUrl, token);
  return async () => {
    const { batchId } = z.object({ batchId: z.string().optional() }).parse(sample());
    if (!batchId) return [];
    return Rows.parse((await get(`/v1/batches/${batchId}/rows?limit=500`)).body).rows;
  };
}
const sample = (): unknown => JSON.parse(readFileSync(join(dataDir, 'sample.json'), 'utf8'));

/** Ends the process as soon as so many rows are decided, but not all. */
async function killOnceDecided(least: number): Promise<void> {
  const system = start('--once');
  const rows = await rowsOf(system);
  const decided = await eventually(
    async () => (await rows()).filter(({ state }) => state !== 'SUBMITTED').length,
    (count) => count >= least,
    60_000,
  );
  await killAtOnce(system, dataDir);
  expect(decided).toBeLessThan(200);
  expect(system.out.some((line) => line.includes('"sample"'))).toBe(false);
}

const total = (state: 'REGISTERED' | 'RETURNED' | 'REFERRED') =>
  expectations.reduce((sum, [, { becomes }]) => sum + (becomes[state] ?? 0), 0);

describe('a system that is killed', SEVERAL_STARTS, () => {
  it('while the file is opened', async () => {
    const system = start('--once');
    await eventually(
      () => system.messages.some((line) => /^sample: (submitted|running)/.test(line)),
      (begun) => begun,
    );
    await killAtOnce(system, dataDir);
    expect(system.out).toHaveLength(1);
  });

  it('in the middle of the registrations', () => killOnceDecided(40));
  it('near the end', () => killOnceDecided(140));

  it('ends with what the sample must become, group by group, and nothing lost', async () => {
    const system = start('--once');
    expect(await system.ended).toBe(0);
    expect(JSON.parse(system.out.at(-1) ?? '')).toEqual({
      event: 'sample',
      rows: 200,
      registered: total('REGISTERED'),
      returned: total('RETURNED'),
      referred: total('REFERRED'),
      lost: 0,
      seconds: expect.any(Number),
    });
    const table = system.messages.join('\n');
    for (const group of Object.keys(EXPECTED)) expect(table).toMatch(new RegExp(`✓.* ${group} `));
    expect(table).not.toContain('✗');
    await nothingRunsOn(dataDir);
  });
});

describe('a case that waits while the system is killed', SEVERAL_STARTS, () => {
  it('is decided after the restart', async () => {
    const before = start();
    await eventually(
      () => before.out.length,
      (lines) => lines === 2,
    );
    const { applicationId } = await doubtfulCase(before);
    await killAtOnce(before, dataDir);

    const after = start();
    const { official, caseId } = await doubtfulCase(after, applicationId);
    const decided = await official.settle(caseId, 'REGISTER', '“中国”仅作行业限定语。');
    expect(decided.state).toBe('DECIDED');
    const rows = await rowsOf(after);
    const row = await eventually(
      async () => (await rows()).find((it) => it.applicationId === applicationId),
      (it) => it?.state === 'REGISTERED',
    );
    expect(row?.clientRowRef).toMatch(/^SAMPLE-/);

    after.process.kill('SIGTERM');
    expect(await after.ended).toBe(0);
    await nothingRunsOn(dataDir);
  });
});

/** A case of the sample with 中国 inside the name; the one of an application, where that is named. */
async function doubtfulCase(system: SpawnedSystem, wanted?: string) {
  const { baseUrl, token } = await apiAs(system, 'official-nansha');
  const official = anOfficial(baseUrl, token);
  const { cases } = z
    .object({ cases: z.array(z.object({ id: z.string() })) })
    .parse((await official.api.get('/v1/cases')).body);
  for (const { id } of cases) {
    const { findings, state } = caseOf(await official.read(id));
    const applicationId = `ap_${id.slice(3, 29)}`;
    if (wanted ? applicationId === wanted : findings.some(({ rule }) => rule === 'NM-07')) {
      expect(state).toBe('OPEN');
      return { official, caseId: id, applicationId };
    }
  }
  throw new Error('no such case waits');
}
