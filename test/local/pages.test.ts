import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeOld } from '#local/pages.ts';
import { ROUTES } from '#openapi/tables.ts';
import { aRunningSystem, type RunningSystem } from '#test/journeys/running-system.ts';

let system: RunningSystem;
beforeAll(async () => {
  system = await aRunningSystem();
  await system.buildPages();
}, 180_000);
afterAll(() => system.stop());

const get = (path: string, init?: RequestInit) => fetch(new URL(path, system.baseUrl), init);

describe('the pages on one machine', () => {
  it.each([
    '/',
    '/register',
    '/register/91440115MAX0000153',
    '/signing?id=si_1',
    '/applications/ap_1',
  ])('are one page at %s, never kept without asking', async (path) => {
    const answer = await get(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(await answer.text()).toContain('<div id="root">');
  });

  it('come with the headers of the template', async () => {
    const { headers } = await get('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    const { s3 } = system.endpoints;
    expect(policy).toContain(`connect-src 'self' ${system.baseUrl}/oidc/token ${s3};`);
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('load files that are kept for good, since their names follow from their content', async () => {
    const page = await (await get('/')).text();
    const [, script = ''] = /src="(\/assets\/[^"]+\.js)"/.exec(page) ?? [];
    const answer = await get(script);
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it.each(['/assets/none.js', '/..%2f..%2fpackage.json', '/assets/../../package.json', '/.env'])(
    'have nothing at %s',
    async (path) => {
      const answer = await get(path);
      expect(answer.status === 404 || (await answer.text()).includes('<div id="root">')).toBe(true);
    },
  );

  it('take nothing: a change is no page’s', async () => {
    expect((await get('/register', { method: 'POST' })).status).toBe(403);
  });

  it('ask where to sign in', async () => {
    expect(await (await get('/settings.json')).json()).toEqual({
      client: 'pages',
      authorize: `${system.baseUrl}/oidc/auth`,
      token: `${system.baseUrl}/oidc/token`,
    });
  });

  it('leave every path of the API to the API', () => {
    const paths = ROUTES.map(({ route }) => route.path);
    expect(paths.filter((path) => !system.deployment.pages?.isOfApi(path))).toEqual([]);
    expect(
      ['/', '/register', '/signing', '/applications'].filter((path) =>
        system.deployment.pages?.isOfApi(path),
      ),
    ).toEqual([]);
  });
});

describe('builds of the pages', () => {
  it('go when they are old: three stay, those used within the hour, and what is no build', () => {
    const built = mkdtempSync(join(tmpdir(), 'builds-'));
    const now = Date.parse('2026-11-23T12:00:00Z');
    const usedHoursAgo = { a: 0, b: 0.2, c: 0.5, d: 0.9, e: 2, f: 30 };
    const named = (letter: string) => letter.repeat(16);
    for (const [letter, hours] of Object.entries(usedHoursAgo)) {
      const usedAt = new Date(now - hours * 3_600_000);
      mkdirSync(join(built, named(letter)));
      utimesSync(join(built, named(letter)), usedAt, usedAt);
    }
    mkdirSync(join(built, 'release'));
    removeOld(built, now);
    expect(readdirSync(built).sort()).toEqual([...['a', 'b', 'c', 'd'].map(named), 'release']);
    removeOld(built, now + 86_400_000);
    expect(readdirSync(built).sort()).toEqual([...['a', 'b', 'c'].map(named), 'release']);
    rmSync(built, { recursive: true });
  });
});
