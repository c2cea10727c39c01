import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFENCE_ROUTES } from '#functions/api/defence.routes.ts';
import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { steady } from '#openapi/steady.ts';
import { aRunningSystem, PATIENT } from '#test/journeys/running-system.ts';
import { asDocumented } from './as-documented.ts';
import { routeOf } from './caller.ts';
import { defenceJourney } from './defence-journey.ts';

let system: System | undefined;
let run: Exchange[];
beforeAll(async () => {
  system = await aRunningSystem();
  run = await defenceJourney(system);
}, PATIENT.timeout);
afterAll(() => system?.stop());

describe('the examples of defence files', () => {
  it('show every route as it is told', () => {
    expect(run.map(({ operation }) => operation).toSorted()).toEqual(
      Object.keys(DEFENCE_ROUTES).toSorted(),
    );
    for (const { operation, answer } of run) {
      const headers = new Headers({ 'content-type': 'application/json' });
      expect(() =>
        asDocumented(routeOf(operation), { ...answer, headers, text: '' }),
      ).not.toThrow();
    }
  });

  it('are short, and tell nothing of one run alone', () => {
    const text = JSON.stringify(steady(run));
    expect(text.length).toBeLessThan(12_000);
    expect(text).not.toMatch(/[0-9a-f]{40}(?<!0{40})/);
    expect(text).toContain('REFUSE');
  });
});
