import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { StatisticsView } from '#functions/api/statistics-view.ts';
import { HistoryEvent } from '#functions/application/history.ts';
import { runSample, wantSample } from '#local/sample-run.ts';
import { type System, startSystem } from '#local/system.ts';
import { countDecisions } from '#test/api/measure-journey.ts';
import { apiOf } from './api.ts';
import { anOfficial, caseOf, type Outcome } from './official.ts';
import { eventually } from './running-system.ts';
import { storedItems } from './stored-items.ts';

const PATIENT = { timeout: 180_000 };
const dataDir = mkdtempSync(join(tmpdir(), 'measured-'));

let system: System;
beforeAll(async () => {
  wantSample(dataDir);
  system = await startSystem({ dataDir, port: 0, log: () => {} });
  await runSample(system, dataDir, () => {});
}, PATIENT.timeout);
afterAll(async () => {
  await system?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** What became of the attempts, as their histories tell: `SUBMITTED REGISTERED automatic review` → how often. */
async function movesIn(of: System): Promise<Record<string, number>> {
  const stored = storedItems(of);
  const items = (await stored.all()).map((text) => JSON.parse(text));
  stored.close();
  const events = z
    .array(HistoryEvent)
    .parse(items.filter(({ sk }) => /^HISTORY#/.test(String(sk))));
  const moves: Record<string, number> = {};
  for (const { from, to, by } of events) {
    const move = `${from} ${to} ${by}`;
    moves[move] = (moves[move] ?? 0) + 1;
  }
  return moves;
}

const statistics = async () => {
  const { body } = await apiOf(system.baseUrl).get('/v1/statistics?weeks=1');
  const { weeks } = StatisticsView.parse(body);
  return weeks[0]?.all;
};

describe('what the public reads of decisions', PATIENT, () => {
  it('is what the histories tell, of the machine and of officials', async () => {
    const official = anOfficial(system.baseUrl, await system.token('official-nansha'));
    const { body } = await official.api.get('/v1/cases');
    const { cases } = z.object({ cases: z.array(z.object({ id: z.string() })) }).parse(body);
    const outcomes: Outcome[] = ['REFUSE', 'RETURN', 'REFUSE', 'REGISTER'];
    const decided = cases.slice(0, outcomes.length);
    for (const [nth, { id }] of decided.entries()) {
      const outcome = outcomes[nth] ?? 'REFUSE';
      const missing = await official.settle(id, outcome, '核对后决定。').catch(() => undefined);
      if (!missing) await official.settle(id, 'RETURN', '材料不齐。');
    }
    const closed = async () =>
      Promise.all(decided.map(async ({ id }) => caseOf(await official.read(id))));
    await eventually(closed, (all) => all.every(({ state }) => state === 'CLOSED'), 90_000);

    const moves = await movesIn(system);
    const byMachine = (to: string) => moves[`SUBMITTED ${to} automatic review`] ?? 0;
    const [registered, returned] = [byMachine('REGISTERED'), byMachine('RETURNED')];
    const referred = moves['SUBMITTED REFERRED referral'] ?? 0;
    const byPersons = Object.entries(moves)
      .filter(([move]) => move.startsWith('REFERRED '))
      .reduce((all, [, count]) => all + count, 0);
    expect(byPersons).toBe(decided.length);

    await countDecisions(system);
    const told = await statistics();
    const all = registered + returned + referred;
    expect(all).toBeGreaterThan(150);
    expect(told).toMatchObject({ decided: all, byPersons });
    expect((told?.automatic ?? 0) * all).toBeCloseTo(registered, 0);
    expect((told?.returned ?? 0) * all).toBeCloseTo(returned, 0);
    expect((told?.referred ?? 0) * all).toBeCloseTo(referred, 0);
    expect(told?.times).toMatchObject([{ lane: 'BATCH', by: 'MACHINE', count: all }]);

    await countDecisions(system);
    expect(await statistics()).toEqual(told);
  });

  it('tells officials how many were read again, and each of them is a case', async () => {
    const official = apiOf(system.baseUrl, await system.token('official-nansha'));
    const { body } = await official.get('/v1/review-quality');
    const { sampling } = z
      .object({ sampling: z.object({ approvals: z.int(), read: z.int() }) })
      .parse(body);
    const all = await statistics();
    expect(sampling).toEqual({
      approvals: Math.round((all?.automatic ?? 0) * (all?.decided ?? 0)),
      read: 0,
    });
    const stored = storedItems(system);
    const keys = (await stored.all()).map((text): { sk?: unknown } => JSON.parse(text));
    stored.close();
    const samples = keys.filter(({ sk }) => sk === 'ATTEMPT#0001#SAMPLE');
    const moves = await movesIn(system);
    expect(samples).toHaveLength(moves['SUBMITTED REGISTERED automatic review'] ?? 0);
  });
});
