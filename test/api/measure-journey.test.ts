import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MEASURE_ROUTES } from '#functions/api/measure.routes.ts';
import { STATISTICS_ROUTES } from '#functions/api/statistics.routes.ts';
import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { steady } from '#openapi/steady.ts';
import { aRunningSystem, PATIENT } from '#test/journeys/running-system.ts';
import { asDocumented } from './as-documented.ts';
import { callRoute, routeOf } from './caller.ts';
import { measureJourney } from './measure-journey.ts';

let system: System | undefined;
let run: Exchange[];
beforeAll(async () => {
  system = await aRunningSystem();
  run = await measureJourney(system);
}, PATIENT.timeout);
afterAll(() => system?.stop());

describe('the examples of what is measured', () => {
  it('show every route as it is told', () => {
    expect(run.map(({ operation }) => operation)).toEqual(
      Object.keys({ ...STATISTICS_ROUTES, ...MEASURE_ROUTES }),
    );
    for (const { operation, answer } of run) {
      const headers = new Headers({ 'content-type': 'application/json' });
      expect(answer.status).toBe(200);
      expect(() =>
        asDocumented(routeOf(operation), { ...answer, headers, text: '' }),
      ).not.toThrow();
    }
  });

  it('are written the same in every week', () => {
    const told = JSON.stringify(steady(run));
    expect(told).toContain('"week":"2026-W48"');
    expect([...told.matchAll(/\d{4}-W\d\d/g)].every(([week]) => week === '2026-W48')).toBe(true);
  });
});

describe('statistics', () => {
  it.each(['0', '13', 'x', ''])('are not told of %j weeks', async (weeks) => {
    const asked = { query: { weeks } };
    const { status, body } = await callRoute(
      system?.baseUrl ?? '',
      routeOf('readStatistics'),
      asked,
    );
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ pointer: '#query/weeks' }] });
  });

  it('of review quality are for officials only', async () => {
    const route = routeOf('readReviewQuality');
    const asked = async (account?: string) =>
      callRoute(system?.baseUrl ?? '', route, {}, account && (await system?.token(account)));
    expect((await asked()).status).toBe(401);
    expect((await asked('lin-qinghe')).status).toBe(401);
  });
});
