import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCompanyOfToday, anIndividualBusinessOfToday } from '#test/builders/a-form-of-today.ts';
import { type Answer, apiOf, ifMatch, problemOf } from './api.ts';
import { type Applicant, anApplicant } from './applicant.ts';
import { forgedTokens, issued } from './forged-tokens.ts';
import { aRunningSystem, PATIENT, type RunningSystem } from './running-system.ts';
import { storedItems } from './stored-items.ts';

let system: RunningSystem;
let applicant: Applicant;
let stored: ReturnType<typeof storedItems>;
beforeAll(async () => {
  system = await aRunningSystem();
  applicant = await anApplicant(system);
  stored = storedItems(system);
}, PATIENT.timeout);
afterAll(async () => {
  stored?.close();
  await system?.stop();
});

/** Runs a call and sees that no table has changed. */
async function changesNothing(call: () => Promise<Answer>): Promise<Answer> {
  const before = await stored.all();
  const answer = await call();
  expect(await stored.all()).toEqual(before);
  return answer;
}

const newKey = () => ({ 'idempotency-key': randomUUID() });
const create = (body: string | object, headers: Record<string, string> = newKey()) =>
  applicant.api.post('/v1/applications', body, headers);

const form = aCompanyOfToday();
const INVALID = { status: 400, slug: 'invalid-request' };
const MALFORMED = { status: 400, slug: 'malformed-json', pointers: [] };

describe('a body', PATIENT, () => {
  it.each([
    ['that breaks off', '{"form": {"type": "LIMITED_COMPANY"', MALFORMED],
    ['that is no JSON', 'form=LIMITED_COMPANY', MALFORMED],
    ['that is empty', '', MALFORMED],
    ['that is a list', [], { ...INVALID, pointers: [''] }],
    ['without a form', {}, { ...INVALID, pointers: ['/form'] }],
    [
      'with members of a wrong type',
      { form: { ...form, name: 7, capital: { fen: '1000', currency: 'CNY' } }, submit: 'yes' },
      { ...INVALID, pointers: ['/form/name', '/form/capital/fen', '/submit'] },
    ],
    [
      'with unknown members',
      { form: { ...form, colour: 'red', roles: { ...form.roles, chief: 'p1' } }, more: 1 },
      { ...INVALID, pointers: ['/form/roles/chief', '/form/colour', '/more'] },
    ],
    [
      'with a text too long',
      { form: { ...form, name: '岚'.repeat(201) } },
      { ...INVALID, pointers: ['/form/name'] },
    ],
    [
      'with a member of the prototype',
      '{"form": {"__proto__": {"type": "LIMITED_COMPANY"}}}',
      { ...INVALID, pointers: ['/form/__proto__'] },
    ],
    [
      'over the limit',
      { form: { scope: { items: Array.from({ length: 200 }, () => '岚'.repeat(450)) } } },
      { status: 413, slug: 'too-large', pointers: [] },
    ],
  ])('%s is refused, with the places', async (_, body, problem) => {
    const answer = problemOf(await changesNothing(() => create(body)));
    expect({ ...answer, pointers: answer.pointers.sort() }).toEqual({
      ...problem,
      pointers: problem.pointers.toSorted(),
    });
  });

  it('over what the gateway takes is refused by it', async () => {
    const answer = await changesNothing(() => create('x'.repeat(10 * 1024 * 1024 + 1)));
    expect(answer.status).toBe(413);
  });
});

describe('a header', PATIENT, () => {
  it.each([
    ['that is missing', {}],
    ['that is empty', { 'idempotency-key': '' }],
    ['that is too long', { 'idempotency-key': 'k'.repeat(129) }],
    ['with spaces in it', { 'idempotency-key': 'two words' }],
  ])('Idempotency-Key %s is refused', async (_, headers) => {
    const answer = await changesNothing(() => create({ form }, headers));
    expect(problemOf(answer)).toMatchObject({ status: 400, slug: 'idempotency-key-missing' });
  });

  it('Idempotency-Key of another content is refused', async () => {
    const key = newKey();
    expect((await create({ form }, key)).status).toBe(201);
    const answer = await changesNothing(() => create({ form: aCompanyOfToday() }, key));
    expect(problemOf(answer)).toMatchObject({ status: 422, slug: 'idempotency-key-reused' });
  });

  it.each([
    ['is missing', {}, { status: 428, slug: 'if-match-missing' }],
    ['is of a version gone by', ifMatch(7), { status: 412, slug: 'version-stale' }],
    ['is no tag of ours', { 'if-match': '*' }, { status: 412, slug: 'version-stale' }],
  ])('If-Match that %s is refused', async (_, headers, problem) => {
    const { id } = await applicant.draft(form);
    const submit = () =>
      applicant.api.post(`/v1/applications/${id}/submission`, { signatures: [] }, headers);
    expect(problemOf(await changesNothing(submit))).toMatchObject(problem);
  });
});

describe('a query', PATIENT, () => {
  it.each(['limit=0', 'limit=501', 'limit=many'])(
    '%s is refused, with its place',
    async (query) => {
      const answer = await changesNothing(() => applicant.api.get(`/v1/applications?${query}`));
      expect(problemOf(answer)).toEqual({ ...INVALID, pointers: ['#query/limit'] });
    },
  );
});

describe('a token', PATIENT, () => {
  let tokens: Readonly<Record<string, string>>;
  beforeAll(async () => {
    tokens = await forgedTokens(system);
  });

  it.each([
    'with another’s claims under its signature',
    'without a signature',
    'signed by a key of the forger’s',
    'signed with the public key as a secret',
    'that has expired',
    'that is not good yet',
    'of a foreign issuer',
    'that names a foreign issuer',
    'of another audience',
    'without an audience',
    'that is none',
  ])('%s lets nobody in', async (kind) => {
    const api = apiOf(system.baseUrl, tokens[kind]);
    expect(tokens[kind]).toBeDefined();
    const answer = await changesNothing(() => api.post('/v1/applications', { form }, newKey()));
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
  });

  it('that the issuer signed as it should lets its bearer in', async () => {
    const { get } = apiOf(system.baseUrl, await issued(system));
    expect((await get('/v1/applications')).status).toBe(200);
  });

  it('is needed, and one of each audience opens its own doors only', async () => {
    const doors = { applicant: '/v1/applications', agent: '/v1/batches', official: '/v1/cases' };
    for (const audience of Object.keys(doors)) {
      const { get } = apiOf(system.baseUrl, await system.token(audience));
      for (const [owner, path] of Object.entries(doors)) {
        const opens = owner === audience || (owner === 'applicant' && audience === 'agent');
        expect([audience, path, (await get(path)).status]).toEqual([
          audience,
          path,
          opens ? 200 : 401,
        ]);
      }
    }
    expect((await apiOf(system.baseUrl).get('/v1/applications')).status).toBe(401);
  });
});

describe('another person’s application', PATIENT, () => {
  let id: string;
  let stranger: Applicant;
  beforeEach(async () => {
    id = (await applicant.draft(anIndividualBusinessOfToday())).id;
    stranger = await anApplicant(system, 'zhou-mubai');
  });

  it.each([
    ['GET', '', undefined],
    ['PUT', '/form', { form }],
    ['POST', '/submission', { signatures: [] }],
    ['POST', '/attempts', { form }],
    ['POST', '/withdrawal', undefined],
  ])('does not exist for a stranger: %s %s', async (method, action, body) => {
    for (const named of [id, 'ap_01JZZZZZZZZZZZZZZZZZZZZZZZ', 'ap_1', `${id}%00`]) {
      const path = `/v1/applications/${named}${action}`;
      const answer = await changesNothing(() => stranger.api.call(method, path, body, ifMatch(1)));
      expect(problemOf(answer)).toEqual({ status: 404, slug: 'not-found', pointers: [] });
    }
  });
});
