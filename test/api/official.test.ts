import { beforeEach, describe, expect, it, vi } from 'vitest';
import { httpHandler } from '#functions/api/http.handler.ts';
import { OFFICIAL_ROUTES } from '#functions/api/official.routes.ts';
import { type OfficialPorts, officialUseCases } from '#functions/api/official.ts';
import { NO_EXECUTION } from '#functions/application/case.ts';
import { readLog } from '#functions/application/read-log.store.ts';
import { besideCase } from '#functions/case/beside-case.store.ts';
import { caseStore } from '#functions/case/case.store.ts';
import { RELEASED_CLOCK } from '#functions/case/case-clock.ts';
import { openCase } from '#functions/case/open-case.ts';
import { queueStore } from '#functions/case/queue.store.ts';
import { newId, newSalt } from '#functions/runtime/draws.ts';
import { attemptOfCase, caseIdOf } from '#functions/shared/ids.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aForm } from '#test/builders/a-form.ts';
import { applicationsIn, freshName, SENT_AT } from '#test/builders/applications-in.ts';
import { readingsOf } from '#test/builders/readings-of.ts';
import { anEvent, nextPage, read, type Sent } from './an-event.ts';

const database = await aDatabase();
const { referred, store, decidedByOfficial } = applicationsIn(database);
const cases = caseStore(database.documents, database.tables.applications);
const woken: unknown[] = [];
const ports: OfficialPorts = {
  ...cases,
  ...queueStore(database.documents, database.tables.applications),
  beside: besideCase(database.documents, database.tables.applications, database.tables.register),
  record: store.read,
  noteReading: readLog(database.documents, database.tables.applications, newSalt),
  wake: async (...waking) => void woken.push(waking),
  newId,
  holdSeconds: 600,
  clock: async () => RELEASED_CLOCK,
  now: () => Date.parse(SENT_AT),
};

/** A call of an official of these registrars; each test takes divisions of its own. */
function anOfficial(
  registrars: readonly string[],
  sub = 'official-1',
  change: Partial<OfficialPorts> = {},
  grade = 'OFFICER',
) {
  const handle = httpHandler(
    OFFICIAL_ROUTES,
    officialUseCases({ ...ports, ...change }),
    'https://api.example/problems',
  );
  return async (
    name: keyof typeof OFFICIAL_ROUTES,
    { id = '', version = 1, ...sent }: Sent & { id?: string; version?: number } = {},
  ) => {
    const event = anEvent(OFFICIAL_ROUTES[name], {
      claims: { sub, aud: 'official', grade, registrars: `[${registrars.join(' ')}]` },
      parameters: { id },
      headers: { 'if-match': `"${version}"` },
      ...sent,
    });
    return read(await handle(event));
  };
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  woken.length = 0;
});

let minutes = 0;
/** A case of this registrar; each is due later than the one before. */
async function aCase(registrar: string, change: Parameters<typeof referred>[1] = {}) {
  const due = new Date(Date.parse('2026-11-26T16:00:00.000Z') + 60_000 * minutes++).toISOString();
  const { application } = await referred({}, { registrar, due, ...change });
  return caseIdOf({ applicationId: application.id, attempt: 1 });
}
const REASON = { outcome: 'REGISTER', reason: '核对无误' };

describe('the queue of an official', () => {
  it('has the cases of the registrar asked for, the soonest due first, page by page', async () => {
    const ids = [await aCase('440103'), await aCase('440103'), await aCase('440103')];
    await aCase('440104');
    const call = anOfficial(['440104', '440103']);
    const listed: string[] = [];
    let query: Record<string, string> | undefined = { registrar: '440103', limit: '2' };
    while (query) {
      const page = await call('listCases', { query });
      listed.push(...page.body.cases.map((it: { id: string }) => it.id));
      query = nextPage(page);
    }
    expect(listed).toEqual(ids);
  });

  it('is of one of his own registrars, the first unless he asks', async () => {
    const id = await aCase('440105');
    const own = await anOfficial(['440105', '440111'])('listCases');
    expect(own.body.cases).toMatchObject([{ id }]);
    const query = { registrar: '440105' };
    expect((await anOfficial(['440111'])('listCases', { query })).status).toBe(404);
    expect((await anOfficial([])('listCases')).status).toBe(404);
  });

  it('is not another registrar’s by another’s cursor', async () => {
    const id = await aCase('440112');
    await aCase('440112');
    const query = { cursor: `${id}~2026-11-01T00:00:00.000Z` };
    expect((await anOfficial(['440113'])('listCases', { query })).body).toEqual({ cases: [] });
  });

  it.each(['x', '~', 'ca_1~2026-11-26', 'ca_01JCZZZZZZZZZZZZZZZZZZZZZZ-1'])(
    'has no page at %j',
    async (cursor) => {
      const { status, body } = await anOfficial(['440113'])('listCases', { query: { cursor } });
      expect(status).toBe(400);
      expect(body.errors).toEqual([{ pointer: '#query/cursor', detail: 'unknown' }]);
    },
  );
});

describe('another registrar’s case', () => {
  const calls = {
    readCase: {},
    takeCase: {},
    decideCase: { body: REASON },
    confirmDecision: {},
    extendCase: { body: { reason: '案情复杂' } },
    withdrawDecision: {},
  } as const;

  it.each(Object.entries(calls))('does not exist for %s', async (name, call) => {
    const id = await aCase('440114');
    const route = name as keyof typeof calls;
    const send = anOfficial(['440115']);
    const theirs = await send(route, { id, ...call });
    expect(theirs.status).toBe(404);
    expect(theirs).toEqual(
      await send(route, { id: caseIdOf({ applicationId: newId('ap'), attempt: 1 }), ...call }),
    );
    expect(theirs).toEqual(await send(route, { id: 'ca_1', ...call }));
    expect((await anOfficial(['440114'])('readCase', { id })).body).toMatchObject({
      state: 'OPEN',
      version: 1,
    });
  });
});

describe('taking the next case', () => {
  const next = { body: {} };

  it('takes the soonest due that nobody else holds', async () => {
    const leased = { holder: 'official-2', leaseUntil: '2026-11-23T04:10:00.000Z' };
    await aCase('440117', leased);
    const free = await aCase('440117');
    const lapsed = await aCase('440117', { ...leased, leaseUntil: '2026-11-23T03:59:59.000Z' });
    const { status, headers, body } = await anOfficial(['440117'])('takeNextCase', next);
    expect([status, headers.etag]).toEqual([200, '"2"']);
    expect(body).toMatchObject({
      id: free,
      holder: 'official-1',
      leaseUntil: '2026-11-23T04:15:00.000Z',
    });
    expect((await anOfficial(['440117'], 'official-3')('takeNextCase', next)).body.id).toBe(lapsed);
  });

  it('goes on to another where somebody is faster', async () => {
    const first = await aCase('440118');
    const second = await aCase('440118');
    const call = anOfficial(['440118'], 'official-1', {
      write: async (taken, read) => (taken.id === first ? 'MOVED' : cases.write(taken, read)),
    });
    expect((await call('takeNextCase', next)).body.id).toBe(second);
  });

  it('goes past what the queue still shows though it is decided', async () => {
    const { application } = await decidedByOfficial('RETURN');
    const task = { applicationId: application.id, attempt: 1 };
    const decided = { task, due: SENT_AT, escalations: 0, order: SENT_AT };
    const call = anOfficial(['440183'], 'official-1', {
      queue: async () => ({ cases: [decided] }),
    });
    expect((await call('takeNextCase', next)).status).toBe(404);
  });

  it('finds nothing in an empty queue, and is not silent about a defect', async () => {
    expect((await anOfficial(['440184'])('takeNextCase', next)).status).toBe(404);
    const task = { applicationId: newId('ap'), attempt: 1 };
    const failing = anOfficial(['440184'], 'official-1', {
      queue: async () => ({ cases: [{ task, due: SENT_AT, escalations: 0, order: SENT_AT }] }),
      cases: async () => Promise.reject(new TypeError('a defect')),
    });
    expect((await failing('takeNextCase', next)).status).toBe(500);
  });

  it('gives the next free one to who holds one already', async () => {
    const mine = await aCase('440191');
    const free = await aCase('440191');
    const call = anOfficial(['440191']);
    expect((await call('takeNextCase', next)).body.id).toBe(mine);
    expect((await call('takeNextCase', next)).body.id).toBe(free);
    expect((await call('takeNextCase', next)).status).toBe(404);
  });

  it('looks past any number of cases that are held', async () => {
    const leased = { holder: 'official-2', leaseUntil: '2026-11-23T04:10:00.000Z' };
    for (let count = 0; count < 51; count++) await aCase('440192', leased);
    const free = await aCase('440192');
    expect((await anOfficial(['440192'])('takeNextCase', next)).body.id).toBe(free);
  });

  it('gives two officials two cases', async () => {
    await aCase('440113');
    await aCase('440113');
    const taken = await Promise.all(
      ['official-1', 'official-2'].map((sub) => anOfficial(['440113'], sub)('takeNextCase', next)),
    );
    expect(new Set(taken.map(({ body }) => body.id)).size).toBe(2);
  });
});

describe('a case before its official', () => {
  it('tells why it came, the form and what came of the evidence, but no token', async () => {
    const form = aForm({
      name: freshName(),
      shareholders: [
        {
          company: {
            name: '长沙云麓山货有限公司',
            uscc: '91430100MA4L16JJ1K',
            licence: 'secret.licence.token',
          },
          fen: 1,
        },
      ],
    });
    const { application } = await referred(
      { form },
      { registrar: '440106', taskToken: 'secret-task-token' },
    );
    const task = { applicationId: application.id, attempt: 1 };
    const checks = [{ shareholder: 0, outcome: 'SILENT', region: '43' }];
    await store.keepPart(task, '#LICENCES', { schemaVersion: 1, checks });
    const { body, headers } = await anOfficial(['440106'])('readCase', { id: caseIdOf(task) });
    expect(headers.etag).toBe('"1"');
    expect(body).toMatchObject({
      reason: 'REVIEW',
      application: { id: application.id, state: 'REFERRED', attempt: 1 },
      licences: checks,
      form: { name: form.name, shareholders: [{ company: { name: '长沙云麓山货有限公司' } }] },
    });
    expect(JSON.stringify(body)).not.toMatch(/secret|taskToken|openedBy/);
    const readings = await readingsOf(database)(application.id);
    expect(readings).toMatchObject([{ what: 'CASE', by: 'official-1', registrar: '440106' }]);
  });

  it('is decided though its machine came after it was taken, which is no new version', async () => {
    const id = await aCase('440194', { openedBy: NO_EXECUTION });
    const call = anOfficial(['440194'], 'official-1');
    expect((await call('takeCase', { id })).body).toMatchObject({ version: 2 });
    const task = attemptOfCase(id);
    await openCase({
      ...cases,
      record: ({ applicationId, attempt }) => store.read(applicationId, attempt),
      open: async () => 'MOVED',
      clock: ports.clock,
      now: ports.now,
    })({ ...task, execution: 'execution-1' });
    expect(await cases.read(task)).toMatchObject({ openedBy: 'execution-1', holder: 'official-1' });
    expect((await call('decideCase', { id, version: 2, body: REASON })).status).toBe(200);
  });

  it('is taken though the machine began to wait for it just then, which is no new version', async () => {
    const id = await aCase('440193');
    let waits = false;
    const call = anOfficial(['440193'], 'official-1', {
      async read(task) {
        const found = await cases.read(task);
        if (!waits) await cases.keepToken(task, 'token-of-the-machine');
        waits = true;
        return found;
      },
    });
    const { status, body } = await call('takeCase', { id });
    expect({ status, body }).toMatchObject({ status: 200, body: { version: 2 } });
    const decided = await call('decideCase', { id, version: 2, body: REASON });
    expect(decided.status).toBe(200);
    expect(woken.at(-1)).toMatchObject(['token-of-the-machine', { outcome: 'DECIDED' }]);
    expect((await call('takeCase', { id, version: 2 })).status).toBe(412);
  });

  it('is decided by its holder only, and wakes the machine after that', async () => {
    const id = await aCase('440100', { taskToken: 'token-9' });
    const call = anOfficial(['440100']);
    expect(await call('decideCase', { id, body: REASON })).toMatchObject({ status: 409 });
    expect(await call('takeCase', { id })).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    expect((await call('decideCase', { id, version: 1, body: REASON })).status).toBe(412);
    expect(
      (await anOfficial(['440100'], 'official-2')('decideCase', { id, version: 2, body: REASON }))
        .status,
    ).toBe(409);
    const decided = await call('decideCase', { id, version: 2, body: REASON });
    expect(decided).toMatchObject({
      status: 200,
      body: {
        state: 'DECIDED',
        decision: { outcome: 'REGISTER', effectiveAt: '2026-11-23T04:10:00.000Z' },
      },
    });
    expect(JSON.stringify(decided.body)).not.toContain('token-9');
    expect(woken).toEqual([['token-9', { outcome: 'DECIDED', holdSeconds: 600 }]]);
    expect(await call('withdrawDecision', { id, version: 3 })).toMatchObject({
      status: 200,
      body: { state: 'OPEN' },
    });
  });

  it('is handed over with where to, under an id that it has from then on', async () => {
    const id = await aCase('440106');
    const call = anOfficial(['440106']);
    await call('takeCase', { id });
    const body = { outcome: 'HAND_OVER', reason: '住所在南沙区。', to: '440115' };
    const { status, body: told } = await call('decideCase', { id, version: 2, body });
    expect([status, told.state]).toEqual([200, 'DECIDED']);
    expect(told.decision).toMatchObject({
      to: '440115',
      handedOverTo: expect.stringMatching(/^ap_/),
    });
  });

  it('that came by a hand-over is handed on by the head alone', async () => {
    const id = await aCase('440106');
    const handedOverFrom = newId('ap');
    const record: OfficialPorts['record'] = async (...of) => {
      const { application, ...rest } = await store.read(...of);
      return { application: { ...application, handedOverFrom }, ...rest };
    };
    await anOfficial(['440106'])('takeCase', { id });
    const body = { outcome: 'HAND_OVER', reason: '住所在南沙区。', to: '440115' };
    const as = (grade: string) =>
      anOfficial(
        ['440106'],
        'official-1',
        { record },
        grade,
      )('decideCase', {
        id,
        version: 2,
        body,
      });
    expect((await as('OFFICER')).body.type).toMatch(/supervisor-only$/);
    expect((await as('SUPERVISOR')).status).toBe(200);
  });

  it.each([
    ['110101', 'UNKNOWN'],
    ['440106', 'SAME'],
  ])('is not handed over to %s: %s', async (to, detail) => {
    const id = await aCase('440106');
    const call = anOfficial(['440106']);
    await call('takeCase', { id });
    const body = { outcome: 'HAND_OVER', reason: '移送', to };
    const { status, body: problem } = await call('decideCase', { id, version: 2, body });
    expect(status).toBe(409);
    expect(problem.errors).toEqual([{ pointer: '/to', detail }]);
    expect((await call('readCase', { id })).body).toMatchObject({ state: 'OPEN', version: 2 });
  });

  it('of a type that the other registrar does not register stays where it is', async () => {
    const form = aForm({ name: freshName(), type: 'PARTNERSHIP' });
    const { application } = await referred({ form }, { registrar: '440106' });
    const id = caseIdOf({ applicationId: application.id, attempt: 1 });
    const call = anOfficial(['440106']);
    await call('takeCase', { id });
    const body = { outcome: 'HAND_OVER', reason: '移送', to: '440115' };
    const { body: problem } = await call('decideCase', { id, version: 2, body });
    expect(problem.errors).toEqual([{ pointer: '/to', detail: 'DOES_NOT_REGISTER_TYPE' }]);
  });

  it('is registered only where a licence can be made of it', async () => {
    const form = aForm({ name: freshName(), premises: {}, roles: {} });
    const { application } = await referred({ form }, { registrar: '440193' });
    const id = caseIdOf({ applicationId: application.id, attempt: 1 });
    const call = anOfficial(['440193']);
    await call('takeCase', { id });
    const { status, body: problem } = await call('decideCase', { id, version: 2, body: REASON });
    expect(status).toBe(409);
    expect(problem.errors).toEqual([
      { pointer: '/roles', detail: 'missing' },
      { pointer: '/premises', detail: 'missing' },
    ]);
    const returned = { outcome: 'RETURN', reason: '请补正' };
    expect((await call('decideCase', { id, version: 2, body: returned })).status).toBe(200);
  });

  it('is extended by the head of the registrar only', async () => {
    const id = await aCase('440194');
    const body = { reason: '案情复杂' };
    const officer = await anOfficial(['440194'])('extendCase', { id, body });
    expect(officer.status).toBe(403);
    const head = anOfficial(['440194'], 'head-1', {}, 'SUPERVISOR');
    expect((await head('extendCase', { id, body: { reason: '' } })).status).toBe(400);
    expect((await head('extendCase', { id, version: 2, body })).status).toBe(412);
    const extended = await head('extendCase', { id, body });
    expect(extended).toMatchObject({ status: 200, body: { extension: { by: 'head-1' } } });
    expect((await head('extendCase', { id, version: 2, body })).status).toBe(409);
  });

  it.each([
    { outcome: 'HAND_OVER', reason: '移送' },
    { outcome: 'HAND_OVER', reason: '移送', to: '南沙' },
    { outcome: 'RETURN', reason: '请补正', to: '440115' },
    { outcome: 'REGISTER', reason: '' },
    { outcome: 'APPROVE', reason: 'x' },
    { ...REASON, by: 'x' },
  ])('is not decided by %j', async (body) => {
    expect((await anOfficial(['440100'])('decideCase', { id: 'ca_1', body })).status).toBe(400);
  });
});
