import { describe, expect, it } from 'vitest';
import { httpHandler } from '#functions/api/http.handler.ts';
import { OFFICIAL_ROUTES } from '#functions/api/official.routes.ts';
import { officialUseCases } from '#functions/api/official.ts';
import { readLog } from '#functions/application/read-log.store.ts';
import { besideCase } from '#functions/case/beside-case.store.ts';
import { caseStore, openingOf } from '#functions/case/case.store.ts';
import { RELEASED_CLOCK } from '#functions/case/case-clock.ts';
import { readCaseOrSample } from '#functions/case/case-or-sample.store.ts';
import { escalateCase } from '#functions/case/escalate-case.ts';
import { newCase } from '#functions/case/open-case.ts';
import { queueStore } from '#functions/case/queue.store.ts';
import { caseOf as caseFiled, sectionsOf } from '#functions/defence/assemble.ts';
import { defenceFileStore } from '#functions/defence/defence-file.store.ts';
import { inquiryStore } from '#functions/register/inquiry.store.ts';
import { inquiryOfCheck } from '#functions/register/inquiry.ts';
import { postCheckStore } from '#functions/register/post-check.store.ts';
import { newId, newSalt } from '#functions/runtime/draws.ts';
import { attemptOfCase, caseIdOf } from '#functions/shared/ids.ts';
import { aDatabase, type Database } from '#test/builders/a-database.ts';
import { aForm } from '#test/builders/a-form.ts';
import { applicationsIn, freshName } from '#test/builders/applications-in.ts';
import { aFinding, decisionsIn } from '#test/statistics/decisions-in.ts';
import { anEvent, nextPage, read, type Sent } from './an-event.ts';

const SUBMITTED = '2026-11-24T02:00:00.000Z';
const DECIDED = '2026-11-24T02:00:02.000Z';
const OPENED = '2026-11-24T02:15:00.000Z';
const HOLD_SECONDS = 60;
const clock = { now: 0 };
const at = (moment: string) => {
  clock.now = Date.parse(moment);
};

/** What would put a case with findings before others. */
const FAVOURED = {
  submittedOn: '2026-11-24',
  decidedOn: '2026-11-24',
  listed: [
    { pointer: '/people/p1', list: 'FAVOURED', ground: 'WHITELIST', from: '2026-11-01' },
    { pointer: '/people/p1', list: 'CREDIT', ground: 'D', from: '2026-11-01' },
  ],
};

/** An official and a sweep at one register; each test has one of its own. */
function anOffice(database: Database) {
  const { documents, tables } = database;
  const world = decisionsIn(database);
  const { sent, store } = applicationsIn(database);
  const open = openingOf(documents, tables.applications, store);

  const handle = httpHandler(
    OFFICIAL_ROUTES,
    officialUseCases({
      ...caseStore(documents, tables.applications),
      ...queueStore(documents, tables.applications),
      read: readCaseOrSample(documents, tables.applications),
      beside: besideCase(documents, tables.applications, tables.register),
      record: store.read,
      noteReading: readLog(documents, tables.applications, newSalt),
      wake: async () => {},
      newId,
      holdSeconds: HOLD_SECONDS,
      clock: async () => RELEASED_CLOCK,
      now: () => clock.now,
    }),
    'https://api.example/problems',
  );
  const call = async (
    name: keyof typeof OFFICIAL_ROUTES,
    { id = '', version = 1, ...rest }: Sent & { id?: string; version?: number } = {},
  ) =>
    read(
      await handle(
        anEvent(OFFICIAL_ROUTES[name], {
          claims: { sub: 'official-1', aud: 'official', registrars: ['440115'] },
          headers: { 'if-match': `"${version}"` },
          parameters: { id },
          ...rest,
        }),
      ),
    );

  /** What the machine registered and its second reading, found by the sweep. */
  async function aSample(findings: Parameters<typeof world.byMachine>[0]['findings'] = []) {
    const { application } = await world.byMachine({
      verdict: 'APPROVE',
      at: DECIDED,
      findings,
      facts: FAVOURED,
    });
    await world.sweepAt(OPENED);
    const { uscc = '' } = (await store.read(application.id)).application;
    return { application, uscc, id: caseIdOf({ applicationId: application.id, attempt: 1 }) };
  }

  /** A case that came without findings: our machine failed three times. */
  async function aTechnicalCase() {
    const record = await sent({ form: aForm({ name: freshName() }), at: SUBMITTED });
    const { id } = record.application;
    const received = { reason: 'TECHNICAL', openedBy: 'e', receivedAt: SUBMITTED } as const;
    await open(record, newCase(record, { ...received, at: OPENED }));
    return caseIdOf({ applicationId: id, attempt: 1 });
  }
  return { world, store, call, aSample, aTechnicalCase };
}

const databases = await Promise.all(Array.from({ length: 8 }, aDatabase));
function aFreshOffice() {
  const database = databases.pop();
  if (!database) throw new RangeError('no database left');
  return { database, ...anOffice(database) };
}

/** An answer with everything told apart that tells applications apart. */
const shapeOf = ({
  status,
  headers,
  body,
}: Awaited<ReturnType<ReturnType<typeof anOffice>['call']>>) =>
  JSON.stringify({ status, headers, body })
    .replaceAll(/(ap|ca)_[0-9A-Z]{26}/g, '$1_…')
    .replaceAll(/"name":"广州市南沙区[^"]+"/g, '"name":"…"');

describe('a second reading, before it is decided', () => {
  it('cannot be told from another case in any answer that its official gets', async () => {
    const { call, aSample, aTechnicalCase } = aFreshOffice();
    at('2026-11-24T03:00:00.000Z');
    const sample = await aSample([aFinding('NM-09', 'WARN')]);
    const other = await aTechnicalCase();
    const both = async (...of: [keyof typeof OFFICIAL_ROUTES, number?, object?]) => {
      const [name, version = 1, more = {}] = of;
      const [one, two] = [
        await call(name, { id: sample.id, version, ...more }),
        await call(name, { id: other, version, ...more }),
      ];
      expect(shapeOf(one)).toBe(shapeOf(two));
      return one;
    };
    expect((await both('readCase')).body).toMatchObject({
      state: 'OPEN',
      findings: [],
      due: '2026-11-27T16:00:00.000Z',
      application: { state: 'REFERRED', submittedAt: SUBMITTED },
    });
    await both('takeCase', 2);
    await both('takeCase');
    await both('extendCase', 2, { body: { reason: '案情复杂' } });
    await both('decideCase', 2, { body: { outcome: 'HAND_OVER', reason: '移送', to: '440115' } });
    const body = { outcome: 'RETURN', reason: '住所不明。' };
    expect((await both('decideCase', 2, { body })).body).toMatchObject({ state: 'DECIDED' });
    await both('readCase');
    await both('withdrawDecision', 3);
    await both('decideCase', 4, { body });
    const { body: listed } = await call('listCases', { query: {} });
    expect(listed).toEqual({ cases: [] });
  });

  it('is told one level higher when its clock runs out, as a case is by its machine', async () => {
    const { database, world, call, aSample, aTechnicalCase } = aFreshOffice();
    at('2026-11-24T03:00:00.000Z');
    const [{ id }, other] = [await aSample(), await aTechnicalCase()];
    const { read: readIt, write } = caseStore(database.documents, database.tables.applications);
    const late = '2026-11-27T16:00:05.000Z';
    at(late);
    const clockOf = { clock: async () => RELEASED_CLOCK, now: () => Date.parse(late) };
    await escalateCase({ read: readIt, write, ...clockOf })(attemptOfCase(other));
    expect(await world.sweepAt(late)).toMatchObject({ escalated: 1 });
    expect(await world.sweepAt(late)).toMatchObject({ escalated: 0 });
    const [sample, technical] = [
      await call('readCase', { id }),
      await call('readCase', { id: other }),
    ];
    expect(sample.body).toMatchObject({ escalations: 1, due: '2026-11-30T16:00:00.000Z' });
    expect(shapeOf(sample)).toBe(shapeOf(technical));
  });

  it('stands in the queue among the others, and a page may end with it', async () => {
    const { call, aSample, aTechnicalCase } = aFreshOffice();
    at('2026-11-24T03:00:00.000Z');
    const ids = [(await aSample()).id, await aTechnicalCase(), (await aSample()).id];
    const seen: string[] = [];
    for (let query: Record<string, string> | undefined = { limit: '1' }; query; ) {
      const page = await call('listCases', { query });
      seen.push(...page.body.cases.map(({ id }: { id: string }) => id));
      query = nextPage(page);
    }
    expect(seen).toEqual(expect.arrayContaining(ids));
    expect(new Set(seen).size).toBe(seen.length);
    const taken = [];
    for (const _ of seen) taken.push((await call('takeNextCase', { body: {} })).body.id);
    expect(taken.toSorted()).toEqual(seen.toSorted());
  });

  it('has no defence file yet, as a case has none, and is in no other', async () => {
    const { database, aSample, aTechnicalCase } = aFreshOffice();
    at('2026-11-24T03:00:00.000Z');
    const { documents, tables } = database;
    const [{ id, application }, other] = [await aSample(), await aTechnicalCase()];
    const { items } = defenceFileStore(
      documents,
      tables.applications,
      tables.register,
      tables.batches,
      async () => undefined,
    );
    for (const caseId of [id, other]) {
      const of = attemptOfCase(caseId);
      const filed = caseFiled(await items(of.applicationId), of.attempt);
      expect(filed).toMatchObject({ id: caseId, registrar: '440115' });
      expect(filed?.decision).toBeUndefined();
    }
    const nothing = { answers: {}, rules: {}, register: [], standings: [], others: [], ours: [] };
    const found = nothing as unknown as Parameters<typeof sectionsOf>[1];
    const { attempts } = sectionsOf(await items(application.id), found);
    expect(Object.keys(attempts[0]?.beside ?? {})).toEqual([]);
  });
});

describe('a second reading, once decided', () => {
  const decided = async (outcome: string) => {
    const office = aFreshOffice();
    const { call, aSample } = office;
    at('2026-11-24T03:00:00.000Z');
    const sample = await aSample();
    await call('takeCase', { id: sample.id });
    const body = { outcome, reason: '核对无误。' };
    const answer = await call('decideCase', { id: sample.id, version: 2, body });
    expect(answer).toMatchObject({ status: 200, body: { state: 'DECIDED' } });
    expect(answer.body.sample).toBeUndefined();
    at('2026-11-24T03:02:00.000Z');
    expect((await call('readCase', { id: sample.id })).body).toMatchObject({
      sample: {},
      application: { state: 'REGISTERED' },
    });
    expect((await call('withdrawDecision', { id: sample.id, version: 3 })).status).toBe(409);
    return { ...office, ...sample };
  };
  const swept = async (office: Awaited<ReturnType<typeof decided>>) => {
    const { world, store, call, id, application } = office;
    const first = await world.sweepAt('2026-11-24T03:05:00.000Z');
    const again = await world.sweepAt('2026-11-24T03:06:00.000Z');
    expect([first.concluded, again.concluded]).toEqual([1, 0]);
    expect((await store.read(application.id)).application).toMatchObject({ state: 'REGISTERED' });
    return (await call('readCase', { id })).body;
  };
  const checksOf = ({ documents, tables }: Database) => postCheckStore(documents, tables.register);

  it('agrees, and nothing follows', async () => {
    const sample = await decided('REGISTER');
    expect(await swept(sample)).toMatchObject({ state: 'CLOSED', sample: { agreed: true } });
    expect((await checksOf(sample.database).read(sample.uscc))?.business.postCheck).toBeUndefined();
  });

  it('would have returned it: a check after the event is due at once', async () => {
    const sample = await decided('RETURN');
    expect(await swept(sample)).toMatchObject({ sample: { agreed: false, led: 'POST_CHECK' } });
    const due = { class: 'HIGH', due: '2026-11-24' };
    expect((await checksOf(sample.database).read(sample.uscc))?.business.postCheck).toEqual(due);
    expect(await checksOf(sample.database).due('440115', 50)).toContainEqual(
      expect.objectContaining({ ...due, uscc: sample.uscc }),
    );
  });

  it('would have refused it: the registrar’s own inquiry is open', async () => {
    const sample = await decided('REFUSE');
    expect(await swept(sample)).toMatchObject({ sample: { agreed: false, led: 'INQUIRY' } });
    const { documents, tables } = sample.database;
    const inquiries = inquiryStore(documents, tables.register);
    const id = inquiryOfCheck(sample.application.id, 0);
    expect(await inquiries.read(sample.uscc, id)).toMatchObject({
      state: 'FILED',
      registrar: '440115',
      statement: '核对无误。',
    });
  });

  it('taken back while it is held, counts for nothing until it is decided again', async () => {
    const { world, call, aSample } = aFreshOffice();
    at('2026-11-24T03:00:00.000Z');
    const { id } = await aSample();
    await call('takeCase', { id });
    const body = { outcome: 'REFUSE', reason: '误点。' };
    await call('decideCase', { id, version: 2, body });
    await call('withdrawDecision', { id, version: 3 });
    expect(await world.sweepAt('2026-11-24T03:08:00.000Z')).toMatchObject({ concluded: 0 });
    expect((await call('readCase', { id })).body).toMatchObject({ state: 'OPEN' });
  });
});
