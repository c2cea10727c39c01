import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOST_ROUTES } from '#functions/api/host.routes.ts';
import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { steady } from '#openapi/steady.ts';
import { aRunningSystem, PATIENT } from '#test/journeys/running-system.ts';
import { asDocumented } from './as-documented.ts';
import { routeOf } from './caller.ts';
import { hostJourney } from './host-journey.ts';

let system: System;
let run: Exchange[];
beforeAll(async () => {
  system = await aRunningSystem();
  run = await hostJourney(system);
}, PATIENT.timeout);
afterAll(() => system?.stop());

const bodyOf = (operation: string) => run.find((it) => it.operation === operation)?.answer.body;

describe('the examples of a host’s door', () => {
  it('show every route as it is told, and every way in which it succeeds', () => {
    const shown = run.map(({ operation, answer }) => `${operation} ${answer.status}`);
    const told = Object.entries(HOST_ROUTES).flatMap(([name, route]) =>
      Object.keys(route.answers).map((status) => `${name} ${status}`),
    );
    expect(shown.toSorted()).toEqual(told.toSorted());
    for (const { operation, answer } of run) {
      const headers = new Headers({ 'content-type': 'application/json' });
      expect(() =>
        asDocumented(routeOf(operation), { ...answer, headers, text: '' }),
      ).not.toThrow();
    }
  });

  it('are written the same in every run', () => {
    expect(JSON.stringify(steady(run))).not.toMatch(/2026-1[12]-(?!23)/);
  });

  it('end with a business registered by the host’s signature, at a place of its own', () => {
    expect(bodyOf('listCustodyAgreements')).toMatchObject({ agreements: [{}, {}] });
    expect(bodyOf('signCustodyAgreement')).toMatchObject({
      state: 'SIGNED',
      application: { state: 'REGISTERED', missing: 0 },
    });
    expect(bodyOf('refuseCustodyAgreement')).toMatchObject({
      state: 'WAITING',
      refused: { code: 'NOT_TENANT' },
    });
    expect(bodyOf('listPlaces')).toMatchObject({
      places: [{ place: 12, state: 'OCCUPIED', name: '广州市南沙区溪禾百货店' }],
    });
  });
});
