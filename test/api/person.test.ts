import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApplicationForm } from '#functions/application/form.ts';
import { edit } from '#functions/intake/correct.ts';
import { takeIn } from '#functions/intake/submit.ts';
import { withdraw } from '#functions/intake/withdraw.ts';
import { enquiryDigest } from '#functions/party/enquiry.ts';
import { type CodeExchange, codeVerifierOf, type Exchanged } from '#functions/party/face-check.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aForm } from '#test/builders/a-form.ts';
import { anEnquirer } from '#test/builders/an-enquirer.ts';
import { freshName, SENT_AT } from '#test/builders/applications-in.ts';
import { anIntake } from '../intake/an-intake.ts';
import { aPersonApi } from './a-person-api.ts';

const database = await aDatabase();
const { provider, prove } = await anEnquirer();
const api = aPersonApi(database, provider);
const intake = anIntake(database);
const DAY_S = 86_400;
const at = Date.parse(SENT_AT) / 1000;

let persons = 0;
/** A person whom no other test names, and a form that names her as legal representative and shareholder. */
function aPerson() {
  const number = `E${String(++persons).padStart(8, '0')}`;
  const person = { name: '岑晓岚', document: { kind: 'PASSPORT', number } };
  const form = (change: Partial<ApplicationForm> = {}) => {
    const base = aForm({ name: freshName(), ...change });
    return { ...base, people: { ...base.people, p1: person } };
  };
  return { person, form };
}
const draft = async (form: ApplicationForm, owner = 'applicant-1'): Promise<string> => {
  const sent = intake.sending({ form, owner });
  await takeIn(intake.ports, sent, false);
  return sent.id;
};

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));

describe('a person', () => {
  it('sees every application that names her, newest first, and nothing of others', async () => {
    const { person, form } = aPerson();
    const first = await draft(form({ name: '广州市南沙区晨曦百货有限公司' }));
    const second = await draft(form({ mandate: { agent: '启航代理' } }), 'agent-1');
    await draft(aPerson().form());
    const { status, body } = await api.list(await prove(person));
    expect(status).toBe(200);
    expect(body.namings.map(({ id }: { id: string }) => id)).toEqual([second, first]);
    expect(body.namings[1]).toEqual({
      id: first,
      state: 'DRAFT',
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
      type: 'LIMITED_COMPANY',
      name: '广州市南沙区晨曦百货有限公司',
      registrar: '440115',
      parts: ['legalRepresentative', 'directors', 'managers', 'shareholders'],
      sentBy: 'APPLICANT',
      denied: false,
    });
    expect(body.namings[0]).toMatchObject({ sentBy: 'AGENT' });
    expect(JSON.stringify(body)).not.toMatch(/applicant-1|agent-1|启航|祝子衿/);
  });

  it('reads them page by page', async () => {
    const { person, form } = aPerson();
    const ids: string[] = [];
    for (let count = 0; count < 3; count++) ids.unshift(await draft(form()));
    const proof = await prove(person);
    const { body: one } = await api.list(proof, { limit: 2 });
    const { body: two } = await api.list(proof, { limit: 2, cursor: one.next });
    const listed = [...one.namings, ...two.namings].map(({ id }: { id: string }) => id);
    expect(listed).toEqual(ids);
    expect(two.next).toBeUndefined();
    expect(await api.list(proof, { cursor: 'ap_1' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/cursor' }] },
    });
  });

  it('is named by an edit, and no more by one that takes her out', async () => {
    const { person, form } = aPerson();
    const id = await draft(aPerson().form());
    await edit(intake.ports, await intake.read(id), form());
    const proof = await prove(person);
    expect((await api.list(proof)).body.namings).toMatchObject([{ id }]);
    await edit(intake.ports, await intake.read(id), aPerson().form());
    expect((await api.list(proof)).body.namings).toEqual([]);
    expect(await api.deny(id, proof)).toMatchObject({ status: 404 });
  });

  it('signs the digest of today’s enquiry', async () => {
    const { body } = await api.send('readNamingsDocument');
    expect(body).toEqual({
      enquiry: 'WHO_NAMES_ME',
      on: '2026-11-23',
      documentHash: await enquiryDigest('WHO_NAMES_ME', '2026-11-23'),
    });
  });
});

describe('a face check', () => {
  const secret = 's'.repeat(43);
  const code = { secret, code: 'c1' };
  const exchanges: CodeExchange[] = [];
  const withPage = {
    ...provider,
    authorization_endpoint: 'https://identity.example/authorize',
    client_id: 'market-entry',
  };
  const answering = (exchanged: Exchanged) =>
    aPersonApi(database, withPage, async (asked) => {
      exchanges.push(asked);
      return exchanged;
    });
  const { person } = aPerson();

  it('is begun at the provider, which signs today’s enquiry and leads back to the page', async () => {
    const { body } = await answering({ outcome: 'CODE_REFUSED' }).send('beginNamingsFaceCheck', {
      body: { secret },
    });
    const documentHash = await enquiryDigest('WHO_NAMES_ME', '2026-11-23');
    expect(body).toMatchObject({ on: '2026-11-23', documentHash });
    const { origin, pathname, searchParams } = new URL(body.authorize);
    expect(origin + pathname).toBe('https://identity.example/authorize');
    expect(Object.fromEntries(searchParams)).toMatchObject({
      state: 'WHO_NAMES_ME',
      document_hash: documentHash,
      redirect_uri: 'https://registrar.example/not-me',
    });
    expect(body.authorize).not.toContain(secret);
  });

  it('has no address where the provider has no page', async () => {
    const { body } = await api.send('beginNamingsFaceCheck', { body: { secret } });
    expect(body).not.toHaveProperty('authorize');
  });

  it('ends with the word by which she asks, for the code and the secret it was begun with', async () => {
    const assertion = await prove(person);
    const asserting = answering({ outcome: 'ASSERTED', assertion });
    expect(await asserting.send('endNamingsFaceCheck', { body: code })).toMatchObject({
      status: 200,
      body: { assertion },
    });
    expect(exchanges.at(-1)).toEqual({
      code: 'c1',
      verifier: await codeVerifierOf(secret),
      redirectUri: 'https://registrar.example/not-me',
    });
  });

  it.each<[Exchanged['outcome'], string]>([
    ['FACE_FAILED', 'face-check-failed'],
    ['CODE_REFUSED', 'face-check-refused'],
  ])('that ends %s is told as %s', async (outcome, slug) => {
    const exchanged = { outcome } as Exchanged; // ASSERTED is not among them
    const { status, body } = await answering(exchanged).send('endNamingsFaceCheck', { body: code });
    expect([status, body.type]).toEqual([422, `https://api.example/problems/${slug}`]);
  });
});

describe('an assertion', () => {
  const refused = async (assertion: string) => {
    const { person, form } = aPerson();
    const id = await draft(form());
    expect((await api.list(await prove(person))).body.namings).toHaveLength(1);
    const answers = [await api.list(assertion), await api.deny(id, assertion)];
    expect((await intake.read(id)).application.denied).toBeUndefined();
    return [...new Set(answers.map(({ body }) => String(body.type).replace(/.*\//, '')))];
  };
  const { person } = aPerson();

  it('of yesterday’s enquiry is good, of the day before it is not', async () => {
    const on = (day: string) => enquiryDigest('WHO_NAMES_ME', day);
    const yesterday = await prove(person, { documentHash: await on('2026-11-22') });
    expect((await api.list(yesterday)).status).toBe(200);
    const before = await prove(person, { documentHash: await on('2026-11-21') });
    expect(await refused(before)).toEqual(['signature-of-another-document']);
  });

  it('over another document is refused', async () => {
    const documentHash = await enquiryDigest('MANDATES', '2026-11-23');
    expect(await refused(await prove(person, { documentHash }))).toEqual([
      'signature-of-another-document',
    ]);
  });

  it('of a face seen more than 72 hours ago is refused', async () => {
    expect(await refused(await prove(person, { seenAt: at - 3 * DAY_S - 1 }))).toEqual([
      'signature-too-old',
    ]);
  });

  it('of an unknown provider, for others than us, or of none is refused', async () => {
    const stranger = await anEnquirer();
    for (const assertion of [
      await stranger.prove(person),
      await prove(person, { audience: 'https://others.example' }),
      'no.token.atall',
      '',
    ])
      expect(await refused(assertion)).toEqual(['identity-provider-unknown']);
  });

  it('of another person denies nothing: for her there is no such application', async () => {
    const { form } = aPerson();
    const id = await draft(form());
    const proof = await prove(aPerson().person);
    expect(await api.deny(id, proof)).toMatchObject({ status: 404 });
    expect(await api.deny('ap_1', proof)).toMatchObject({ status: 404 });
    expect((await intake.read(id)).application).toMatchObject({ version: 1, state: 'DRAFT' });
  });
});

describe('a denial', () => {
  it('is kept once, with her words, and shows in her list', async () => {
    const { person, form } = aPerson();
    const id = await draft(form());
    const proof = await prove(person);
    const said = { statement: '身份证遗失，非本人办理。' };
    expect(await api.deny(id, proof, said)).toMatchObject({
      status: 200,
      body: { outcome: 'STOPPED', state: 'DRAFT', at: SENT_AT },
    });
    const { application } = await intake.read(id);
    expect(application.version).toBe(2);
    expect((await api.deny(id, await prove(person))).body).toEqual({
      outcome: 'STOPPED',
      state: 'DRAFT',
      at: SENT_AT,
    });
    expect((await intake.read(id)).application).toEqual(application);
    expect((await intake.read(id)).parts.get('#DENIAL#p1')).toMatchObject({
      person: 'p1',
      ...said,
    });
    expect((await api.list(proof)).body.namings).toMatchObject([{ id, denied: true }]);
  });

  it('comes too late for what is over', async () => {
    const { person, form } = aPerson();
    const id = await draft(form());
    await withdraw(intake.ports, await intake.read(id));
    const answer = await api.deny(id, await prove(person));
    expect(answer).toMatchObject({ status: 409 });
    expect((await intake.read(id)).application.denied).toBeUndefined();
  });

  it('without words, or with too many, has the wrong form', async () => {
    const { person, form } = aPerson();
    const id = await draft(form());
    const proof = await prove(person);
    for (const more of [{ statement: '' }, { statement: 'x'.repeat(2001) }, { reason: 'no' }])
      expect(await api.deny(id, proof, more)).toMatchObject({ status: 400 });
  });
});
