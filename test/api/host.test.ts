import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import type { ApplicationForm } from '#functions/application/form.ts';
import { edit } from '#functions/intake/correct.ts';
import { lapse } from '#functions/intake/lapse.ts';
import { addSignatures } from '#functions/intake/sign.ts';
import { submit, takeIn } from '#functions/intake/submit.ts';
import { withdraw } from '#functions/intake/withdraw.ts';
import { digestOf } from '#functions/shared/digest.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aForm, anIndividualBusiness, atHost, people } from '#test/builders/a-form.ts';
import { anIdentityProvider } from '#test/builders/an-identity-provider.ts';
import { freshHost, freshName, SENT_AT } from '#test/builders/applications-in.ts';
import { accountOf, aHostApi } from './a-host-api.ts';
import { slugOf } from './a-signing-api.ts';
import { nextPage } from './an-event.ts';

const database = await aDatabase();
const { signed } = await anIdentityProvider();
const { send, intake } = aHostApi(database);
const { ports, read, stateOf, startedFor, held, sending } = intake;

/** A host that signs each agreement itself, and has an account. */
async function aSigningHost(change = {}): Promise<string> {
  const host = await freshHost(database, { custodyBySignature: true, ...change });
  const Item = { pk: `HOST#${host.id}`, sk: 'HEAD', ...host, account: accountOf(host.id) };
  await database.documents.send(new PutCommand({ TableName: database.tables.register, Item }));
  return host.id;
}

const tenantOf = (host: string, change: Partial<ApplicationForm> = {}): ApplicationForm =>
  aForm({ ...atHost, premises: { ...atHost.premises, host }, name: freshName(), ...change });

/** An application at the host, signed by some of its people. */
async function waiting(host: string, by: readonly string[] = ['p1', 'p2', 'p3'], change = {}) {
  const form = tenantOf(host, change);
  const sent = sending({ form, signatures: await signed(form, by) });
  await takeIn(ports, sent, true);
  return { id: sent.id, form };
}

const listed = async (host: string): Promise<string[]> =>
  (await send('listCustodyAgreements', host)).body.agreements.map(({ id }: { id: string }) => id);

describe('the agreements that wait for a host', () => {
  it('are listed, oldest first, page by page, and each only at its own host', async () => {
    const [host, other] = [await aSigningHost(), await aSigningHost()];
    const mine = [await waiting(host), await waiting(host, []), await waiting(host, ['p1'])];
    await waiting(other);
    const ids = mine.map(({ id }) => id);
    const first = await send('listCustodyAgreements', host, { query: { limit: '2' } });
    expect(first.body.agreements).toEqual(
      mine
        .slice(0, 2)
        .map(({ id, form: { type, name } }) => ({ id, since: expect.any(String), type, name })),
    );
    const second = await send('listCustodyAgreements', host, { query: nextPage(first) ?? {} });
    expect(second.body.agreements).toMatchObject([{ id: ids[2] }]);
    expect(nextPage(second)).toBeUndefined();
  });

  it.each([
    ['signed', async (host: string, id: string) => void (await signs(host, id))],
    ['withdrawn', async (_: string, id: string) => withdraw(ports, await read(id))],
    ['lapsed', async (_: string, id: string) => void (await lapse(ports, await read(id), SENT_AT))],
    [
      'taken back to be edited',
      async (_: string, id: string) => {
        const record = await read(id);
        await edit(ports, record, { ...record.sent.form, termYears: 30 });
      },
    ],
  ])('are listed no more once %s', async (_, ends) => {
    const host = await aSigningHost();
    const { id } = await waiting(host, ['p1']);
    expect(await listed(host)).toEqual([id]);
    await ends(host, id);
    expect(await listed(host)).toEqual([]);
  });

  it('are not written of a host that gives its place by a standing consent, nor of a draft', async () => {
    const host = await aSigningHost({ custodyBySignature: false });
    await waiting(host, ['p1']);
    const signing = await aSigningHost();
    await takeIn(ports, sending({ form: tenantOf(signing) }), false);
    expect([...(await listed(host)), ...(await listed(signing))]).toEqual([]);
  });

  it('come again when the application is submitted again, and not where the host has signed the same', async () => {
    const host = await aSigningHost();
    const { id, form } = await waiting(host, ['p1']);
    const change = async (changed: ApplicationForm) => {
      await edit(ports, await read(id), changed);
      await submit(ports, await read(id), []);
    };
    await change({ ...form, termYears: 30 });
    expect(await listed(host)).toEqual([id]);
    await signs(host, id);
    await change({ ...form, termYears: 40 });
    expect(await listed(host)).toEqual([]);
    await change({ ...form, name: freshName() });
    expect(await listed(host)).toEqual([id]);
  });

  it('are found when the last of its people has signed too', async () => {
    const host = await aSigningHost();
    const { id, form } = await waiting(host, ['p1']);
    await addSignatures(ports, await read(id), await signed(form, ['p2', 'p3']));
    expect([await stateOf(id), await listed(host)]).toEqual(['SIGNING', [id]]);
  });
});

const agreementOf = async (host: string, id: string) =>
  (await send('readCustodyAgreement', host, { id })).body;
const signs = async (host: string, id: string) => {
  const { digest } = await agreementOf(host, id);
  return send('signCustodyAgreement', host, { id, body: { digest } });
};

describe('a custody agreement', () => {
  it('is read whole, its digest is of what is read, and no number of a person is told', async () => {
    const host = await aSigningHost();
    const { id, form } = await waiting(host, []);
    const body = await agreementOf(host, id);
    expect(body).toMatchObject({
      state: 'WAITING',
      agreement: { type: form.type, name: form.name, host, custody: form.premises?.custody },
      tenant: people.p1.name,
      registrar: '440115',
      application: { state: 'SIGNING', missing: 4 },
    });
    expect(await digestOf(body.agreement)).toBe(body.digest);
    expect(body.scope.length).toBeGreaterThan(4);
    for (const { document, phone, residence } of Object.values(people))
      for (const told of [document.number, phone, residence])
        expect(JSON.stringify(body)).not.toContain(told);
  });

  it('signed by the host as the last one submits and registers, once', async () => {
    const host = await aSigningHost();
    const { id, form } = await waiting(host);
    const { digest } = await agreementOf(host, id);
    const told = await signs(host, id);
    expect(told).toMatchObject({
      status: 200,
      body: { state: 'SIGNED', application: { state: 'SUBMITTED', missing: 0 } },
    });
    expect(startedFor(id)).toEqual([{ applicationId: id, attempt: 1 }]);
    expect(await held(id, form)).toEqual({ name: true, place: true });
    const { version } = (await read(id)).application;
    const again = await send('signCustodyAgreement', host, { id, body: { digest } });
    expect(again).toMatchObject({ status: 200, body: { state: 'SIGNED' } });
    expect((await read(id)).application.version).toBe(version);
  });

  it('is not signed by another digest than the one that is asked for, and nothing changes', async () => {
    const host = await aSigningHost();
    const { id, form } = await waiting(host);
    const { digest } = await agreementOf(host, id);
    await edit(ports, await read(id), { ...form, name: freshName() });
    await submit(ports, await read(id), []);
    const before = await read(id);
    const told = await send('signCustodyAgreement', host, { id, body: { digest } });
    expect(slugOf(told)).toBe('signature-of-another-document');
    expect(await read(id)).toEqual(before);
  });

  it('is refused with a reason, goes on waiting, and may be signed after all', async () => {
    const host = await aSigningHost();
    const { id } = await waiting(host);
    const body = { reason: 'NO_PLACE', text: '卡位已满' };
    const told = await send('refuseCustodyAgreement', host, { id, body });
    const refused = { code: 'NO_PLACE', text: '卡位已满', at: '2026-11-23T04:01:00.000Z' };
    expect(told).toMatchObject({ status: 200, body: { state: 'WAITING', refused } });
    expect((await send('listCustodyAgreements', host)).body.agreements).toMatchObject([
      { id, refused },
    ]);
    expect((await signs(host, id)).body).toMatchObject({ state: 'SIGNED' });
    expect((await agreementOf(host, id)).refused).toBeUndefined();
    expect(slugOf(await send('refuseCustodyAgreement', host, { id, body }))).toBe('already-signed');
  });

  it('refused, and edited, is no longer refused; edited elsewhere, it is', async () => {
    const host = await aSigningHost();
    const { id, form } = await waiting(host);
    await send('refuseCustodyAgreement', host, { id, body: { reason: 'NOT_TENANT' } });
    const change = async (changed: ApplicationForm) => {
      await edit(ports, await read(id), changed);
      await submit(ports, await read(id), []);
      return (await agreementOf(host, id)).refused?.code;
    };
    expect(await change({ ...form, termYears: 30 })).toBe('NOT_TENANT');
    expect(await change({ ...form, name: freshName() })).toBeUndefined();
  });

  it('unsigned, of an application that has lapsed, is none of the host’s any more', async () => {
    const host = await aSigningHost();
    const { id } = await waiting(host);
    await lapse(ports, await read(id), SENT_AT);
    expect((await send('readCustodyAgreement', host, { id })).status).toBe(404);
  });
});

describe('what is none of a host’s business', () => {
  it.each(['H-9999', 'x', 'H-0001/..'])('a host that does not exist: %s', async (host) => {
    expect((await send('readHost', host, { account: 'anybody' })).status).toBe(404);
  });

  it('does not exist for it: another host, its agreements and places, and a host without account', async () => {
    const [host, other] = [await aSigningHost(), await aSigningHost()];
    const { id } = await waiting(other);
    const { id: nobodys } = await freshHost(database);
    const as = { account: accountOf(host) };
    const body = { digest: '0'.repeat(64) };
    const told = [
      await send('readHost', other, as),
      await send('readHost', nobodys, as),
      await send('listPlaces', other, as),
      await send('listCustodyAgreements', other, as),
      await send('readCustodyAgreement', other, { id, ...as }),
      await send('readCustodyAgreement', host, { id }),
      await send('signCustodyAgreement', host, { id, body }),
      await send('refuseCustodyAgreement', host, { id, body: { reason: 'OTHER' } }),
      await send('readCustodyAgreement', host, { id: 'ap_none' }),
    ];
    expect(told.map(({ status }) => status)).toEqual(told.map(() => 404));
    expect((await read(id)).parts.size).toBe(1);
  });

  it('an application that waits for no host', async () => {
    const host = await aSigningHost();
    const form = anIndividualBusiness({ name: '广州市南沙区晨岚百货店' });
    const sent = sending({ form });
    await takeIn(ports, sent, true);
    expect((await send('readCustodyAgreement', host, { id: sent.id })).status).toBe(404);
  });
});

describe('a host’s own places', () => {
  it('are listed by number, held ones and occupied ones with their trade names', async () => {
    const host = await aSigningHost({ places: 9 });
    const put = (Item: object) =>
      database.documents.send(new PutCommand({ TableName: database.tables.register, Item }));
    const uscc = '91440115MA0000001X';
    const face = {
      ...{ name: '广州市南沙区晨岚百货有限公司', head: '岑晓岚', type: '有限责任公司', uscc },
      ...{ capitalFen: 1, address: 'x', scope: 'x', registrar: 'x', established: '2026-11-23' },
    };
    const applicationId = sending().id;
    await put({
      ...{ pk: `USCC#${uscc}`, sk: 'BUSINESS', schemaVersion: 1, uscc, status: 'REGISTERED' },
      ...{ registrar: '440115', serial: 1, face, applicationId, attempt: 1 },
    });
    for (const place of [7, 2, 5])
      await put({
        ...{ pk: `HOST#${host}`, sk: `PLACE#00000${place}`, schemaVersion: 1, place },
        ...{ holder: applicationId, ...(place === 5 && { uscc }) },
      });
    expect((await send('readHost', host)).body).toMatchObject({ id: host, capacity: 9 });
    const first = await send('listPlaces', host, { query: { limit: '2' } });
    expect(first.body).toEqual({
      places: [
        { place: 2, state: 'HELD' },
        { place: 5, state: 'OCCUPIED', uscc, name: face.name },
      ],
    });
    const second = await send('listPlaces', host, { query: nextPage(first) ?? {} });
    expect(second.body).toEqual({ places: [{ place: 7, state: 'HELD' }] });
    const bad = await send('listPlaces', host, { query: { cursor: 'x' } });
    expect(slugOf(bad)).toBe('invalid-request');
  });
});
