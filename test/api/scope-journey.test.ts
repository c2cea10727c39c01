import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCOPE_ROUTES } from '#functions/api/scope.routes.ts';
import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { steady } from '#openapi/steady.ts';
import { aRunningSystem, PATIENT } from '#test/journeys/running-system.ts';
import { asDocumented } from './as-documented.ts';
import { callRoute, routeOf } from './caller.ts';
import { scopeJourney } from './scope-journey.ts';

let system: System | undefined;
let run: Exchange[];
beforeAll(async () => {
  system = await aRunningSystem();
  run = await scopeJourney(system);
}, PATIENT.timeout);
afterAll(() => system?.stop());

describe('the examples of scope', () => {
  it('show every route as it is told', () => {
    expect([...new Set(run.map(({ operation }) => operation))].toSorted()).toEqual(
      Object.keys(SCOPE_ROUTES).toSorted(),
    );
    for (const { operation, answer } of run) {
      const headers = new Headers({ 'content-type': 'application/json' });
      expect(answer.status).toBe(200);
      expect(() =>
        asDocumented(routeOf(operation), { ...answer, headers, text: '' }),
      ).not.toThrow();
    }
  });

  it('are written the same on every day', async () => {
    const [first] = run.filter(({ operation }) => operation === 'previewScope');
    expect(JSON.stringify(steady(first ? [first] : []))).toContain('"on":"2026-11-23"');
  });
});

describe('the catalogue as published', () => {
  it.each(['listScopeItems', 'listScopeBundles'])(
    'may be kept by others for a while, under a tag of its own: %s',
    async (operation) => {
      const asked = async (on: string) =>
        callRoute(system?.baseUrl ?? '', routeOf(operation), { query: { on } });
      const [one, again, other] = [
        await asked('2026-11-23'),
        await asked('2026-11-23'),
        await asked('2026-11-24'),
      ];
      expect(one.headers.get('cache-control')).toBe('public, max-age=300');
      expect(one.headers.get('etag')).toMatch(/^"[^"]+"$/);
      expect(again.headers.get('etag')).toBe(one.headers.get('etag'));
      expect(other.headers.get('etag')).not.toBe(one.headers.get('etag'));
    },
  );
});
