import { createHash, randomUUID } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { System } from '#local/system.ts';
import {
  aCompanyOfToday,
  anIndividualBusinessOfToday,
  aSoleProprietorshipOfToday,
  atHostToday,
} from '#test/builders/a-form-of-today.ts';
import { signatures } from '#test/builders/signatures.ts';
import { type Api, apiOf } from './api.ts';
import { type Applicant, anApplicant } from './applicant.ts';
import { aRunningSystem, PATIENT } from './running-system.ts';

let system: System;
let applicant: Applicant;
let anybody: Api;
beforeAll(async () => {
  system = await aRunningSystem();
  applicant = await anApplicant(system);
  anybody = apiOf(system.baseUrl);
}, PATIENT.timeout);
afterAll(() => system?.stop());

const LICENCE = {
  jwt: z.object({
    uscc: z.string(),
    _sd: z.array(z.string()),
    status: z.object({ status_list: z.object({ uri: z.url(), idx: z.number() }) }),
  }),
  list: z.object({
    sub: z.string(),
    status_list: z.object({ bits: z.literal(2), lst: z.string() }),
  }),
};

/** Reads a licence with jose and the published keys and lists alone: face and status. */
async function verifiedByAnybody(licence: string) {
  const [jwt = '', ...disclosures] = licence.split('~').slice(0, -1);
  const published = await anybody.get('/.well-known/jwks.json');
  const keys = createLocalJWKSet(z.custom<JSONWebKeySet>().parse(published.body));
  const options = { algorithms: ['ES256'] };
  const { payload } = await jwtVerify(jwt, keys, { ...options, typ: 'dc+sd-jwt' });
  const { uscc, _sd, status } = LICENCE.jwt.parse(payload);
  const face = disclosures.map((it) => {
    expect(_sd).toContain(createHash('sha256').update(it).digest('base64url'));
    const text = Buffer.from(it, 'base64url').toString();
    const [, claim, value] = z.tuple([z.string(), z.string(), z.unknown()]).parse(JSON.parse(text));
    return [claim, value];
  });
  const { uri, idx } = status.status_list;
  const token = await anybody.get(new URL(uri).pathname);
  const list = await jwtVerify(String(token.body), keys, { ...options, typ: 'statuslist+jwt' });
  const { sub, status_list } = LICENCE.list.parse(list.payload);
  expect(sub).toBe(uri);
  const bytes = inflateSync(Buffer.from(status_list.lst, 'base64url'));
  return {
    uscc,
    ...Object.fromEntries(face),
    status: ((bytes[idx >> 2] ?? 0) >> ((idx & 3) * 2)) & 3,
  };
}

describe('one click', PATIENT, () => {
  it('registers a company, and anybody can verify its licence', async () => {
    const form = aCompanyOfToday();
    const { status, state, findings, licence, headers, id } = await applicant.oneClick(form);
    expect({ status, state, findings }).toEqual({ status: 200, state: 'REGISTERED', findings: [] });
    expect(headers.get('location')).toBe(`/v1/applications/${id}`);
    const { uscc, licence: token } = licence ?? { uscc: '', licence: '' };
    expect(uscc).toMatch(/^91440115/);

    const verify = (it: string) => anybody.post('/v1/licences/verification', { licence: it });
    expect((await verify(token)).body).toMatchObject({
      valid: true,
      status: 'VALID',
      uscc,
      name: form.name,
    });
    const altered = token.replace(/.~/, (it) => (it === 'A~' ? 'Q~' : 'A~'));
    expect((await verify(altered)).body).toMatchObject({ valid: false });

    expect(await verifiedByAnybody(token)).toMatchObject({
      uscc,
      name: form.name,
      legal_representative: form.people?.p1?.name,
      type: '有限责任公司',
      capital_fen: form.capital?.fen,
      address: form.premises?.address,
      status: 0,
    });
    await expect(verifiedByAnybody(altered)).rejects.toThrow();

    const published = await anybody.get(`/v1/register/${uscc}`);
    expect(published).toMatchObject({
      status: 200,
      body: { uscc, name: form.name, status: 'REGISTERED', registrarDivision: '440115' },
    });
    expect(JSON.stringify(published.body)).not.toContain(form.people?.p1?.document?.number);
  });

  it.each([
    ['个人独资企业', aSoleProprietorshipOfToday(), /^91/, '个人独资企业'],
    ['个体工商户', anIndividualBusinessOfToday(), /^92/, '个体工商户'],
  ])('registers a %s', async (_, form, code, type) => {
    const { status, licence } = await applicant.oneClick(form);
    expect(status).toBe(200);
    expect(licence?.uscc).toMatch(code);
    expect(await verifiedByAnybody(licence?.licence ?? '')).toMatchObject({
      name: form.name,
      type,
      legal_representative: form.people?.p1?.name,
    });
  });

  it('registers an individual business without a name', async () => {
    const { name: _, ...form } = anIndividualBusinessOfToday();
    const { state, licence } = await applicant.oneClick(form);
    expect(state).toBe('REGISTERED');
    expect(await verifiedByAnybody(licence?.licence ?? '')).toMatchObject({ name: null });
    expect((await anybody.get(`/v1/register/${licence?.uscc}`)).body).toMatchObject({ name: null });
  });

  it('gives each tenant of a host a numbered place of its own', async () => {
    const addressOf = async () => {
      const { state, licence } = await applicant.oneClick(
        anIndividualBusinessOfToday(atHostToday('H-0001')),
      );
      expect(state).toBe('REGISTERED');
      return String((await verifiedByAnybody(licence?.licence ?? '')).address);
    };
    const [first, second] = [await addressOf(), await addressOf()];
    expect(first).toMatch(/^广州市南沙区榕荫街1号801房.*H-0001-\d+$/);
    expect(second).not.toBe(first);
  });
});

describe('a repeated call', PATIENT, () => {
  it('answers the same application, and says so', async () => {
    const form = aCompanyOfToday();
    const body = { form, signatures: await signatures(form, system.identity), submit: true };
    const send = (key: string) =>
      applicant.api.post('/v1/applications', body, { 'idempotency-key': key });
    const key = randomUUID();
    const first = await send(key);
    const again = await send(key);
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect((await send(randomUUID())).body).toMatchObject({
      state: 'RETURNED',
      findings: [{ rule: 'NM-08' }, { rule: 'BA-03' }],
    });
  });

  it('at the same moment is one application and one registration', async () => {
    const { api, read } = await anApplicant(system, 'zhou-mubai');
    const form = anIndividualBusinessOfToday();
    const body = { form, signatures: await signatures(form, system.identity), submit: true };
    const headers = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all(
      [1, 2].map(() => api.post('/v1/applications', body, headers)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(answers.filter(({ headers: it }) => it.has('idempotency-replayed'))).toHaveLength(1);
    const { body: list } = await api.get('/v1/applications');
    expect(list).toMatchObject({ applications: [{ state: 'REGISTERED' }] });
    const { applications } = z
      .object({ applications: z.tuple([z.object({ id: z.string() })]) })
      .parse(list);
    expect((await read(applications[0].id)).licence?.uscc).toMatch(/^92/);
  });
});

describe('signing', PATIENT, () => {
  it('leads from a draft to the licence, each signer at the identity provider', async () => {
    const form = aCompanyOfToday();
    const draft = await applicant.draft(form);
    expect(draft).toMatchObject({ status: 201, state: 'DRAFT' });
    expect(draft.signers?.map(({ person }) => person).sort()).toEqual(['p1', 'p2', 'p3']);
    expect(draft.missing).toEqual(draft.signers);

    const Asserted = z.object({ assertion: z.string() });
    const signed = await Promise.all(
      (draft.signers ?? []).map(async ({ person }) => {
        const { name, document } = form.people?.[person] ?? {};
        const { body } = await anybody.post('/demo/identity/assertions', {
          documentHash: draft.documentHash,
          person: { name, document: { kind: document?.kind, number: document?.number } },
        });
        return Asserted.parse(body);
      }),
    );
    const submitted = await applicant.submit(draft, signed);
    expect(submitted).toMatchObject({ status: 200, state: 'REGISTERED', findings: [] });
    expect(submitted.licence?.uscc).toMatch(/^91440115/);
  });

  it('waits for whoever has not signed, and goes on when he has', async () => {
    const form = aCompanyOfToday();
    const waiting = await applicant.oneClick(form, { without: ['p2'] });
    expect(waiting).toMatchObject({
      status: 202,
      state: 'SIGNING',
      missing: [{ person: 'p2', signs: ['CHARTER', 'CONSENT'] }],
    });
    const last = await signatures(form, system.identity, { without: ['p1', 'p3'] });
    expect(await applicant.submit(waiting, last)).toMatchObject({
      status: 200,
      state: 'REGISTERED',
    });
  });
});
