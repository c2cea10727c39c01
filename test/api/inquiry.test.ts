import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { httpHandler } from '#functions/api/http.handler.ts';
import { INQUIRY_ROUTES } from '#functions/api/inquiry.routes.ts';
import { inquiryUseCases } from '#functions/api/inquiry.ts';
import { inquiryView } from '#functions/api/inquiry-view.ts';
import type { ApplicationForm } from '#functions/application/form.ts';
import { readHoldings } from '#functions/application/holdings.store.ts';
import { wanted } from '#functions/application/holds.ts';
import { readLog } from '#functions/application/read-log.store.ts';
import { verifyOurLicence } from '#functions/business-licence/licence-answer.ts';
import { takeIn } from '#functions/intake/submit.ts';
import { conflictsOn } from '#functions/name/name-card.ts';
import { type IdentityAct, identityActPart } from '#functions/party/identity-act.ts';
import { knownAmong, leaveTraces, subjectKey } from '#functions/party/subject.store.ts';
import { annulments } from '#functions/register/annulment.store.ts';
import { codeLots } from '#functions/register/code-lot.store.ts';
import { inquiryStore } from '#functions/register/inquiry.store.ts';
import { licenceOf } from '#functions/register/issued-licence.store.ts';
import { publishedStatusLists } from '#functions/register/published-status-list.store.ts';
import { businessOf } from '#functions/register/register.store.ts';
import { registerBusiness } from '#functions/register/register-business.ts';
import { commitRegistration } from '#functions/register/registration.store.ts';
import { newSalt } from '#functions/runtime/draws.ts';
import { readAll } from '#functions/runtime/read-all.ts';
import { bundleInForce } from '#functions/scope/catalogue.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aForm, anIndividualBusiness, atHost } from '#test/builders/a-form.ts';
import { aLicenceSigner } from '#test/builders/a-licence-signer.ts';
import { anEnquirer } from '#test/builders/an-enquirer.ts';
import { anIdentityProvider } from '#test/builders/an-identity-provider.ts';
import { applicationsIn, freshHost, freshName, SENT_AT } from '#test/builders/applications-in.ts';
import { readingsOf } from '#test/builders/readings-of.ts';
import { anIntake } from '../intake/an-intake.ts';
import { aPersonApi } from './a-person-api.ts';
import { anEvent, nextPage, read, type Sent } from './an-event.ts';

const database = await aDatabase();
const { documents, tables } = database;
const { signed } = await anIdentityProvider();
const { provider, prove } = await anEnquirer();
const persons = aPersonApi(database, provider);
const intake = anIntake(database);
const { store, decided } = applicationsIn(database);
const signer = await aLicenceSigner();
const readings = readingsOf(database);
const clock = { now: Date.parse(SENT_AT) };
const now = () => clock.now;
const issuer = 'https://registry.example';

const register = registerBusiness({
  record: ({ applicationId, attempt }) => store.read(applicationId, attempt),
  stops: async () => [],
  bundles: async () => bundleInForce,
  holdings: readHoldings(documents, tables.register),
  nextSerial: codeLots(documents, tables.register, 10),
  signer,
  issuer,
  newSalt,
  now,
  commit: commitRegistration(documents, tables.applications, tables.register, store),
});
const { read: inquiryOf, list, write } = inquiryStore(documents, tables.register);
const writesOf = annulments(documents, tables.register);
const handle = httpHandler(
  INQUIRY_ROUTES,
  inquiryUseCases({
    record: store.read,
    business: businessOf(documents, tables.register),
    inquiry: inquiryOf,
    list,
    write,
    annul: async (next, { inquiry, business, record }, annulment) =>
      write(next, inquiry, await writesOf(business, record, annulment)),
    noteReading: readLog(documents, tables.applications, newSalt),
    now,
  }),
  'https://api.example/problems',
);
const anOfficial =
  (sub: string, registrars = '[440115]', grade = 'OFFICER') =>
  async (
    name: keyof typeof INQUIRY_ROUTES,
    { id = '', version = 1, ...sent }: Sent & { id?: string; version?: number } = {},
  ) =>
    read(
      await handle(
        anEvent(INQUIRY_ROUTES[name], {
          claims: { sub, aud: 'official', registrars, grade },
          parameters: { id },
          headers: { 'if-match': `"${version}"` },
          ...sent,
        }),
      ),
    );
const one = anOfficial('official-1');
const two = anOfficial('official-2');
const act = (
  by: typeof one,
  id: string,
  version: number,
  act: string,
  reason = '已核实。',
): ReturnType<typeof one> => by('actInInquiry', { id, version, body: { act, reason } });

let people = 0;
/** A registered business, and a person in it whom nobody else names. */
async function aBusiness(form: ApplicationForm = aForm()) {
  const number = `F${String(++people).padStart(8, '0')}`;
  const person = { name: '岑晓岚', document: { kind: 'PASSPORT', number } };
  const named = { ...form, name: freshName(), people: { ...form.people, p1: person } };
  const sent = intake.sending({ form: named, signatures: await signed(named) });
  await takeIn(intake.ports, sent, true);
  await decided(await store.read(sent.id), 'APPROVE');
  expect(await register({ applicationId: sent.id, attempt: 1 })).toEqual({ outcome: 'REGISTERED' });
  const { application } = await store.read(sent.id);
  return { id: sent.id, uscc: application.uscc ?? '', person, form: named };
}
async function anInquiry(form?: ApplicationForm) {
  const business = await aBusiness(form);
  const statement = '从未办理过该公司的登记。';
  const { body } = await persons.deny(business.id, await prove(business.person), { statement });
  return { ...business, inquiry: String(body.inquiry.id) };
}
const slugOf = ({ body }: Awaited<ReturnType<typeof one>>) => String(body.type).replace(/.*\//, '');

beforeEach(() => {
  clock.now = Date.parse(SENT_AT);
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

describe('a person in a registered business', () => {
  it('opens one inquiry, however often she says it, and sees the business in her list', async () => {
    const { id, uscc, person } = await aBusiness();
    const proof = await prove(person);
    const first = await persons.deny(id, proof, { statement: '非本人办理。' });
    expect(first).toMatchObject({
      status: 200,
      body: { outcome: 'INQUIRY', inquiry: { state: 'FILED', due: '2026-11-26T16:00:00.000Z' } },
    });
    const again = await persons.deny(id, await prove(person), { statement: '再次声明。' });
    expect(again.body).toEqual(first.body);
    const kept = await inquiryOf(uscc, first.body.inquiry.id);
    expect(kept).toMatchObject({ statement: '非本人办理。', person: 'p1', version: 1 });
    expect((await persons.list(proof)).body.namings).toMatchObject([
      { id, state: 'REGISTERED', business: { uscc, status: 'REGISTERED' } },
    ]);
    expect((await store.read(id)).application.state).toBe('REGISTERED');
  });
});

describe('an inquiry', () => {
  it('stands in its registrar’s list while it is open, page by page', async () => {
    const office = anOfficial('official-1', '[440106]');
    expect((await office('listInquiries')).body).toEqual({ inquiries: [] });
    const [first, second] = [await anInquiry(), await anInquiry()];
    const listed = async (query: Record<string, string> = {}) => one('listInquiries', { query });
    const all = (await listed({ limit: '500' })).body.inquiries;
    expect(all).toContainEqual({
      id: first.inquiry,
      uscc: first.uscc,
      due: '2026-11-26T16:00:00.000Z',
    });
    const page = await listed({ limit: '1' });
    const rest = await listed({ ...nextPage(page), limit: '500' });
    expect([...page.body.inquiries, ...rest.body.inquiries]).toEqual(all);
    await act(one, second.inquiry, 1, 'DECLINE');
    const ids = (await listed({ limit: '500' })).body.inquiries.map((it: { id: string }) => it.id);
    expect(ids).not.toContain(second.inquiry);
    expect(await listed({ cursor: 'x' })).toMatchObject({ status: 400 });
  });

  it('tells who denies what, and whether somebody signed in her name', async () => {
    const { inquiry, uscc, form } = await anInquiry();
    const { status, headers, body } = await one('readInquiry', { id: inquiry });
    expect({ status, etag: headers.etag }).toEqual({ status: 200, etag: '"1"' });
    expect(body).toMatchObject({
      id: inquiry,
      uscc,
      statement: '从未办理过该公司的登记。',
      person: { key: 'p1', entry: form.people?.p1, signed: true },
      business: { status: 'REGISTERED', face: { name: form.name } },
      acts: [],
    });
    expect(JSON.stringify(body)).not.toContain('assertion');
  });

  it('tells that she signed where an official verified her instead of the provider', async () => {
    const { id, uscc, inquiry } = await anInquiry();
    const [read, business] = await Promise.all([
      inquiryOf(uscc, inquiry),
      businessOf(documents, tables.register)(uscc),
    ]);
    if (!read || !business) throw new Error('no inquiry');
    const { application, sent } = await store.read(id);
    const act: IdentityAct = {
      schemaVersion: 1,
      person: 'p1',
      kind: 'NOTARISED',
      document: '公证-1',
      documentHash: sent.documentHash,
      by: 'official-1',
      at: SENT_AT,
    };
    const signed = (parts: ReadonlyMap<string, unknown>) =>
      inquiryView(read, business, { application, sent: { ...sent, signatures: [] }, parts }).person
        ?.signed;
    expect(signed(new Map())).toBe(false);
    expect(signed(new Map([[identityActPart('p1'), act]]))).toBe(true);
  });

  it('notes who read it before it is answered, also as the answer of an act, and nobody else', async () => {
    const { id, inquiry } = await anInquiry();
    await anOfficial('official-3', '[440106]')('readInquiry', { id: inquiry });
    await act(two, inquiry, 7, 'ACCEPT');
    expect(await readings(id)).toEqual([]);
    await one('readInquiry', { id: inquiry });
    clock.now += 1000;
    await act(two, inquiry, 1, 'ACCEPT');
    expect(await readings(id)).toMatchObject([
      { by: 'official-1', what: 'INQUIRY', registrar: '440115', at: SENT_AT },
      { by: 'official-2', what: 'INQUIRY' },
    ]);
  });

  it('does not exist for another registrar’s official', async () => {
    const { inquiry } = await anInquiry();
    const stranger = anOfficial('official-3', '[440106]');
    for (const answer of [
      await stranger('readInquiry', { id: inquiry }),
      await act(stranger, inquiry, 1, 'ACCEPT'),
      await stranger('listInquiries', { query: { registrar: '440115' } }),
      await one('readInquiry', { id: 'in_1' }),
      await one('readInquiry', { id: inquiry.replace(/-1$/, '-9') }),
    ])
      expect({ status: answer.status, slug: slugOf(answer) }).toEqual({
        status: 404,
        slug: 'not-found',
      });
  });

  it('moves on only from what was read, and not without a reason', async () => {
    const { inquiry } = await anInquiry();
    expect(await act(one, inquiry, 1, 'ACCEPT', '')).toMatchObject({ status: 400 });
    expect(await act(one, inquiry, 1, 'ANNUL')).toMatchObject({ status: 400 });
    expect(slugOf(await act(one, inquiry, 2, 'ACCEPT'))).toBe('version-stale');
    const both = await Promise.all([
      act(one, inquiry, 1, 'ACCEPT'),
      act(two, inquiry, 1, 'DECLINE'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('is extended by the registrar’s head only', async () => {
    const { inquiry } = await anInquiry();
    await act(one, inquiry, 1, 'ACCEPT');
    expect(slugOf(await act(one, inquiry, 2, 'EXTEND'))).toBe('supervisor-only');
    const head = anOfficial('head', '[440115]', 'SUPERVISOR');
    expect((await act(head, inquiry, 2, 'EXTEND')).body).toMatchObject({
      extended: true,
      due: '2027-05-23T16:00:00.000Z',
    });
  });
});

describe('an annulment', () => {
  const annulled = async (form?: ApplicationForm) => {
    const of = await anInquiry(form);
    await act(one, of.inquiry, 1, 'ACCEPT');
    await act(one, of.inquiry, 2, 'PROPOSE_ANNULMENT', '笔迹和人脸均非本人。');
    return { ...of, done: await act(two, of.inquiry, 3, 'CONFIRM_ANNULMENT') };
  };

  it('takes two officials', async () => {
    const { inquiry, uscc } = await anInquiry();
    await act(one, inquiry, 1, 'ACCEPT');
    await act(one, inquiry, 2, 'PROPOSE_ANNULMENT');
    expect(slugOf(await act(one, inquiry, 3, 'CONFIRM_ANNULMENT'))).toBe('another-official-must');
    const business = await businessOf(documents, tables.register)(uscc);
    expect(business?.status).toBe('REGISTERED');
  });

  it('is one fact: inquiry, business, event, licence', async () => {
    const { done, uscc, inquiry, id } = await annulled();
    expect(done).toMatchObject({
      status: 200,
      body: { state: 'UPHELD', business: { status: 'ANNULLED' } },
    });
    const annulment = {
      at: SENT_AT,
      proposedBy: 'official-1',
      confirmedBy: 'official-2',
      reason: '笔迹和人脸均非本人。',
      inquiry,
    };
    const business = await businessOf(documents, tables.register)(uscc);
    expect(business).toMatchObject({ status: 'ANNULLED', annulment, applicationId: id });
    const { Item } = await documents.send(
      new GetCommand({
        TableName: tables.register,
        Key: { pk: `USCC#${uscc}`, sk: 'EVENT#ANNULLED' },
      }),
    );
    expect(Item).toMatchObject({ to: 'ANNULLED', ...annulment });

    const { licence = '' } = (await licenceOf(documents, tables.register)(uscc)) ?? {};
    const published = publishedStatusLists(documents, tables.register, signer, issuer, now);
    const answer = await verifyOurLicence(licence, {
      issuer,
      jwks: { keys: [await signer.publicJwk()] },
      statusList: async () => (await published('440115-0')) ?? '',
      now: now(),
    });
    expect(answer).toMatchObject({ valid: false, reason: 'NOT_IN_FORCE', status: 'REVOKED' });
  });

  it('keeps the name from others for a year, and gives the client’s claim back', async () => {
    const { id, form } = await annulled();
    const { sent } = await store.read(id);
    const want = wanted(sent, SENT_AT);
    const { card, claim } = await readHoldings(documents, tables.register)(id, want);
    expect(want.intent).toBeDefined();
    expect(claim).toBeUndefined();
    const industry = want.name?.industry ?? '';
    const against = (moment: string) =>
      conflictsOn(card, { industry, holder: 'ap_another', now: moment }).length;
    expect(form.name).toBeDefined();
    expect(against('2027-11-23T15:59:59.000Z')).toBe(1);
    expect(against('2027-11-23T16:00:01.000Z')).toBe(0);
  });

  it('leaves the head one business less', async () => {
    const leave = leaveTraces(documents, tables.register);
    const businessesOf = async (subject: string) => {
      const items = await readAll(documents, tables.register, [subjectKey(subject)]);
      return [...(knownAmong(items, 0).get(subject)?.ever ?? [])];
    };
    const { id, inquiry } = await anInquiry();
    const head = (await store.read(id)).sent.persons?.p1 ?? '';
    for (const ever of [id, 'ap_another']) await leave([{ subject: head, ever }], 0);
    expect((await businessesOf(head)).toSorted()).toEqual(['ap_another', id].toSorted());
    await act(one, inquiry, 1, 'ACCEPT');
    await act(one, inquiry, 2, 'PROPOSE_ANNULMENT');
    expect((await act(two, inquiry, 3, 'CONFIRM_ANNULMENT')).status).toBe(200);
    expect(await businessesOf(head)).toEqual(['ap_another']);
  });

  it('gives the place at a host’s back', async () => {
    const host = await freshHost(database);
    const { done } = await annulled(
      anIndividualBusiness({
        ...atHost,
        premises: { ...atHost.premises, host: host.id },
      }),
    );
    expect(done.status).toBe(200);
    const { Items } = await documents.send(
      new QueryCommand({
        TableName: tables.register,
        KeyConditionExpression: 'pk = :host AND sk > :head',
        ExpressionAttributeValues: { ':host': `HOST#${host.id}`, ':head': 'HEAD' },
      }),
    );
    expect(Items).toEqual([]);
  });

  it('leaves nothing to inquire into', async () => {
    const { id, person } = await annulled();
    expect(await persons.deny(id, await prove(person))).toMatchObject({ status: 409 });
  });
});
