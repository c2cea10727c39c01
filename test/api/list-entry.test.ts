import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { httpHandler } from '#functions/api/http.handler.ts';
import { idempotentIds } from '#functions/api/idempotency.store.ts';
import { LIST_ENTRY_ROUTES } from '#functions/api/list-entry.routes.ts';
import { listEntryUseCases } from '#functions/api/list-entry.ts';
import { listingStore } from '#functions/party/listing.store.ts';
import { LISTS } from '#functions/party/lists.ts';
import { knownAmong, subjectKey } from '#functions/party/subject.store.ts';
import { periodOf } from '#functions/party/traces.ts';
import { subjectsOf } from '#functions/review/cross-case.ts';
import { newId, newSalt } from '#functions/runtime/draws.ts';
import { readAll } from '#functions/runtime/read-all.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aForm, people } from '#test/builders/a-form.ts';
import { anIndex, aPersonKey } from '#test/builders/a-person-key.ts';
import { anEvent, read, type Sent } from './an-event.ts';

const { documents, tables } = await aDatabase();
let now = Date.parse('2026-11-24T01:00:00.000Z');
const handle = httpHandler(
  LIST_ENTRY_ROUTES,
  listEntryUseCases({
    ...listingStore(documents, tables.register, newSalt),
    idempotentId: idempotentIds(documents, tables.access, () => now),
    personKey: aPersonKey,
    newId,
    now: () => now,
  }),
  'https://api.example/problems',
);

let keys = 0;
const anOfficial =
  (sub: string, { grade = 'SUPERVISOR', aud = 'official' } = {}) =>
  async (
    name: keyof typeof LIST_ENTRY_ROUTES,
    {
      id = '',
      version = 1,
      key,
      ...sent
    }: Sent & { id?: string; version?: number; key?: string } = {},
  ) => {
    const headers = { 'if-match': `"${version}"`, 'idempotency-key': key ?? `key-${++keys}` };
    const claims = { sub, aud, registrars: '[440115]', grade };
    return read(
      await handle(
        anEvent(LIST_ENTRY_ROUTES[name], { claims, parameters: { id }, headers, ...sent }),
      ),
    );
  };
const shen = anOfficial('supervisor-1');
const officer = anOfficial('officer-1', { grade: 'OFFICER' });
const applicant = anOfficial('applicant-1', { aud: 'applicant' });

const { p1 } = people;
const PERSON = {
  kind: 'PERSON',
  document: { kind: p1.document.kind, number: p1.document.number },
};
const BUSINESS = { kind: 'BUSINESS', uscc: '91440115MAX000023X' };
const ADDRESS = { kind: 'ADDRESS', address: '广州市南沙区望潮街12号305房' };

let numbers = 0;
const entry = (change: object = {}) => ({
  subject: PERSON,
  number: `2026-${++numbers}`,
  list: 'DISHONEST',
  ground: 'DEBT',
  from: '2026-11-01',
  source: '广州市南沙区人民法院',
  reason: '法院通报',
  ...change,
});
const entered = async (change: object = {}) =>
  (await shen('enterListEntry', { body: entry(change) })).body;
const slugOf = ({ status, body }: { status?: number | undefined; body: { type?: string } }) =>
  `${status} ${body.type?.split('/').at(-1)}`;
const faultsOf = ({ body }: { body: { errors?: { pointer: string; detail: string }[] } }) =>
  body.errors?.map(({ pointer, detail }) => `${pointer} ${detail}`);

/** What a review finds on whom the builders' form names, by where they stand in it. */
async function listedInReview() {
  const form = aForm();
  const compared = {
    application: { id: 'ap_1', owner: 'applicant-1' },
    sent: { form, ...(await anIndex(form)) },
  };
  const subjects = subjectsOf(compared);
  const items = await readAll(documents, tables.register, [...subjects.values()].map(subjectKey));
  const known = knownAmong(items, periodOf('2026-11-24T01:00:00.000Z'));
  return [...subjects].flatMap(([pointer, subject]) =>
    (known.get(subject)?.entries ?? []).map((it) => ({ pointer, ...it })),
  );
}
const counted = async (list: string, ground: string): Promise<number> => {
  const { body } = await applicant('countListEntries');
  return body.counts.find(
    (it: { list: string; ground: string }) => it.list === list && it.ground === ground,
  ).entries;
};

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));

describe('entering a record of a list', () => {
  it('says on whom, of what authority, by whom and why, and never his number', async () => {
    const body = entry({ until: '2028-10-31' });
    const { status, headers, body: made } = await shen('enterListEntry', { body });
    expect(status).toBe(201);
    expect(headers).toMatchObject({ etag: '"1"', location: `/v1/list-entries/${made.id}` });
    const { subject: _person, ...said } = body;
    expect(made).toEqual({
      ...said,
      id: made.id,
      version: 1,
      about: 'PERSON',
      enteredBy: 'supervisor-1',
      enteredAt: '2026-11-24T01:00:00.000Z',
    });
    expect(JSON.stringify(made)).not.toContain(p1.document.number);
  });

  it('is found by the next review, on a person and on an address, however they are typed', async () => {
    const person = await entered({
      subject: { ...PERSON, document: { ...PERSON.document, number: `  ${p1.document.number}` } },
    });
    const address = await entered({
      subject: { kind: 'ADDRESS', address: '南沙区 望潮街12号305房' },
      list: 'PROPERTY',
      ground: 'CONTRADICTED',
      source: '房屋登记机构',
    });
    expect(await listedInReview()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ pointer: '/people/p1', id: person.number, ground: 'DEBT' }),
        expect.objectContaining({ pointer: '/premises/address', id: address.number }),
      ]),
    );
  });

  it('is not for officers nor for applicants', async () => {
    const body = entry();
    expect(slugOf(await officer('enterListEntry', { body }))).toBe('403 supervisor-only');
    expect(slugOf(await applicant('enterListEntry', { body }))).toBe('404 not-found');
  });

  it('again by the same key is the same record', async () => {
    const body = entry({ subject: BUSINESS, list: 'CREDIT', ground: 'C' });
    const before = await counted('CREDIT', 'C');
    const first = await shen('enterListEntry', { body, key: 'again' });
    const again = await shen('enterListEntry', { body, key: 'again' });
    expect(again.body).toEqual(first.body);
    expect(await counted('CREDIT', 'C')).toBe(before + 1);
  });

  it('under a number that stands already is told so, until that one is ended', async () => {
    const first = await entered({ number: 'same-1' });
    const second = () => shen('enterListEntry', { body: entry({ number: 'same-1' }) });
    expect(slugOf(await second())).toBe('409 not-in-this-state');
    const body = { until: '2026-11-24', reason: '履行完毕' };
    await shen('endListEntry', { id: first.id, body });
    expect((await second()).status).toBe(201);
  });

  it.each([
    [
      { subject: { ...PERSON, document: { kind: 'RESIDENT_ID', number: '440106198804123026' } } },
      '/subject/document/number NOT_A_DOCUMENT_NUMBER',
    ],
    [
      { subject: { ...BUSINESS, uscc: '91440115MAX000023Y' }, list: 'CREDIT', ground: 'A' },
      '/subject/uscc NOT_A_CODE',
    ],
    [{ subject: ADDRESS }, '/list NOT_OF_SUCH_A_SUBJECT'],
    [{ ground: 'LOST' }, '/ground NO_GROUND_OF_THIS_LIST'],
    [{ until: '2026-10-31' }, '/until BEFORE_IT_BEGINS'],
    [{ officer: 'official-nansha' }, '/officer ONLY_OF_FAVOURED'],
  ])('of %j is told its fault', async (change, fault) => {
    const answer = await shen('enterListEntry', { body: entry(change) });
    expect(slugOf(answer)).toBe('400 invalid-request');
    expect(faultsOf(answer)).toEqual([fault]);
  });

  it('refuses an unknown list, and what is no date', async () => {
    for (const change of [{ list: 'RUMOUR' }, { from: '2026-13-01' }, { source: '' }])
      expect(slugOf(await shen('enterListEntry', { body: entry(change) }))).toBe(
        '400 invalid-request',
      );
  });
});

describe('ending a record', () => {
  const ended = { until: '2026-11-24', reason: '履行完毕' };

  it('is told with its last day, and the review sees it', async () => {
    const { id, number } = await entered();
    const { status, body } = await shen('endListEntry', { id, body: ended });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      version: 2,
      until: '2026-11-24',
      endedBy: 'supervisor-1',
      endedBecause: '履行完毕',
    });
    expect(await listedInReview()).toContainEqual(
      expect.objectContaining({ id: number, until: '2026-11-24' }),
    );
  });

  it('is of the record as it was read, and once', async () => {
    const { id } = await entered();
    const end = (version: number) => shen('endListEntry', { id, version, body: ended });
    expect(slugOf(await end(2))).toBe('412 version-stale');
    const both = await Promise.all([end(1), end(1)]);
    expect(both.map(slugOf).toSorted()).toEqual(['200 undefined', '412 version-stale']);
    expect(slugOf(await end(2))).toBe('409 not-in-this-state');
    expect(slugOf(await officer('endListEntry', { id, body: ended }))).toBe('403 supervisor-only');
    expect(slugOf(await shen('endListEntry', { id: newId('le'), body: ended }))).toBe(
      '404 not-found',
    );
  });
});

describe('reading records', () => {
  const readings = async (subject: string) => {
    const { Items = [] } = await documents.send(
      new QueryCommand({
        TableName: tables.register,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :read)',
        ExpressionAttributeValues: { ':pk': `SUBJECT#${subject}`, ':read': 'READ#' },
      }),
    );
    return Items.map(({ by, at }) => ({ by, at }));
  };

  it('is by the subject, in the body alone, and is kept with who read', async () => {
    const subject = { kind: 'BUSINESS', uscc: ' 91440115MAX000023x' };
    const first = await entered({ subject, list: 'ABNORMAL', ground: 'ABNORMAL' });
    const before = (await readings('USCC:91440115MAX000023X')).length;
    const { body } = await officer('findListEntries', { body: { subject } });
    expect(body.entries[0]).toMatchObject({ id: first.id, about: 'BUSINESS' });
    expect((await officer('readListEntry', { id: first.id })).body).toEqual(body.entries[0]);
    expect((await readings('USCC:91440115MAX000023X')).slice(before)).toEqual(
      Array(2).fill({ by: 'officer-1', at: '2026-11-24T01:00:00.000Z' }),
    );
  });

  it('tells of one on whom nothing is known that there is nothing', async () => {
    const subject = {
      kind: 'PERSON',
      document: { kind: 'RESIDENT_ID', number: '440115198507032510' },
    };
    const { status, body } = await officer('findListEntries', { body: { subject } });
    expect([status, body]).toEqual([200, { entries: [] }]);
  });

  it('is not for applicants, nor by what is no number', async () => {
    const asked = { body: { subject: PERSON } };
    expect(slugOf(await applicant('findListEntries', asked))).toBe('404 not-found');
    const subject = { ...BUSINESS, uscc: '1' };
    expect(slugOf(await officer('findListEntries', { body: { subject } }))).toBe(
      '400 invalid-request',
    );
    expect(slugOf(await officer('readListEntry', { id: 'le_x' }))).toBe('404 not-found');
  });
});

describe('the public numbers', () => {
  const host = (id: string) => ({ subject: { kind: 'HOST', id }, list: 'FAVOURED' });

  it('name every class and list, whether anything is in it or not, and nothing else', async () => {
    const { status, headers, body } = await applicant('countListEntries');
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'cache-control': 'public, max-age=300' });
    expect(body.counts.map((it: { ground: string }) => it.ground)).toEqual([
      ...LISTS.CREDIT,
      ...LISTS.FAVOURED,
    ]);
  });

  it('count what holds today: from its first day to its last, over years', async () => {
    const then = now;
    const before = await counted('FAVOURED', 'WHITELIST');
    await entered({
      ...host('H-0901'),
      ground: 'WHITELIST',
      from: '2026-11-24',
      until: '2027-01-05',
    });
    await entered({ ...host('H-0902'), ground: 'WHITELIST', from: '2026-11-25' });
    const on = async (day: string) => {
      now = Date.parse(`${day}T01:00:00.000Z`);
      return (await counted('FAVOURED', 'WHITELIST')) - before;
    };
    expect(await on('2026-11-23')).toBe(0);
    expect(await on('2026-11-24')).toBe(1);
    expect(await on('2026-11-25')).toBe(2);
    expect(await on('2027-01-05')).toBe(2);
    expect(await on('2027-01-06')).toBe(1);
    now = then;
  });

  it('follow an entry that is ended, or that never should have been', async () => {
    const before = await counted('FAVOURED', 'KEY_ENTERPRISE');
    const make = (id: string) =>
      entered({ ...host(id), ground: 'KEY_ENTERPRISE', from: '2026-11-20', until: '2027-11-19' });
    const [one, other] = [await make('H-0903'), await make('H-0904')];
    expect(await counted('FAVOURED', 'KEY_ENTERPRISE')).toBe(before + 2);
    const end = (id: string, until: string) =>
      shen('endListEntry', { id, body: { until, reason: '撤回推荐' } });
    await end(one.id, '2026-11-23');
    await end(other.id, '2026-11-01');
    expect(await counted('FAVOURED', 'KEY_ENTERPRISE')).toBe(before);
    const then = now;
    now = Date.parse('2026-11-21T01:00:00.000Z');
    expect(await counted('FAVOURED', 'KEY_ENTERPRISE')).toBe(before + 1);
    now = Date.parse('2028-01-01T01:00:00.000Z');
    expect(await counted('FAVOURED', 'KEY_ENTERPRISE')).toBe(before);
    now = then;
  });
});
