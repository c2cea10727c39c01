import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { readHoldings } from '#functions/application/holdings.store.ts';
import { derivedBusiness } from '#functions/reconciliation/derived-business.ts';
import { businessKey } from '#functions/register/business-key.ts';
import { codeLots } from '#functions/register/code-lot.store.ts';
import { postCheckStore } from '#functions/register/post-check.store.ts';
import { businessOf } from '#functions/register/register.store.ts';
import { registerBusiness } from '#functions/register/register-business.ts';
import { commitRegistration } from '#functions/register/registration.store.ts';
import { newSalt } from '#functions/runtime/draws.ts';
import { bundleInForce } from '#functions/scope/catalogue.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aForm } from '#test/builders/a-form.ts';
import { aLicenceSigner } from '#test/builders/a-licence-signer.ts';
import { applicationsIn, freshName, SENT_AT } from '#test/builders/applications-in.ts';

const database = await aDatabase();
const { documents, tables } = database;
const { store, approved, hold } = applicationsIn(database);
const checks = postCheckStore(documents, tables.register);
const NOW = '2026-11-24T01:00:00.000Z';
const run = registerBusiness({
  record: ({ applicationId, attempt }) => store.read(applicationId, attempt),
  stops: async () => [],
  bundles: async () => bundleInForce,
  holdings: readHoldings(documents, tables.register),
  nextSerial: codeLots(documents, tables.register),
  signer: await aLicenceSigner(),
  issuer: 'https://registry.example',
  newSalt,
  now: () => Date.parse(NOW),
  commit: commitRegistration(documents, tables.applications, tables.register, store),
});

const byPromise = () =>
  aForm({
    name: freshName(),
    premises: { kind: 'OWN', address: '广州市南沙区望潮街12号305房', proof: 'PROMISE' },
    promises: { address: true, version: '2026-05' },
  });

/** Approved and registered, as the machine does it. */
async function registered(form = byPromise()) {
  const record = await approved({ form });
  await hold(record);
  await run({ applicationId: record.application.id, attempt: 1 });
  const { application } = await store.read(record.application.id);
  const business = await businessOf(documents, tables.register)(application.uscc ?? '');
  if (!business) throw new Error('not registered');
  return { record: { ...record, application }, business };
}

describe('a business registered by confirmation', () => {
  it('has with its registration the check that is due, and stands in its registrar’s list', async () => {
    const { business } = await registered();
    expect(business.postCheck).toEqual({ class: 'MEDIUM', due: '2027-02-24' });
    expect(await checks.due('440115', 50)).toContainEqual({
      uscc: business.uscc,
      class: 'MEDIUM',
      due: '2027-02-24',
      place: `2027-02-24#${business.uscc}`,
    });
  });

  it('can be made again from what was sent, its check with it', async () => {
    const { record, business } = await registered();
    const again = derivedBusiness(record, {
      uscc: business.uscc,
      at: NOW,
      submittedAt: SENT_AT,
      bundleOn: bundleInForce,
    });
    expect(again).toEqual(business);
  });

  it('keeps nothing of a check that was made, but in its own record', async () => {
    const { business } = await registered();
    const { uscc } = business;
    const check = {
      schemaVersion: 1,
      uscc,
      number: 1,
      class: 'MEDIUM',
      due: '2027-02-24',
      finding: { result: 'IN_ORDER', found: '相符。' },
      by: 'official-1',
      at: NOW,
    } as const;
    expect(await checks.keep(check, business)).toBe('COMMITTED');
    const { Item } = await documents.send(
      new GetCommand({ TableName: tables.register, Key: businessKey(uscc) }),
    );
    for (const gone of ['postCheck', 'postCheckQueue', 'postCheckDue'])
      expect(Item).not.toHaveProperty(gone);
    expect((await checks.read(uscc))?.checks).toEqual([check]);
    expect(await checks.keep({ ...check, number: 2 }, business)).toBe('MOVED');
  });
});

it('another business has none, and stands in no list', async () => {
  const elsewhere = aForm({
    registrar: '440106',
    name: freshName().replace('南沙区', '天河区'),
    premises: { kind: 'OWN', address: '广州市天河区云岭路6号', proof: 'LEASE' },
  });
  const { business } = await registered(elsewhere);
  expect(business).not.toHaveProperty('postCheck');
  expect(await checks.due('440106', 50)).toEqual([]);
});
