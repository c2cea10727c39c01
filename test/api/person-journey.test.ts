import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INQUIRY_ROUTES } from '#functions/api/inquiry.routes.ts';
import { PERSON_ROUTES } from '#functions/api/person.routes.ts';
import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { steady } from '#openapi/steady.ts';
import { aRunningSystem, PATIENT } from '#test/journeys/running-system.ts';
import { asDocumented } from './as-documented.ts';
import { routeOf } from './caller.ts';
import { personJourney } from './person-journey.ts';

let system: System;
let run: Exchange[];
beforeAll(async () => {
  system = await aRunningSystem();
  run = await personJourney(system);
}, PATIENT.timeout);
afterAll(() => system?.stop());

const documented = (exchanges: readonly Exchange[]) => {
  const headers = new Headers({ 'content-type': 'application/json' });
  for (const { operation, answer } of exchanges)
    expect(() => asDocumented(routeOf(operation), { ...answer, headers, text: '' })).not.toThrow();
};

describe('the examples of persons and inquiries', () => {
  it('show every route as it is told, and every way in which it succeeds', () => {
    const shown = new Set(run.map(({ operation, answer }) => `${operation} ${answer.status}`));
    const told = Object.entries({ ...PERSON_ROUTES, ...INQUIRY_ROUTES }).flatMap(([name, route]) =>
      Object.keys(route.answers).map((status) => `${name} ${status}`),
    );
    expect([...shown].toSorted()).toEqual(told.toSorted());
    documented(run);
  });

  it('are written the same in every run, and still have the shape that is told', () => {
    const again = steady(run);
    documented(again);
    expect(again.at(-1)?.answer.body).toMatchObject({ state: 'UPHELD' });
    const ids = JSON.stringify(run).match(/in_[0-9A-Z]{26}-\d/g) ?? [];
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) expect(JSON.stringify(again)).not.toContain(id);
  });
});
