import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PROBLEMS, Problem, type ProblemSlug } from '#functions/api/problems.ts';
import { DomainError, FAILURES, type FailureCode } from '#functions/shared/errors.ts';
import { aHandler, creating, official, type ROUTES } from './a-handler.ts';
import { anEvent, type Sent } from './an-event.ts';

let printed: string[] = [];
beforeEach(() => {
  printed = [];
  const note = (line: string) => void printed.push(line);
  vi.spyOn(console, 'error').mockImplementation(note);
  vi.spyOn(console, 'info').mockImplementation(note);
});
afterEach(() => vi.restoreAllMocks());

describe('a problem', () => {
  it.each(Object.entries(PROBLEMS))(
    '%s says in both languages what it is and what to do',
    (slug, { zh, en }) => {
      expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
      for (const text of [zh.title, zh.help]) expect(text).toMatch(/\p{Script=Han}/u);
      for (const text of [en.title, en.help]) expect(text).toMatch(/^[\x20-\x7e]+$/);
    },
  );

  it('is ours from 500 on, and the caller’s below', () => {
    const ours = Object.entries(PROBLEMS).filter(([, { status }]) => status >= 500);
    expect(ours.map(([slug]) => slug)).toEqual([
      'internal',
      'unavailable',
      'identity-provider-silent',
    ]);
    for (const { status } of Object.values(PROBLEMS)) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(600);
    }
  });
});

describe('a call that cannot be answered', () => {
  const refused: { what: string; route: keyof typeof ROUTES; sent: Sent; slug: ProblemSlug }[] = [
    {
      what: 'a body that is not JSON',
      route: 'create',
      sent: creating({ text: '{"name":' }),
      slug: 'malformed-json',
    },
    { what: 'no body', route: 'create', sent: creating({}), slug: 'malformed-json' },
    {
      what: 'a wrong type',
      route: 'create',
      sent: creating({ body: { name: 7 } }),
      slug: 'invalid-request',
    },
    {
      what: 'a body over 256 kB',
      route: 'create',
      sent: creating({ body: { name: '广'.repeat(87_380) } }),
      slug: 'too-large',
    },
    {
      what: 'a wrong query',
      route: 'read',
      sent: { query: { limit: '501' } },
      slug: 'invalid-request',
    },
    {
      what: 'no Idempotency-Key',
      route: 'create',
      sent: creating({ body: {}, headers: {} }),
      slug: 'idempotency-key-missing',
    },
    {
      what: 'an Idempotency-Key with a space',
      route: 'create',
      sent: creating({ body: {}, headers: { 'idempotency-key': 'a b' } }),
      slug: 'idempotency-key-missing',
    },
    {
      what: 'an Idempotency-Key of 129 characters',
      route: 'create',
      sent: creating({ body: {}, headers: { 'idempotency-key': 'k'.repeat(129) } }),
      slug: 'idempotency-key-missing',
    },
    { what: 'no If-Match', route: 'change', sent: { claims: official }, slug: 'if-match-missing' },
    ...['3', '"x"', '*', '"1", "2"', '"-1"', '"12345678901"'].map((tag) => ({
      what: `an If-Match of ${tag}`,
      route: 'change' as const,
      sent: { claims: official, headers: { 'if-match': tag } },
      slug: 'version-stale' as const,
    })),
  ];

  it.each(refused)('is told so for $what: $slug', async ({ route, sent, slug }) => {
    const { send, calls } = aHandler();
    const { statusCode, body: problem, headers } = await send(route, sent);
    expect(problem).toMatchObject({
      type: `https://api.example/problems/${slug}`,
      status: PROBLEMS[slug].status,
      instance: 'urn:request:request-1',
    });
    expect(statusCode).toBe(PROBLEMS[slug].status);
    expect(headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': 'zh-Hans',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(calls).toEqual([]);
  });

  it('has a pointer for each fault (RFC 6901), and repeats no value', async () => {
    const { send } = aHandler();
    const sent = { name: '440106198804123025', people: { 'a/b~c': { x: 1 } }, '~': 1 };
    const { body: problem } = await send('create', creating({ body: sent }));
    expect(problem.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/name',
      '/people/a~1b~0c/x',
      '/~0',
    ]);
    expect(JSON.stringify(problem)).not.toContain('440106');
    const query = await send('read', { query: { limit: 'many' } });
    expect(query.body.errors).toMatchObject([{ pointer: '#query/limit' }]);
  });

  it('is told so where there is no such route', async () => {
    const { handle } = aHandler();
    expect(await handle(anEvent({ method: 'DELETE', path: '/v1/things' }))).toMatchObject({
      statusCode: 404,
    });
  });

  it.each(Object.keys(PROBLEMS) as ProblemSlug[])('may be told any problem: %s', async (slug) => {
    const { send } = aHandler(() => Promise.reject(new Problem(slug)));
    const { title, help } = PROBLEMS[slug].en;
    const { body: problem, headers } = await send('read', {
      headers: { 'accept-language': 'en-GB' },
    });
    expect(problem).toMatchObject({ title, detail: help, status: PROBLEMS[slug].status });
    expect(headers?.['content-language']).toBe('en');
  });

  it('is told in traditional characters to who asks for them, and which text counts', async () => {
    const { send } = aHandler(() => Promise.reject(new Problem('not-found')));
    const { body, headers } = await send('read', { headers: { 'accept-language': 'zh-HK' } });
    expect(body).toMatchObject({
      title: '沒有找到',
      detail: '該對象不存在，或不屬於您。以簡體中文文本為準。',
    });
    expect(headers?.['content-language']).toBe('zh-Hant');
  });

  it.each(Object.keys(FAILURES) as FailureCode[])(
    'is told of the failure %s by its own status',
    async (code) => {
      const { send } = aHandler(() => Promise.reject(new DomainError(code, { caseId: 'ca_1' })));
      const { statusCode, headers } = await send('read');
      expect(statusCode).toBe(FAILURES[code].status);
      const after: Partial<Record<FailureCode, string>> = {
        RegisterContended: '1',
        IdentityProviderUnavailable: '60',
      };
      expect(headers?.['retry-after']).toBe(after[code]);
    },
  );
});

describe('a defect of ours', () => {
  it('is never the caller’s, and tells nobody what it quotes', async () => {
    const secret = '440106198804123025';
    const named = (name: string) => Object.assign(new Error(secret), { name });
    const thrown = fc.oneof(
      fc
        .constantFrom(
          'Error',
          'ZodError',
          'CaseMoved',
          'Problem',
          'ConditionalCheckFailedException',
        )
        .map(named),
      fc.constantFrom(new TypeError(secret), new RangeError(secret), secret, undefined, null, 404, {
        status: 404,
        slug: 'not-found',
      }),
      fc.anything(),
    );
    await fc.assert(
      fc.asyncProperty(thrown, async (error) => {
        const { send } = aHandler(async () => {
          throw error;
        });
        const { statusCode, body: problem } = await send('read');
        expect(statusCode).toBe(500);
        expect(problem.type).toBe('https://api.example/problems/internal');
        expect(JSON.stringify(problem)).not.toContain(secret);
      }),
    );
    expect(printed.join('\n')).toContain('"routeKey":"GET /v1/things/{id}"');
    expect(printed.join('\n')).not.toContain(secret);
  });
});
