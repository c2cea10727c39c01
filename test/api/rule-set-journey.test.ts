import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ShadowView } from '#functions/api/rule-set.routes.ts';
import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { apiOf, problemOf } from '#test/journeys/api.ts';
import { aRunningSystem, PATIENT } from '#test/journeys/running-system.ts';
import { ruleSetJourney } from './rule-set-journey.ts';

let system: System;
let exchanges: readonly Exchange[];
beforeAll(async () => {
  system = await aRunningSystem();
  exchanges = await ruleSetJourney(system);
}, PATIENT.timeout);
afterAll(() => system?.stop());

const shadowFor = async (hash: string, account: string) =>
  apiOf(system.baseUrl, await system.token(account)).get(`/v1/rule-sets/${hash}/shadow`);

describe('a candidate in the bucket', PATIENT, () => {
  it('runs beside the rule set in force, and officials read what it would decide otherwise', () => {
    const [read] = exchanges;
    expect(read?.answer.status).toBe(200);
    const shadow = ShadowView.parse(read?.answer.body);
    expect(shadow).toMatchObject({ id: 'candidate', decisions: 1, failed: 0, leftOut: 0 });
    expect(shadow.rules).toMatchObject([{ rule: 'CP-01', applications: { length: 1 } }]);
    expect(shadow.changes).toMatchObject([{ from: 'RETURN', count: 1 }]);
  });

  it('is not found by a digest that no candidate has, or that is none', async () => {
    for (const hash of ['0'.repeat(64), 'CANDIDATE', 'F'.repeat(64)])
      expect(problemOf(await shadowFor(hash, 'official-nansha'))).toMatchObject({
        slug: 'not-found',
      });
  });

  it('is nothing for applicants', async () => {
    expect((await shadowFor('0'.repeat(64), 'lin-qinghe')).status).toBe(401);
  });
});
