import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import openApi from '#functions/api/openapi.json' with { type: 'json' };
import { routeKey } from '#functions/api/route.ts';
import type { System } from '#local/system.ts';
import examples from '#openapi/examples.json' with { type: 'json' };
import type { Exchange } from '#openapi/exchange.ts';
import { steady } from '#openapi/steady.ts';
import { ROUTES } from '#openapi/tables.ts';
import { aRunningSystem } from '#test/journeys/running-system.ts';
import { asDocumented } from './as-documented.ts';
import { callRoute, routeOf } from './caller.ts';
import { journeys } from './journeys.ts';

let system: System;
let run: Exchange[];
beforeAll(async () => {
  system = await aRunningSystem();
  run = await journeys(system);
}, 120_000);
afterAll(() => system?.stop());

/** Pages to read, and the document itself, are no examples of themselves. */
const WITHOUT_EXAMPLE = ['readOpenApi', 'readDocs', 'readNoticePage', 'readPersonalPage'];

describe('the examples of the document', () => {
  it('are what the running system says, journey by journey', () => {
    expect(steady(run)).toEqual(examples);
  });

  it('have the status and the shape that their routes tell, member by member', () => {
    for (const { operation, answer } of run) {
      const route = routeOf(operation);
      const headers = new Headers({ 'content-type': route.media ?? 'application/json' });
      expect(() => asDocumented(route, { ...answer, headers, text: '' })).not.toThrow();
    }
  });

  it('show every route, and every way in which it succeeds', () => {
    const shown = new Set(run.map(({ operation, answer }) => `${operation} ${answer.status}`));
    const told = ROUTES.filter(({ name }) => !WITHOUT_EXAMPLE.includes(name)).flatMap(
      ({ name, route }) => Object.keys(route.answers).map((status) => `${name} ${status}`),
    );
    expect([...shown].toSorted()).toEqual(told.toSorted());
  });

  it('stand in the document itself', () => {
    const text = JSON.stringify(openApi);
    for (const { answer, request } of examples) {
      expect(text).toContain(JSON.stringify(answer.body));
      if ('body' in request) expect(text).toContain(JSON.stringify(request.body));
    }
  });
});

describe('the document', () => {
  it('is served as it was committed, to anybody', async () => {
    const route = routeOf('readOpenApi');
    const told = await callRoute(system.baseUrl, route);
    asDocumented(route, told);
    expect(told.body).toEqual(openApi);
  });

  it('can be read as a page that loads nothing and runs nothing', async () => {
    const route = routeOf('readDocs');
    const told = await callRoute(system.baseUrl, route);
    asDocumented(route, told);
    const policy = told.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]{43}='; /);
    expect(policy).not.toContain('unsafe');
    expect(told.text).not.toMatch(
      /<script|<link|<img|\son\w+=|https?:\/\/(?!registrar|files)\S+\.js/i,
    );
    for (const { name, route: shown } of ROUTES) {
      expect(told.text).toContain(`id="${name}"`);
      expect(told.text).toContain(routeKey(shown));
    }
  });
});
