import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { applicationStore } from '#functions/application/application.store.ts';
import type { ApplicationRecord } from '#functions/application/application.ts';
import { caseIn } from '#functions/application/case.ts';
import { decisionPart, decisionsIn } from '#functions/application/decision.ts';
import { readHoldings } from '#functions/application/holdings.store.ts';
import { wanted } from '#functions/application/holds.ts';
import { verifySdJwt } from '#functions/e-licence/sd-jwt.ts';
import { BUSINESS_LICENCE } from '#functions/e-licence/trust-list.ts';
import { cardWrite, nameStore } from '#functions/name/name.store.ts';
import { codeLots } from '#functions/register/code-lot.store.ts';
import { licenceOf } from '#functions/register/issued-licence.store.ts';
import { businessOf } from '#functions/register/register.store.ts';
import { registerBusiness } from '#functions/register/register-business.ts';
import { commitRegistration } from '#functions/register/registration.store.ts';
import type { Stop } from '#functions/register/stop.ts';
import { newSalt } from '#functions/runtime/draws.ts';
import { bundleInForce } from '#functions/scope/catalogue.ts';
import { aDatabase, loseNextAnswer, requestsOf } from '#test/builders/a-database.ts';
import { aForm, anIndividualBusiness, atHost } from '#test/builders/a-form.ts';
import { aLicenceSigner } from '#test/builders/a-licence-signer.ts';
import { aStop } from '#test/builders/a-stop.ts';
import { applicationsIn, freshHost, freshName, SENT_AT } from '#test/builders/applications-in.ts';

const database = await aDatabase();
const { tables, documents } = database;
const { store, approved, decidedByOfficial, hold, decided, sent } = applicationsIn(database);
const signer = await aLicenceSigner();
const publicJwk = await signer.publicJwk();
const issuer = 'https://registry.example';
const NOW = Date.parse('2026-11-24T01:00:00.000Z');

/** The function as a process runs it, with a client of its own. */
function aProcess(stops: readonly Stop[] = []) {
  const client = database.newClient();
  const applications = applicationStore(client, tables.applications, newSalt);
  const run = registerBusiness({
    record: ({ applicationId, attempt }) => applications.read(applicationId, attempt),
    stops: async () => stops,
    bundles: async () => bundleInForce,
    holdings: readHoldings(client, tables.register),
    nextSerial: codeLots(client, tables.register, 10),
    signer,
    issuer,
    newSalt,
    now: () => NOW,
    commit: commitRegistration(client, tables.applications, tables.register, applications),
  });
  return {
    client,
    run: ({ application: { id, attempt } }: ApplicationRecord) =>
      run({ applicationId: id, attempt }),
  };
}
const { run } = aProcess();

/** As the machine does: a contended run is tried again, until there is an outcome. */
const runToEnd = async (record: ApplicationRecord, process = aProcess()): Promise<string> => {
  for (let tries = 0; tries < 10; tries++) {
    try {
      return (await process.run(record)).outcome;
    } catch (error) {
      if (!(error instanceof Error && /Moved|Contended/.test(error.name))) throw error;
    }
  }
  throw new Error('contended for ever');
};

const headOf = async ({ application }: ApplicationRecord) =>
  (await store.read(application.id)).application;
const holdingsOf = async ({ application, sent: { form } }: ApplicationRecord) =>
  readHoldings(documents, tables.register)(application.id, wanted({ form }, SENT_AT));

async function hosted(places = 25) {
  const host = await freshHost(database, { places });
  const premises = { ...atHost.premises, host: host.id };
  return { host, formAtHost: () => aForm({ ...atHost, premises, name: freshName() }) };
}

/** Approved, and the decision tells what was held then. */
async function reviewed() {
  const record = await approved();
  await hold(record);
  const { id } = record.application;
  const task = { applicationId: id, attempt: 1 };
  const [decision] = decisionsIn(record.parts);
  const held = await holdingsOf(record);
  await store.keepPart(task, decisionPart(1), { ...decision, held });
  return record;
}

describe('while a stop of issuance concerns it', () => {
  it('is not registered and not moved, whoever approved it; then it is', async () => {
    const stopped = aProcess([aStop()]);
    const requests = requestsOf(stopped.client);
    for (const record of [await reviewed(), await decidedByOfficial('REGISTER')]) {
      await hold(record);
      expect(await stopped.run(record)).toEqual({ outcome: 'STOPPED' });
      expect(await headOf(record)).toEqual(record.application);
      expect(await run(record)).toEqual({ outcome: 'REGISTERED' });
      expect(await stopped.run(record)).toEqual({ outcome: 'REGISTERED' });
    }
    expect(new Set(requests)).toEqual(new Set(['QueryCommand']));
  });
});

describe('what the review found held', () => {
  it('is not read again', async () => {
    const record = await reviewed();
    const { client, run: runOnce } = aProcess();
    const requests = requestsOf(client);
    expect(await runOnce(record)).toEqual({ outcome: 'REGISTERED' });
    expect(requests.toSorted()).toEqual([
      'QueryCommand',
      'TransactWriteItemsCommand',
      'UpdateItemCommand', // the lot
    ]);
  });

  it('is read again where the card has changed since', async () => {
    const record = await reviewed();
    const { name } = wanted(record.sent, SENT_AT);
    if (!name) throw new Error('a form without a name');
    const other = { ...name, industry: 'I65' };
    const { reserve } = nameStore(documents, tables.register);
    await reserve(other, 'ap_another', SENT_AT, '2027-01-23T16:00:00.000Z');

    expect(await run(record)).toEqual({ outcome: 'REGISTERED' });
    const { uscc = '' } = await headOf(record);
    expect((await holdingsOf(record)).card?.holdings).toMatchObject({
      F52: { kind: 'LIVE', holder: uscc },
      I65: { kind: 'RESERVED', holder: 'ap_another' },
    });
  });

  it('and is another’s now, is lost', async () => {
    const record = await reviewed();
    const { name } = wanted(record.sent, SENT_AT);
    if (!name) throw new Error('a form without a name');
    const { Put } = cardWrite(
      tables.register,
      name,
      { version: 7, holdings: { F52: { kind: 'LIVE', holder: '91440115MA00000000' } } },
      undefined,
    );
    await documents.send(new PutCommand({ TableName: tables.register, Item: Put.Item }));
    expect(await run(record)).toEqual({ outcome: 'LOST' });
  });
});

describe('registering', () => {
  it('writes state, event, business, licence, name and place in one transaction', async () => {
    const { formAtHost, host } = await hosted();
    const record = await approved({ form: formAtHost() });
    await hold(record);
    const { client, run: runOnce } = aProcess();
    const requests = requestsOf(client);
    expect(await runOnce(record)).toEqual({ outcome: 'REGISTERED' });
    expect(requests.filter((name) => /Put|Update|Delete|Write/.test(name)).toSorted()).toEqual([
      'TransactWriteItemsCommand',
      'UpdateItemCommand', // the lot
    ]);

    const { state, uscc = '', historyHead } = await headOf(record);
    expect(state).toBe('REGISTERED');
    const history = await store.history(record.application.id);
    expect(history.at(-1)).toMatchObject({
      from: 'SUBMITTED',
      to: 'REGISTERED',
      by: 'automatic review',
      digest: historyHead,
    });
    const business = await businessOf(documents, tables.register)(uscc);
    expect(business).toMatchObject({ uscc, registrar: '440115', attempt: 1 });
    expect(business?.face.established).toBe('2026-11-24');
    const { card, tenant } = await holdingsOf(record);
    expect(card?.holdings).toEqual({ F52: { kind: 'LIVE', holder: uscc } });
    expect(tenant).toMatchObject({ uscc });
    expect(business?.face.address).toContain(`编号${host.id}-${tenant?.place}`);
  });

  it('issues a licence that holds, of that business and its place in the status list', async () => {
    const record = await approved();
    await run(record);
    const { uscc = '' } = await headOf(record);
    const business = await businessOf(documents, tables.register)(uscc);
    const issued = await licenceOf(documents, tables.register)(uscc);
    const verified = await verifySdJwt(issued?.licence ?? '', {
      typ: 'dc+sd-jwt',
      vct: BUSINESS_LICENCE,
      keysOf: () => ({ keys: [publicJwk] }),
      now: NOW,
    });
    expect(verified).toMatchObject({
      ok: true,
      claims: {
        uscc,
        name: business?.face.name,
        legal_representative: '岑晓岚',
        status: {
          status_list: { uri: `${issuer}/v1/status-lists/440115-0`, idx: business?.serial },
        },
      },
    });
  });

  it('gives an individual business a code of its class, and needs no name', async () => {
    const record = await approved({ form: anIndividualBusiness({ name: undefined }) });
    await run(record);
    expect((await headOf(record)).uscc).toMatch(/^92440115MA/);
  });

  it('carries out an official’s decision in his name, and closes the case with it', async () => {
    const record = await decidedByOfficial('REGISTER');
    expect(await run(record)).toEqual({ outcome: 'REGISTERED' });
    const { id } = record.application;
    expect((await store.history(id)).at(-1)).toMatchObject({ from: 'REFERRED', by: 'official-1' });
    expect(caseIn((await store.read(id)).parts)).toMatchObject({ state: 'CLOSED', version: 3 });
  });

  it('ends where nobody approved, or the application ended meanwhile', async () => {
    const ended = { outcome: 'ENDED' };
    expect(await run(await sent())).toEqual(ended);
    expect(await run(await decided(await sent(), 'REFER'))).toEqual(ended);
    expect(await run(await decidedByOfficial('REFUSE'))).toEqual(ended);
  });
});

describe('registering twice', () => {
  const registrations = async (id: string) =>
    (await store.history(id)).filter(({ to }) => to === 'REGISTERED');

  it('registers once, one after the other', async () => {
    const record = await approved();
    await run(record);
    const { uscc } = await headOf(record);
    expect(await run(record)).toEqual({ outcome: 'REGISTERED' });
    expect((await headOf(record)).uscc).toBe(uscc);
    expect(await registrations(record.application.id)).toHaveLength(1);
  });

  it('registers once, five at the same time', async () => {
    const record = await approved();
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => runToEnd(record)));
    expect(outcomes).toEqual(Array(5).fill('REGISTERED'));
    expect(await registrations(record.application.id)).toHaveLength(1);
    const { card } = await holdingsOf(record);
    expect(card?.holdings.F52?.holder).toBe((await headOf(record)).uscc);
  });

  it('finds its own registration where the answer was lost after the commit', async () => {
    const record = await approved();
    const process = aProcess();
    loseNextAnswer(process.client);
    await expect(process.run(record)).rejects.toThrow('the answer was lost');
    expect(await process.run(record)).toEqual({ outcome: 'REGISTERED' });
    expect(await registrations(record.application.id)).toHaveLength(1);
  });
});

describe('a race', () => {
  it('for one name nobody reserved registers exactly one, and the other has lost', async () => {
    const name = freshName();
    const records = [
      await approved({ form: aForm({ name }) }),
      await approved({ form: aForm({ name }) }),
    ];
    const outcomes = await Promise.all(records.map((record) => runToEnd(record)));
    expect(outcomes.toSorted()).toEqual(['LOST', 'REGISTERED']);
    const loser = records[outcomes.indexOf('LOST')];
    expect(loser && (await headOf(loser)).state).toBe('SUBMITTED');
  });

  it('for the last place registers exactly one, and the other has lost', async () => {
    const { formAtHost } = await hosted(1);
    const records = [
      await approved({ form: formAtHost() }),
      await approved({ form: formAtHost() }),
    ];
    await Promise.all(records.map(hold));
    const outcomes = await Promise.all(records.map((record) => runToEnd(record)));
    expect(outcomes.toSorted()).toEqual(['LOST', 'REGISTERED']);
  });

  it('for what one client intends has one winner, though nobody had claimed it', async () => {
    const records = [
      await approved({ intent: 'together' }),
      await approved({ intent: 'together' }),
    ];
    const outcomes = await Promise.all(records.map((record) => runToEnd(record)));
    expect(outcomes.toSorted()).toEqual(['LOST', 'REGISTERED']);
    const { sent, application } = records[outcomes.indexOf('REGISTERED')] ?? {};
    if (!sent || !application) throw new Error('nobody won');
    const { claim } = await readHoldings(documents, tables.register)(
      application.id,
      wanted(sent, SENT_AT),
    );
    expect(claim).toMatchObject({ holder: application.id, rivals: [] });
  });

  it('in which the card moved after it was read is contended, and writes nothing', async () => {
    const record = await approved();
    const { name } = wanted(record.sent, SENT_AT);
    if (!name) throw new Error('a form without a name');
    const { client, run: slow } = aProcess();
    client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName === 'TransactWriteItemsCommand')
            await nameStore(documents, tables.register).reserve(
              { ...name, industry: 'C13' },
              'ap_01M82ZBDYEAMN8ZTTFCSH5X6YN',
              SENT_AT,
              '2027-01-23T16:00:00.000Z',
            );
          return next(args);
        },
      { step: 'initialize' },
    );
    await expect(slow(record)).rejects.toMatchObject({ name: 'RegisterContended' });
    expect(await headOf(record)).toMatchObject({ state: 'SUBMITTED', version: 1 });
    expect(await run(record)).toEqual({ outcome: 'REGISTERED' });
  });
});
