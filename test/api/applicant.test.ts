import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { APPLICANT_ROUTES } from '#functions/api/applicant.routes.ts';
import { refused } from '#functions/party/refusal.ts';
import { newId } from '#functions/runtime/draws.ts';
import { batchId } from '#test/batch/a-batch.ts';
import { signatures } from '#test/batch/sent-rows.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { anIndividualBusiness } from '#test/builders/a-form.ts';
import { applicationsIn, SENT_AT } from '#test/builders/applications-in.ts';
import { anApplicantApi } from './an-applicant-api.ts';
import { nextPage } from './an-event.ts';

const database = await aDatabase();
const { store, sent, decided, referred, decidedByOfficial } = applicationsIn(database);
const { send, registered } = anApplicantApi(database);
const form = anIndividualBusiness({ name: undefined });
const idOf = ({ application }: { application: { id: string } }) => application.id;

async function itemsIn(...names: (keyof typeof database.tables)[]): Promise<number> {
  const counts = names.map(async (name) => {
    const scan = new ScanCommand({ TableName: database.tables[name], ConsistentRead: true });
    return (await database.documents.send(scan)).Items?.length ?? 0;
  });
  return (await Promise.all(counts)).reduce((sum, count) => sum + count);
}

describe('a new application', () => {
  it('is a draft, and says who must sign it', async () => {
    const { status, headers, body } = await send('createApplication', { body: { form } });
    expect(status).toBe(201);
    expect(headers).toMatchObject({ etag: '"1"', location: `/v1/applications/${body.id}` });
    expect(body).toMatchObject({
      state: 'DRAFT',
      attempt: 1,
      missing: [{ person: 'p1' }],
      findings: [],
    });
    expect(registered).not.toContainEqual({ applicationId: body.id, attempt: 1 });
  });

  it('is submitted by one click where everybody has signed', async () => {
    const { status, body } = await send('createApplication', {
      body: { form, signatures, submit: true },
    });
    expect(status).toBe(202);
    expect(body).toMatchObject({ state: 'SUBMITTED' });
    expect(registered).toContainEqual({ applicationId: body.id, attempt: 1 });
  });

  it('waits in SIGNING where somebody has not', async () => {
    const { status, body } = await send('createApplication', { body: { form, submit: true } });
    expect([status, body.state]).toEqual([202, 'SIGNING']);
    expect(registered).not.toContainEqual({ applicationId: body.id, attempt: 1 });
  });

  it('is one however often it is sent under its key', async () => {
    const once = {
      body: { form, submit: true, signatures },
      headers: { 'idempotency-key': 'once' },
    };
    const first = await send('createApplication', once);
    const before = await itemsIn('applications');
    const again = await send('createApplication', once);
    expect(again.body).toEqual(first.body);
    expect(again.headers).toMatchObject({ 'idempotency-replayed': 'true' });
    expect(await itemsIn('applications')).toBe(before);
    const other = await send('createApplication', { ...once, body: { form } });
    expect(other).toMatchObject({
      status: 422,
      body: { type: expect.stringMatching(/idempotency-key-reused$/) },
    });
  });

  it('is another one under another caller’s equal key', async () => {
    const headers = { 'idempotency-key': 'common' };
    const mine = await send('createApplication', { body: { form }, headers });
    const theirs = await send('createApplication', { body: { form }, headers, sub: 'applicant-2' });
    expect(theirs.status).toBe(201);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });
});

describe('another’s application', () => {
  const calls = {
    readApplication: {},
    editApplication: { body: { form } },
    submitApplication: { body: { signatures } },
    correctApplication: { body: { form } },
  } as const;

  it('is one of these routes’', () => {
    const byId = Object.entries(APPLICANT_ROUTES).filter(([, { path }]) => path.includes('{id}'));
    expect(byId.map(([name]) => name).toSorted()).toEqual(Object.keys(calls).toSorted());
  });

  it.each(Object.entries(calls))(
    'does not exist for %s, and stays as it is',
    async (name, call) => {
      const record = await sent({ owner: 'applicant-2', to: ['DRAFT'] });
      const route = name as keyof typeof calls;
      const theirs = await send(route, { ...call, id: idOf(record) });
      const none = await send(route, { ...call, id: newId('ap') });
      const noId = await send(route, { ...call, id: '../HEAD' });
      expect(theirs.status).toBe(404);
      expect(theirs).toEqual(none);
      expect(noId).toEqual(none);
      const after = await send('readApplication', { id: idOf(record), sub: 'applicant-2' });
      expect(after.body).toMatchObject({ state: 'DRAFT', version: 1 });
    },
  );
});

describe('a change', () => {
  it('is made to the version that was read only', async () => {
    const id = idOf(await sent({ to: ['DRAFT'] }));
    const changed = await send('editApplication', { id, body: { form: { type: 'X' } } });
    expect(changed).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: { form: { type: 'X' } },
    });
    for (const [route, body] of [
      ['editApplication', { form }],
      ['submitApplication', { signatures }],
    ] as const)
      expect((await send(route, { id, version: 1, body })).status).toBe(412);
    expect((await send('readApplication', { id })).body).toMatchObject({
      version: 2,
      state: 'DRAFT',
    });
  });

  it('that its state does not have is a conflict', async () => {
    const id = idOf(await sent());
    for (const route of ['editApplication', 'correctApplication'] as const)
      expect((await send(route, { id, body: { form } })).status).toBe(409);
    expect((await send('submitApplication', { id, body: { signatures } })).status).toBe(409);
  });
});

describe('what an applicant reads', () => {
  const read = async (id: string) => (await send('readApplication', { id })).body;

  it('is who must sign only as long as somebody must', async () => {
    expect(await read(idOf(await sent({ to: ['SIGNING'] })))).toHaveProperty('missing');
    const submitted = await read(idOf(await sent()));
    expect(submitted).not.toHaveProperty('missing');
    expect(submitted).not.toHaveProperty('licence');
  });

  it('is who refused to sign, and when it lapses, while it waits', async () => {
    const record = await sent({ to: ['SIGNING'] });
    const signer = { person: 'p2', signs: ['CHARTER', 'CONSENT'] } as const;
    const no = { code: 'DISAGREES', text: '出资额不符' } as const;
    const { name, item } = await refused(record, signer, no, SENT_AT);
    await store.keepPart({ applicationId: idOf(record), attempt: 1 }, name, item);
    const view = await read(idOf(record));
    expect(view.refused).toEqual([{ person: 'p2', ...no, at: SENT_AT }]);
    expect(view.lapsesAt).toBe('2026-12-23T04:00:00.000Z');
    expect(await read(idOf(await sent()))).not.toHaveProperty('lapsesAt');
  });

  it('is by when his case is due, and nothing else of it', async () => {
    const record = await referred(
      {},
      { taskToken: 'secret-token', holder: 'official-7', leaseUntil: '2026-11-23T05:00:00.000Z' },
    );
    const view = await read(idOf(record));
    expect(view).toMatchObject({ state: 'REFERRED', case: { due: '2026-11-26T16:00:00.000Z' } });
    expect(Object.keys(view.case).toSorted()).toEqual(['due', 'id']);
    expect(JSON.stringify(view)).not.toMatch(/secret-token|official-7|execution-1/);
  });

  it('is no decision that can still be taken back', async () => {
    const record = await decidedByOfficial(
      'REFUSE',
      {},
      '2026-11-24T04:00:00.000Z',
      'secret-token',
    );
    const view = await read(idOf(record));
    expect(view).not.toHaveProperty('decision');
    expect(JSON.stringify(view)).not.toMatch(/核对无误|official-1|secret-token|REFUSE/);
  });

  it('is the findings of the last round, in his language', async () => {
    const record = await decided(await sent(), 'RETURN');
    expect(await read(idOf(record))).toMatchObject({ findings: [] });
    const { headers } = await send('readApplication', {
      id: idOf(record),
      headers: { 'accept-language': 'en' },
    });
    expect(headers['content-language']).toBe('en');
  });
});

describe('the list of an applicant', () => {
  it('has his own applications newest first, page by page', async () => {
    const sub = 'applicant-with-five';
    const own: string[] = [];
    for (let count = 0; count < 5; count++) {
      own.unshift(idOf(await sent({ owner: sub, to: ['DRAFT'] })));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await sent({ owner: sub, row: { batchId, row: 1, clientRowRef: 'r' } });
    const listed: string[] = [];
    let query: Record<string, string> | undefined = { limit: '2' };
    while (query) {
      const page = await send('listApplications', { sub, query });
      listed.push(...page.body.applications.map(({ id }: { id: string }) => id));
      query = nextPage(page);
    }
    expect(listed).toEqual(own);
  });

  it('is not another’s by another’s cursor', async () => {
    const sub = 'applicant-4';
    const own = idOf(await sent({ owner: sub }));
    await sent({ owner: 'applicant-3' });
    await new Promise((resolve) => setTimeout(resolve, 2));
    const query = { cursor: idOf(await sent({ owner: 'applicant-3' })) };
    const { body } = await send('listApplications', { sub, query });
    expect(body.applications).toMatchObject([{ id: own }]);
  });

  it.each(['x', 'ap_', "ap_' OR 1", '7'])('has no page at %j', async (cursor) => {
    const { status, body } = await send('listApplications', { query: { cursor } });
    expect(status).toBe(400);
    expect(body.errors).toEqual([{ pointer: '#query/cursor', detail: 'unknown' }]);
  });
});
