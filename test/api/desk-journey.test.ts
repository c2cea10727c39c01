import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK_ROUTES } from '#functions/api/desk.routes.ts';
import { REGISTRAR_ROUTES } from '#functions/api/registrar.routes.ts';
import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { aRunningSystem, PATIENT } from '#test/journeys/running-system.ts';
import { asDocumented } from './as-documented.ts';
import { callRoute, memberOf, routeOf } from './caller.ts';
import { deskJourney } from './desk-journey.ts';
import { registrarJourney } from './registrar-journey.ts';

let system: System | undefined;
let run: Exchange[];
beforeAll(async () => {
  system = await aRunningSystem();
  run = [...(await deskJourney(system)), ...(await registrarJourney(system))];
}, PATIENT.timeout);
afterAll(() => system?.stop());

const told = (operation: string): unknown =>
  run.find((it) => it.operation === operation)?.answer.body;

describe('the examples of a desk', () => {
  it('show every route as it is told', () => {
    const shown = new Set(run.map(({ operation }) => operation));
    const ours = [...Object.keys(DESK_ROUTES), ...Object.keys(REGISTRAR_ROUTES), 'confirmDecision'];
    expect(ours.filter((it) => !shown.has(it))).toEqual([]);
    for (const { operation, answer } of run) {
      const headers = new Headers({ 'content-type': 'application/json' });
      expect(answer.status).toBe(200);
      expect(() =>
        asDocumented(routeOf(operation), { ...answer, headers, text: '' }),
      ).not.toThrow();
    }
  });

  it('tell what came of each act', () => {
    expect(told('countCases')).toMatchObject({ waiting: 4, held: 0, mine: 0, more: false });
    expect(memberOf(told('searchCases'), 'cases', 0)).toMatchObject({ rules: ['NM-07'] });
    expect(memberOf(told('decideCases'), 'results')).toMatchObject([
      { outcome: 'DECIDED' },
      { outcome: 'DECIDED' },
    ]);
    expect(told('decideCase')).toMatchObject({
      state: 'OPEN',
      rules: ['ID-04'],
      proposal: { outcome: 'REGISTER', by: 'official-tianhe' },
    });
    expect(told('confirmDecision')).toMatchObject({
      state: 'DECIDED',
      decision: { by: 'official-tianhe', confirmedBy: 'supervisor' },
    });
  });
});

describe('registrars and hosts', () => {
  const read = async (operation: string, query: Record<string, string>, language = 'zh-CN') =>
    (
      await callRoute(system?.baseUrl ?? '', routeOf(operation), {
        query,
        headers: { 'accept-language': language },
      })
    ).body;

  it('are told in the reader’s language', async () => {
    const names = async (language: string) =>
      memberOf(await read('listRegistrars', {}, language), 'registrars', 0, 'name');
    expect(await names('zh-CN')).toBe('广州市荔湾区市场监督管理局');
    expect(await names('zh-HK')).toBe('廣州市荔灣區市場監督管理局');
    expect(await names('en')).toBe(
      'Liwan District Administration for Market Regulation, Guangzhou',
    );
    expect(JSON.stringify(await read('listRegistrars', {}, 'en'))).not.toMatch(/\p{Script=Han}/u);
  });

  it('are those that may take tenants, page by page', async () => {
    const first = await callRoute(system?.baseUrl ?? '', routeOf('listHosts'), {
      query: { registrar: '440115', limit: '2' },
    });
    const link = first.headers.get('link') ?? '';
    const next = await fetch(new URL(/<([^>]+)>/.exec(link)?.[1] ?? '', system?.baseUrl));
    const ids = [first.body, await next.json()].flatMap((page) =>
      Object(page).hosts.map(({ id }: { id: string }) => id),
    );
    expect(ids).toEqual(['H-0001', 'H-0002', 'H-0004']);
    expect(await read('listHosts', { registrar: '440106' })).toEqual({ hosts: [] });
  });
});
