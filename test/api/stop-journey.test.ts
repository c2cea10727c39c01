import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { STOP_ROUTES } from '#functions/api/stop.routes.ts';
import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { steady } from '#openapi/steady.ts';
import { aRunningSystem, PATIENT } from '#test/journeys/running-system.ts';
import { asDocumented } from './as-documented.ts';
import { routeOf } from './caller.ts';
import { stopJourney } from './stop-journey.ts';

const Stops = z.object({ stops: z.array(z.object({ id: z.string() })).min(1) });

let system: System | undefined;
let run: Exchange[];
beforeAll(async () => {
  system = await aRunningSystem();
  run = await stopJourney(system);
}, PATIENT.timeout);
afterAll(() => system?.stop());

describe('the examples of stops', () => {
  it('show every route as it is told', () => {
    const shown = new Set(run.map(({ operation, answer }) => `${operation} ${answer.status}`));
    const told = Object.entries(STOP_ROUTES).flatMap(([name, { answers }]) =>
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
    for (const { id } of Stops.parse(run.at(-1)?.answer.body).stops) expect(text).not.toContain(id);
    expect(text).toContain('"state":"ENDED"');
  });
});
