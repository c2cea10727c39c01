import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOTICE_ROUTES } from '#functions/api/notice.routes.ts';
import { POST_CHECK_ROUTES } from '#functions/api/post-check.routes.ts';
import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { steady } from '#openapi/steady.ts';
import { aRunningSystem, PATIENT } from '#test/journeys/running-system.ts';
import { asDocumented } from './as-documented.ts';
import { routeOf } from './caller.ts';
import { noticeJourney } from './notice-journey.ts';

let system: System;
let run: Exchange[];
beforeAll(async () => {
  system = await aRunningSystem();
  run = await noticeJourney(system);
}, PATIENT.timeout);
afterAll(() => system?.stop());

/** Pages to read are no examples. */
const PAGES = ['readNoticePage', 'readPersonalPage'];

describe('the examples of notices and checks after the event', () => {
  it('show every route as it is told, and every way in which it succeeds', () => {
    const shown = new Set(run.map(({ operation, answer }) => `${operation} ${answer.status}`));
    const told = Object.entries({ ...NOTICE_ROUTES, ...POST_CHECK_ROUTES })
      .filter(([name]) => !PAGES.includes(name))
      .flatMap(([name, route]) => Object.keys(route.answers).map((status) => `${name} ${status}`));
    expect([...shown].toSorted()).toEqual(told.toSorted());
    for (const { operation, answer } of run) {
      const headers = new Headers({ 'content-type': 'application/json' });
      expect(() =>
        asDocumented(routeOf(operation), { ...answer, headers, text: '' }),
      ).not.toThrow();
    }
  });

  it('are written the same in every run, and still have the shape that is told', () => {
    const again = JSON.stringify(steady(run));
    expect(again).not.toMatch(new RegExp(String(new Date().getFullYear() + 1)));
    const notice = steady(run).find(({ operation }) => operation === 'readNotice');
    expect(notice?.answer.body).toMatchObject({
      head: { number: expect.stringMatching(/^440115-2026-CORRECTIONS-01KARZ3QB0/) },
    });
    for (const { operation, answer } of steady(run)) {
      const headers = new Headers({ 'content-type': 'application/json' });
      expect(() =>
        asDocumented(routeOf(operation), { ...answer, headers, text: '' }),
      ).not.toThrow();
    }
  });
});
