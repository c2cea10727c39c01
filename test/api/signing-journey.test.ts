import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDENTITY_ACT_ROUTES } from '#functions/api/identity-act.routes.ts';
import { SIGNING_ROUTES } from '#functions/api/signing.routes.ts';
import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { steady } from '#openapi/steady.ts';
import { aRunningSystem, PATIENT } from '#test/journeys/running-system.ts';
import { asDocumented } from './as-documented.ts';
import { routeOf } from './caller.ts';
import { signingJourney } from './signing-journey.ts';

let system: System;
let run: Exchange[];
beforeAll(async () => {
  system = await aRunningSystem();
  run = await signingJourney(system);
}, PATIENT.timeout);
afterAll(() => system?.stop());

describe('the examples of signing by link', () => {
  it('show every route as it is told, and every way in which it succeeds', () => {
    const shown = run.map(({ operation, answer }) => `${operation} ${answer.status}`);
    const told = Object.entries({ ...SIGNING_ROUTES, ...IDENTITY_ACT_ROUTES }).flatMap(
      ([name, route]) => Object.keys(route.answers).map((status) => `${name} ${status}`),
    );
    expect(shown.toSorted()).toEqual(told.toSorted());
    for (const { operation, answer } of run) {
      const headers = new Headers({ 'content-type': 'application/json' });
      expect(() =>
        asDocumented(routeOf(operation), { ...answer, headers, text: '' }),
      ).not.toThrow();
    }
  });

  it('end with a business registered by link, and with one registered by an official’s act', () => {
    const states = ['sign', 'recordIdentityAct'].map(
      (name) => run.find(({ operation }) => operation === name)?.answer.body,
    );
    expect(states).toMatchObject([
      { application: { state: 'REGISTERED' } },
      { application: { state: 'REGISTERED' } },
    ]);
  });

  it('tell no secret of the run', () => {
    const secrets = run.flatMap(
      ({ request }) => /"secret":"([^"]+)"/.exec(JSON.stringify(request))?.[1] ?? [],
    );
    expect(secrets).toHaveLength(3);
    const text = JSON.stringify(steady(run));
    for (const secret of secrets) expect(text).not.toContain(secret);
  });
});
