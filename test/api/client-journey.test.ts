import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENT_RECORD_ROUTES } from '#functions/api/agent-record.routes.ts';
import { CLIENT_ROUTES } from '#functions/api/client.routes.ts';
import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { steady } from '#openapi/steady.ts';
import { aRunningSystem, PATIENT } from '#test/journeys/running-system.ts';
import { asDocumented } from './as-documented.ts';
import { routeOf } from './caller.ts';
import { clientJourney } from './client-journey.ts';

let system: System;
let run: Exchange[];
beforeAll(async () => {
  system = await aRunningSystem();
  run = await clientJourney(system);
}, PATIENT.timeout);
afterAll(() => system?.stop());

describe('the examples of mandates and of the practice record', () => {
  it('show every way in which a route succeeds, and are answered as it is told', () => {
    const shown = new Set(run.map(({ operation, answer }) => `${operation} ${answer.status}`));
    for (const [name, { answers }] of Object.entries({ ...CLIENT_ROUTES, ...AGENT_RECORD_ROUTES }))
      for (const status of Object.keys(answers)) expect(shown).toContain(`${name} ${status}`);
    for (const { operation, answer } of run) {
      const headers = new Headers({ 'content-type': 'application/json' });
      expect(() =>
        asDocumented(routeOf(operation), { ...answer, headers, text: '' }),
      ).not.toThrow();
    }
  });

  it('are written the same in every run', () => {
    const told = steady(run);
    expect(JSON.stringify(told)).not.toMatch(/2026-1[12]-(?!23)/);
    expect(told[0]?.answer.body).toMatchObject({ enquiry: 'MY_MANDATES', on: '2026-11-23' });
  });

  it('tell of the two who acted, the one chosen and the one that ended', () => {
    const bodies = (operation: string) =>
      run.filter((it) => it.operation === operation).map(({ answer }) => answer.body);
    expect(bodies('listMandates')).toMatchObject([
      { mandates: [{ competes: true }, { competes: true }] },
    ]);
    expect(bodies('chooseMandate')).toMatchObject([{ competes: false }]);
    expect(bodies('endMandate')).toMatchObject([{ state: 'WITHDRAWN' }]);
    expect(bodies('readPracticeRecord')).toMatchObject([
      { entries: [] },
      { entries: [{ outcome: 'WITHDRAWN', type: 'INDIVIDUAL_BUSINESS' }] },
    ]);
  });
});
