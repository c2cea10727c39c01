import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OWNER_ACT_ROUTES } from '#functions/api/owner-act.routes.ts';
import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { aRunningSystem, PATIENT } from '#test/journeys/running-system.ts';
import { asDocumented } from './as-documented.ts';
import { routeOf } from './caller.ts';
import { oversightJourney } from './oversight-journey.ts';

let system: System;
let run: Exchange[];
beforeAll(async () => {
  system = await aRunningSystem();
  run = await oversightJourney(system);
}, PATIENT.timeout);
afterAll(() => system?.stop());

describe('the examples of what is done about a procedure', () => {
  it('show every act of an owner, an extension and a hand-over, as they are told', () => {
    const shown = run.map(({ operation, answer }) => `${operation} ${answer.status}`);
    const told = Object.entries(OWNER_ACT_ROUTES).flatMap(([name, { answers }]) =>
      Object.keys(answers).map((status) => `${name} ${status}`),
    );
    const others = ['extendCase 200', 'decideCase 200', 'readApplication 200'];
    expect(shown.toSorted()).toEqual([...told, ...others].toSorted());
    for (const { operation, answer } of run) {
      const headers = new Headers({ 'content-type': 'application/json' });
      expect(() =>
        asDocumented(routeOf(operation), { ...answer, headers, text: '' }),
      ).not.toThrow();
    }
  });

  it('end with an application that another registrar has', () => {
    expect(run.at(-1)?.answer.body).toMatchObject({
      state: 'HANDED_OVER',
      handedOverTo: expect.stringMatching(/^ap_/),
    });
  });
});
