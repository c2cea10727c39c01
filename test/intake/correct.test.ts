import { describe, expect, it } from 'vitest';
import { decisionPart } from '#functions/application/decision.ts';
import type { ApplicationForm } from '#functions/application/form.ts';
import { readHoldings } from '#functions/application/holdings.store.ts';
import { wanted } from '#functions/application/holds.ts';
import { correct, edit } from '#functions/intake/correct.ts';
import { submit, takeIn } from '#functions/intake/submit.ts';
import { withdraw } from '#functions/intake/withdraw.ts';
import { identitiesOf } from '#functions/party/identity-provider.ts';
import { newId } from '#functions/runtime/draws.ts';
import { commit } from '#functions/runtime/transaction.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aForm, atHost } from '#test/builders/a-form.ts';
import { anIdentityProvider } from '#test/builders/an-identity-provider.ts';
import { freshHost, freshName, SENT_AT } from '#test/builders/applications-in.ts';
import { anIntake } from './an-intake.ts';

const database = await aDatabase();
const { ports, read, stateOf, startedFor, held, sending, store } = anIntake(database);
const { provider, signed } = await anIdentityProvider();

/** Submitted, reserved, and returned by the review. */
async function returned(form: ApplicationForm): Promise<string> {
  const sent = sending({ form, signatures: await signed(form) });
  await takeIn(ports, sent, true);
  const move = {
    to: ['RETURNED'],
    at: '2026-11-23T04:02:00.000Z',
    by: 'review',
    subject: {},
  } as const;
  await ports.move(await read(sent.id), move);
  return sent.id;
}
const submitSigned = async (id: string) => {
  const record = await read(id);
  await submit(ports, record, await signed(record.sent.form));
};

describe('what was handed over to another registrar', () => {
  it('stays with that one when it is corrected, whatever its form says, with its name there', async () => {
    const form = aForm({ registrar: '440106', name: freshName() });
    const id = await returned(form);
    const { application } = await read(id);
    const change = { registrar: '440115', handedOverFrom: newId('ap') };
    await commit(
      database.documents,
      store.edited({ ...application, ...change }, (await read(id)).sent, SENT_AT),
    );
    await correct(ports, await read(id), { ...form, termYears: 30 });
    await edit(ports, await read(id), { ...form, termYears: 40 });
    expect((await read(id)).application).toMatchObject({ attempt: 2, registrar: '440115' });
    await submitSigned(id);
    const { sent } = await read(id);
    expect(sent.form.registrar).toBe('440106');
    const holdings = readHoldings(database.documents, database.tables.register);
    const there = await holdings(id, wanted({ form }, SENT_AT, '440115'));
    expect(Object.values(there.card?.holdings ?? {})).toMatchObject([{ holder: id }]);
  });
});

describe('an edit', () => {
  it('replaces the form of a draft and voids the signatures of who signs what was edited', async () => {
    const sent = sending();
    const signatures = await signed(sent.form);
    await takeIn(ports, { ...sent, signatures }, false);
    await edit(ports, await read(sent.id), { ...sent.form, termYears: 30 });
    const { application, sent: attempt } = await read(sent.id);
    expect(attempt).toMatchObject({ attempt: 1, form: { termYears: 30 } });
    expect(attempt.signatures).toEqual([signatures[2]]);
    expect(application).toMatchObject({ state: 'DRAFT', version: 2 });
  });

  it('of what waits for signatures makes it a draft, and it goes on with those that still hold', async () => {
    const sent = sending();
    const [, , third] = await signed(sent.form);
    await takeIn(ports, { ...sent, signatures: third ? [third] : [] }, true);
    expect(await stateOf(sent.id)).toBe('SIGNING');
    await edit(ports, await read(sent.id), { ...sent.form, termYears: 30 });
    expect(await stateOf(sent.id)).toBe('DRAFT');
    const record = await read(sent.id);
    await submit(ports, record, await signed(record.sent.form, ['p1', 'p2']));
    expect(await stateOf(sent.id)).toBe('SUBMITTED');
    expect(startedFor(sent.id)).toHaveLength(1);
    const states = (await store.history(sent.id)).map(({ to }) => to);
    expect(states).toEqual(['SIGNING', 'DRAFT', 'SIGNING', 'SUBMITTED']);
    const identities = await identitiesOf(provider)((await read(sent.id)).sent, ports.now());
    expect(identities.map(({ outcome }) => outcome)).toEqual(Array(3).fill('VERIFIED'));
  });

  it('is refused once the application is submitted, and when it is stale', async () => {
    const sent = sending();
    await takeIn(ports, sent, false);
    const stale = await read(sent.id);
    await edit(ports, stale, { ...sent.form, termYears: 30 });
    await expect(edit(ports, stale, sent.form)).rejects.toMatchObject({ name: 'ApplicationMoved' });
    await submitSigned(sent.id);
    await expect(edit(ports, await read(sent.id), sent.form)).rejects.toMatchObject({
      name: 'NotInThisState',
    });
  });
});

describe('a correction', () => {
  it('is a new attempt that begins as a draft, without signatures and with a clock of its own', async () => {
    const form = aForm({ name: freshName() });
    const id = await returned(form);
    await correct(ports, await read(id), { ...form, termYears: 30 });
    const { application, sent } = await read(id);
    expect(application).toMatchObject({ state: 'DRAFT', attempt: 2 });
    expect(application.submittedAt).toBeUndefined();
    expect(sent).toMatchObject({ attempt: 2, signatures: [], form: { termYears: 30 } });
    expect((await store.read(id, 1)).sent.form).toEqual(form);
  });

  it.each([
    ['VERIFIED', 1],
    ['TOO_OLD', 0],
  ])('after a review that found a signature %s keeps %i of them', async (outcome, kept) => {
    const form = aForm({ name: freshName() });
    const id = await returned(form);
    const facts = {
      identities: [
        { person: 'p1', outcome: 'VERIFIED' },
        { person: 'p3', outcome },
      ],
    };
    const decision = {
      ...{ schemaVersion: 1, round: 1, decidedAt: SENT_AT, verdict: 'RETURN', findings: [] },
      ...{ rules: [], ruleSet: { id: 'test', hash: '' }, facts },
    };
    await store.keepPart({ applicationId: id, attempt: 1 }, decisionPart(1), decision);
    await correct(ports, await read(id), { ...form, termYears: 30 });
    expect((await read(id)).sent.signatures).toHaveLength(kept);
  });

  it('is registered as the second attempt, and keeps the name that it keeps', async () => {
    const form = aForm({ name: freshName() });
    const id = await returned(form);
    await correct(ports, await read(id), { ...form, termYears: 30 });
    await submitSigned(id);
    expect(startedFor(id)).toEqual([1, 2].map((attempt) => ({ applicationId: id, attempt })));
    expect(await held(id, form)).toMatchObject({ name: true });
  });

  it('with another name and host frees the old ones when it is submitted, not before', async () => {
    const hosts = [await freshHost(database), await freshHost(database)];
    const [old, wanted] = hosts.map(({ id: host }) =>
      aForm({ ...atHost, name: freshName(), premises: { ...atHost.premises, host } }),
    ) as [ApplicationForm, ApplicationForm];
    const id = await returned(old);
    const both = { name: true, place: true };
    const none = { name: false, place: false };
    await correct(ports, await read(id), wanted);
    expect([await held(id, old), await held(id, wanted)]).toEqual([both, none]);
    await submitSigned(id);
    expect([await held(id, old), await held(id, wanted)]).toEqual([none, both]);
  });

  it('that is withdrawn before it is submitted frees what the attempt before held', async () => {
    const host = await freshHost(database);
    const premises = { ...atHost.premises, host: host.id };
    const old = aForm({ ...atHost, premises, name: freshName() });
    const id = await returned(old);
    await correct(ports, await read(id), aForm({ name: freshName() }));
    await withdraw(ports, await read(id));
    expect(await stateOf(id)).toBe('WITHDRAWN');
    expect(await held(id, old)).toEqual({ name: false, place: false });
  });

  it('is refused of what was not returned, and when it is stale', async () => {
    const form = aForm({ name: freshName() });
    const id = await returned(form);
    const stale = await read(id);
    await correct(ports, stale, form);
    await expect(correct(ports, stale, form)).rejects.toMatchObject({ name: 'ApplicationMoved' });
    await expect(correct(ports, await read(id), form)).rejects.toMatchObject({
      name: 'NotInThisState',
    });
  });
});
