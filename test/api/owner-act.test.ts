import { beforeEach, describe, expect, it, vi } from 'vitest';
import { httpHandler } from '#functions/api/http.handler.ts';
import { OWNER_ACT_ROUTES } from '#functions/api/owner-act.routes.ts';
import { ownerActUseCases } from '#functions/api/owner-act.ts';
import type { ApplicationRecord } from '#functions/application/application.ts';
import { openingOf } from '#functions/case/case.store.ts';
import { RELEASED_CLOCK } from '#functions/case/case-clock.ts';
import { intakeRecords } from '#functions/intake/intake.store.ts';
import { withdrawalDigest, withdrawalSigner } from '#functions/party/withdrawal-signer.ts';
import { newId } from '#functions/runtime/draws.ts';
import { commit } from '#functions/runtime/transaction.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aForm, anIndividualBusiness, type people } from '#test/builders/a-form.ts';
import { anIdentityProvider, personAs } from '#test/builders/an-identity-provider.ts';
import { applicationsIn, freshName, SENT_AT } from '#test/builders/applications-in.ts';
import { anEvent, read, type Sent } from './an-event.ts';

const database = await aDatabase();
const { documents, tables } = database;
const { decided, decidedByOfficial, referred, sent, store } = applicationsIn(database);
const { provider, asserted } = await anIdentityProvider();
const woken: string[] = [];
const handle = httpHandler(
  OWNER_ACT_ROUTES,
  ownerActUseCases({
    ...intakeRecords(documents, tables.applications, tables.register, store),
    open: openingOf(documents, tables.applications, store),
    refer: async () => {},
    wake: async (taskToken) => void woken.push(taskToken),
    provider,
    clock: async () => RELEASED_CLOCK,
    now: () => Date.parse(SENT_AT),
  }),
  'https://api.example/problems',
);
const send = async (
  name: keyof typeof OWNER_ACT_ROUTES,
  {
    id,
    version = 1,
    sub = 'applicant-1',
    ...said
  }: Sent & { id: string; version?: number; sub?: string },
) =>
  read(
    await handle(
      anEvent(OWNER_ACT_ROUTES[name], {
        claims: { sub, aud: 'applicant' },
        parameters: { id },
        headers: { 'if-match': `"${version}"` },
        ...said,
      }),
    ),
  );
const slugOf = ({ body }: { body: { type?: string } }) => body.type?.split('/').at(-1);
const idOf = ({ application: { id } }: ApplicationRecord) => id;
const stateOf = async (id: string) => (await store.read(id)).application.state;
/** The word of a person of the builders' form that she withdraws an application. */
const signedBy = async (key: keyof typeof people, record: ApplicationRecord, change: object = {}) =>
  asserted(personAs(aForm(), key), {
    documentHash: await withdrawalDigest(record.application),
    ...change,
  });

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));

describe('another’s application', () => {
  it.each(Object.keys(OWNER_ACT_ROUTES))(
    'does not exist for %s, and stays as it is',
    async (name) => {
      const record = await sent({ owner: 'applicant-2' });
      const route = name as keyof typeof OWNER_ACT_ROUTES;
      const theirs = await send(route, { id: idOf(record) });
      expect(theirs.status).toBe(404);
      expect(theirs).toEqual(await send(route, { id: newId('ap') }));
      expect(theirs).toEqual(await send(route, { id: '../HEAD' }));
      expect((await store.read(idOf(record))).application.version).toBe(1);
    },
  );
});

describe('a withdrawal by its owner', () => {
  it.each([
    ['a draft', { to: ['DRAFT'] }],
    ['what waits for signatures', { to: ['DRAFT', 'SIGNING'] }],
    ['what one person alone has signed', { form: anIndividualBusiness({ name: freshName() }) }],
  ] as const)('is enough for %s', async (_, of) => {
    const id = idOf(await sent(of));
    const { status, body } = await send('withdrawApplication', { id });
    expect([status, body.state]).toEqual([200, 'WITHDRAWN']);
  });

  it('closes the case before an official and wakes the machine that waits', async () => {
    const record = await referred({}, { taskToken: 'token-of-the-machine' });
    const body = { assertion: await signedBy('p1', record) };
    const told = await send('withdrawApplication', { id: idOf(record), version: 2, body });
    expect([told.status, told.body.state]).toEqual([200, 'WITHDRAWN']);
    expect(woken).toContain('token-of-the-machine');
  });

  it('shows no decision that never took effect', async () => {
    const record = await decidedByOfficial('REFUSE', {}, '2026-11-24T04:00:00.000Z');
    const body = { assertion: await signedBy('p1', record) };
    const told = await send('withdrawApplication', { id: idOf(record), version: 2, body });
    expect(told.body.state).toBe('WITHDRAWN');
    expect(told.body).not.toHaveProperty('decision');
  });

  it('is of the version that was read only, and of nothing that has ended', async () => {
    const record = await sent({ to: ['DRAFT'] });
    const id = idOf(record);
    expect((await send('withdrawApplication', { id, version: 2 })).status).toBe(412);
    await send('withdrawApplication', { id });
    expect((await send('withdrawApplication', { id, version: 2 })).status).toBe(409);
  });
});

describe('a company that all have signed', () => {
  it('tells who must sign its withdrawal, and what', async () => {
    const record = await sent();
    const documentHash = await withdrawalDigest(record.application);
    expect((await send('readWithdrawal', { id: idOf(record) })).body).toEqual({
      documentHash,
      signer: 'p1',
    });
    const draft = await sent({ to: ['DRAFT'] });
    expect((await send('readWithdrawal', { id: idOf(draft) })).body).not.toHaveProperty('signer');
  });

  it('is still asked for once its correction has begun', async () => {
    const record = await sent({ to: ['DRAFT'] });
    const { application } = record;
    const corrected = { ...application, attempt: 2 };
    const on = '2026-11-23';
    expect(withdrawalSigner(corrected, record.sent.form, on)).toBe('p1');
    expect(withdrawalSigner(application, record.sent.form, on)).toBeUndefined();
  });

  it.each([
    ['signature-needed', async () => undefined],
    ['signature-of-another-person', (it: ApplicationRecord) => signedBy('p2', it)],
    [
      'signature-of-another-document',
      (it: ApplicationRecord) => signedBy('p1', it, { documentHash: it.sent.documentHash }),
    ],
    [
      'signature-of-another-document',
      async (it: ApplicationRecord) =>
        signedBy('p1', { ...it, application: { ...it.application, attempt: 2 } }),
    ],
    [
      'signature-too-old',
      (it: ApplicationRecord) =>
        signedBy('p1', it, { auth_time: Date.parse(SENT_AT) / 1000 - 73 * 3600 }),
    ],
    [
      'identity-provider-unknown',
      (it: ApplicationRecord) => signedBy('p1', it, { iss: 'https://other.example' }),
    ],
  ])('is not withdrawn: %s', async (slug, made) => {
    const record = await sent();
    const assertion = await made(record);
    const said = assertion === undefined ? {} : { body: { assertion } };
    const told = await send('withdrawApplication', { id: idOf(record), ...said });
    expect([told.status, slugOf(told)]).toEqual([422, slug]);
    expect(await stateOf(idOf(record))).toBe('SUBMITTED');
  });

  it.each([{ assertion: 7 }, { assertion: '' }, { signature: 'x' }, []])(
    'is not withdrawn by %j',
    async (body) => {
      const id = idOf(await sent());
      const told = await send('withdrawApplication', { id, body });
      expect([told.status, slugOf(told)]).toEqual([400, 'invalid-request']);
    },
  );
});

describe('asking for a person', () => {
  it('brings what the machine returned before an official', async () => {
    const { application } = await decided(await sent(), 'RETURN');
    const move = { to: ['RETURNED'], at: SENT_AT, by: 'automatic review', subject: {} } as const;
    await commit(documents, await store.moved(application, move));
    const { id } = application;
    const told = await send('askForPerson', { id, version: 2 });
    expect(told).toMatchObject({
      status: 202,
      headers: { etag: '"3"' },
      body: { state: 'REFERRED', case: { due: '2026-11-26T16:00:00.000Z' } },
    });
    expect((await send('askForPerson', { id, version: 2 })).status).toBe(412);
    expect(slugOf(await send('askForPerson', { id, version: 3 }))).toBe('not-in-this-state');
  });
});
