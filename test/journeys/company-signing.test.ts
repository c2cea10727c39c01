import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { ApplicationForm } from '#functions/application/form.ts';
import { documentHash } from '#functions/party/document-hash.ts';
import { AssertedPerson } from '#functions/party/signers.ts';
import { aCompanyOfTodayWithHunan } from '#test/builders/a-form-of-today.ts';
import { type Answer, type Api, apiOf, ifMatch } from './api.ts';
import { anApplicant, rulesOf } from './applicant.ts';
import { aRunningSystem, PATIENT, type RunningSystem } from './running-system.ts';

const DAY = 86_400_000;
let system: RunningSystem;
let api: Api;
let anybody: Api;

beforeAll(async () => {
  system = await aRunningSystem();
  api = apiOf(system.baseUrl, await system.token('lin-qinghe'));
  anybody = apiOf(system.baseUrl);
}, PATIENT.timeout);
afterAll(() => system?.stop());

const Read = z.object({
  id: z.string(),
  state: z.string(),
  version: z.number(),
  missing: z
    .array(z.object({ person: z.string().optional(), company: z.int().optional() }))
    .default([]),
});
const read = ({ status, body }: Answer) => {
  if (status >= 400) throw new Error(`${status}: ${JSON.stringify(body)}`);
  const { missing, ...it } = Read.parse(body);
  return { ...it, missing: missing.map(({ person, company }) => person ?? company) };
};

/** A company of p1, p2 and a company of Hunan, whose e-licence is bound to its wallet. */
const aForm = () =>
  aCompanyOfTodayWithHunan({
    licence: (company, at) => system.hunan.licence({ ...company, wallet: true }, at),
  });

const signedBy = async (form: ApplicationForm, person: string, at = Date.now()) => {
  const who = AssertedPerson.parse(form.people?.[person]);
  const hash = await documentHash(form);
  return { assertion: await system.identity.assert({ ...who, documentHash: hash, at }) };
};

/** The company signs with its wallet, as anybody can ask the demo region to. */
async function signedByCompany(form: ApplicationForm, hash?: string) {
  const licence = form.shareholders?.[2]?.company?.licence;
  const asked = { licence, documentHash: hash ?? (await documentHash(form)) };
  const { body } = await anybody.post('/demo/hunan/presentations', asked);
  return { shareholder: 2, ...z.object({ presentation: z.string() }).parse(body) };
}

describe('a company with three shareholders', PATIENT, () => {
  it('is registered by the last signature, a day after the first, with an edit in between', async () => {
    const first = await aForm();
    const yesterday = Date.now() - DAY;
    const at = (path: string) => `/v1/applications/${waiting.id}${path}`;
    const submit = async (version: number, signatures: readonly object[]) =>
      read(await api.post(at('/submission'), { signatures }, ifMatch(version)));

    let waiting = read(
      await api.post(
        '/v1/applications',
        { form: first, submit: true, signatures: [await signedBy(first, 'p1', yesterday)] },
        { 'idempotency-key': 'company-of-three' },
      ),
    );
    expect(waiting).toMatchObject({ state: 'SIGNING', missing: ['p2', 'p3', 2] });

    waiting = await submit(waiting.version, [
      await signedByCompany(first),
      await signedBy(first, 'p3', yesterday),
    ]);
    expect(waiting).toMatchObject({ state: 'SIGNING', missing: ['p2'] });

    const second = {
      ...first,
      people: { ...first.people, p3: { ...first.people?.p3, phone: '13800000009' } },
    };
    waiting = read(await api.call('PUT', at('/form'), { form: second }, ifMatch(waiting.version)));
    expect(waiting).toMatchObject({ state: 'DRAFT', missing: ['p1', 'p2', 'p3'] });

    waiting = await submit(waiting.version, [
      await signedBy(second, 'p1'),
      await signedBy(second, 'p3'),
    ]);
    expect(waiting).toMatchObject({ state: 'SIGNING', missing: ['p2'] });
    const registered = await submit(waiting.version, [await signedBy(second, 'p2')]);
    expect(registered).toMatchObject({ state: 'REGISTERED', missing: [] });
  });

  it('is returned where the company signed another document', async () => {
    const form = await aForm();
    const people = await Promise.all(['p1', 'p2', 'p3'].map((person) => signedBy(form, person)));
    const company = await signedByCompany(form, 'ab'.repeat(32));
    const sent = { form, submit: true, signatures: [...people, company] };
    const answer = await api.post('/v1/applications', sent, {
      'idempotency-key': 'another-document',
    });
    const applicant = await anApplicant(system);
    const returned = await applicant.read(read(answer).id);
    expect([returned.state, rulesOf(returned)]).toEqual(['RETURNED', ['ID-10']]);
  });
});
