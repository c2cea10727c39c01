import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATA_ROUTES } from '#functions/api/data.routes.ts';
import { LIST_ENTRY_ROUTES } from '#functions/api/list-entry.routes.ts';
import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { steady } from '#openapi/steady.ts';
import { aRunningSystem, PATIENT } from '#test/journeys/running-system.ts';
import { asDocumented } from './as-documented.ts';
import { routeOf, textOf } from './caller.ts';
import { dataJourney } from './data-journey.ts';

let system: System | undefined;
let run: Exchange[];
beforeAll(async () => {
  system = await aRunningSystem();
  run = await dataJourney(system);
}, PATIENT.timeout);
afterAll(() => system?.stop());

describe('the examples of published data and of lists', () => {
  it('show every route as it is told', () => {
    const shown = new Set(run.map(({ operation, answer }) => `${operation} ${answer.status}`));
    const routes = { ...DATA_ROUTES, ...LIST_ENTRY_ROUTES };
    const told = Object.entries(routes).flatMap(([name, { answers }]) =>
      Object.keys(answers).map((status) => `${name} ${status}`),
    );
    expect([...shown].toSorted()).toEqual(told.toSorted());
    for (const { operation, answer } of run) {
      const headers = new Headers({ 'content-type': 'application/json' });
      expect(() =>
        asDocumented(routeOf(operation), { ...answer, headers, text: '' }),
      ).not.toThrow();
    }
  });

  it('are written the same in every run', () => {
    const text = JSON.stringify(steady(run));
    for (const { operation, answer } of run)
      if (answer.status === 201) expect(text, operation).not.toContain(textOf(answer.body, 'id'));
    expect(text).toContain('"state":"WITHDRAWN"');
  });
});
