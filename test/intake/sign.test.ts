import { describe, expect, it } from 'vitest';
import { edit } from '#functions/intake/correct.ts';
import { refuseSignature } from '#functions/intake/refuse-signature.ts';
import { addSignatures, signCustody } from '#functions/intake/sign.ts';
import { submit, takeIn } from '#functions/intake/submit.ts';
import { identitiesOf } from '#functions/party/identity-provider.ts';
import { missingParties } from '#functions/party/parties.ts';
import { standingRefusals } from '#functions/party/refusal.ts';
import { personsVerified } from '#functions/review/rules/persons-verified.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aForm, atHost, people } from '#test/builders/a-form.ts';
import { anIdentityProvider } from '#test/builders/an-identity-provider.ts';
import { freshHost, freshName } from '#test/builders/applications-in.ts';
import { reviewFacts } from '#test/builders/review-facts.ts';
import { anIntake } from './an-intake.ts';

const database = await aDatabase();
const { ports, read, stateOf, startedFor, held, sending, store } = anIntake(database);
const { provider, signed, asserted } = await anIdentityProvider();

/** An application that waits for everybody, but for the people who have signed. */
async function waiting(by: readonly string[] = [], form = aForm({ name: freshName() })) {
  const sent = sending({ form, signatures: await signed(form, by) });
  await takeIn(ports, sent, true);
  return { id: sent.id, form };
}
const signs = async (id: string, ...by: string[]) => {
  const record = await read(id);
  await addSignatures(ports, record, await signed(record.sent.form, by), 'si_of-a-person');
};
const refusalsOf = async (id: string) =>
  (await standingRefusals(await read(id))).map(({ person, code }) => [person, code]);
const missing = async (id: string) => missingParties(await read(id));

describe('a signature that somebody else brings', () => {
  it('is added in any order, and the last one submits and registers', async () => {
    const { id, form } = await waiting();
    await signs(id, 'p3');
    await signs(id, 'p1');
    expect([await stateOf(id), startedFor(id)]).toEqual(['SIGNING', []]);
    expect(await missing(id)).toMatchObject([{ person: 'p2' }]);
    await signs(id, 'p2');
    expect(await stateOf(id)).toBe('SUBMITTED');
    expect(startedFor(id)).toEqual([{ applicationId: id, attempt: 1 }]);
    expect(await held(id, form)).toMatchObject({ name: true });
    expect((await store.history(id)).at(-1)?.by).toBe('si_of-a-person');
  });

  it('under a mistyped number goes to the review, which returns it', async () => {
    const slip = {
      ...people.p2,
      document: { ...people.p2.document, number: '440106199109261843' },
    };
    const form = aForm({ name: freshName(), people: { ...people, p2: slip } });
    const { id } = await waiting(['p1', 'p3'], form);
    const { documentHash } = (await read(id)).sent;
    const assertion = await asserted(people.p2, { documentHash });
    await addSignatures(ports, await read(id), [{ assertion }]);
    expect(await stateOf(id)).toBe('SUBMITTED');
    const identities = await identitiesOf(provider)((await read(id)).sent, ports.now());
    expect(personsVerified.check(reviewFacts({ form, identities }))).toEqual({
      faults: [
        { pointer: '/people/p2', says: 'MISSING' },
        { pointer: '/people', says: 'OTHER_PERSON' },
      ],
    });
  });

  it('is told to read again where the document has changed meanwhile, and changes nothing', async () => {
    const { id, form } = await waiting();
    const late = await signed(form, ['p1']);
    await edit(ports, await read(id), { ...form, termYears: 30 });
    await submit(ports, await read(id), []);
    const before = await read(id);
    await expect(addSignatures(ports, before, late)).rejects.toMatchObject({
      name: 'ApplicationMoved',
    });
    expect(await read(id)).toEqual(before);
  });

  it.each(['DRAFT', 'SUBMITTED'])(
    'is not taken where nobody is asked to sign: %s',
    async (state) => {
      const form = aForm({ name: freshName() });
      const sent = sending({ form, signatures: await signed(form) });
      await takeIn(ports, sent, state === 'SUBMITTED');
      await expect(signs(sent.id, 'p1')).rejects.toMatchObject({ name: 'NotInThisState' });
    },
  );

  it('never makes an attempt hold more than it can be read with', async () => {
    const { id } = await waiting(['p1']);
    const junk = (from: number) =>
      Array.from({ length: 200 }, (_, index) => ({ assertion: `junk ${from + index}` }));
    await submit(ports, await read(id), junk(0));
    await submit(ports, await read(id), junk(200));
    const { signatures } = (await read(id)).sent;
    expect(signatures).toHaveLength(260);
    expect(signatures.at(-1)).toEqual({ assertion: 'junk 399' });
  });
});

describe('a refusal to sign', () => {
  const no = { code: 'DISAGREES', text: '出资额与约定不符' } as const;

  it('is told of, and the application goes on waiting', async () => {
    const { id } = await waiting(['p1']);
    const { version } = (await read(id)).application;
    await refuseSignature(ports, await read(id), 'p2', no);
    const record = await read(id);
    expect(record.application).toMatchObject({ state: 'SIGNING', version: version + 1 });
    expect(record.application.refusedAt).toBe('2026-11-23T04:01:00.000Z');
    expect(await standingRefusals(record)).toMatchObject([{ person: 'p2', ...no }]);
  });

  it('is cleared by the person’s later signature', async () => {
    const { id } = await waiting(['p1']);
    await refuseSignature(ports, await read(id), 'p2', no);
    await refuseSignature(ports, await read(id), 'p3', { code: 'NOT_ME' });
    await signs(id, 'p2');
    expect(await refusalsOf(id)).toEqual([['p3', 'NOT_ME']]);
  });

  it('is cleared by an edit of what he was asked to sign, and by no other', async () => {
    const { id, form } = await waiting();
    await refuseSignature(ports, await read(id), 'p2', no);
    await refuseSignature(ports, await read(id), 'p3', { code: 'OTHER' });
    await edit(ports, await read(id), { ...form, termYears: 30 });
    await submit(ports, await read(id), []);
    expect(await refusalsOf(id)).toEqual([['p3', 'OTHER']]);
  });

  it('is replaced by a later one', async () => {
    const { id } = await waiting();
    await refuseSignature(ports, await read(id), 'p2', no);
    await refuseSignature(ports, await read(id), 'p2', { code: 'NOT_ME' });
    expect(await refusalsOf(id)).toEqual([['p2', 'NOT_ME']]);
  });

  it('is not taken of who is not asked, has signed, or where nobody is asked', async () => {
    const { id } = await waiting(['p1']);
    for (const person of ['p1', 'p9', 'constructor'])
      await expect(refuseSignature(ports, await read(id), person, no)).rejects.toMatchObject({
        name: 'ApplicationNotFound',
      });
    await signs(id, 'p2', 'p3');
    await expect(refuseSignature(ports, await read(id), 'p2', no)).rejects.toMatchObject({
      name: 'NotInThisState',
    });
  });

  it('and a signature at the same moment: one of the two is told to read again', async () => {
    const { id } = await waiting(['p1']);
    const stale = await read(id);
    await signs(id, 'p3');
    await expect(refuseSignature(ports, stale, 'p2', no)).rejects.toMatchObject({
      name: 'ApplicationMoved',
    });
    expect(await refusalsOf(id)).toEqual([]);
  });
});

describe('a host that signs each custody agreement itself', () => {
  async function hosted(custodyBySignature: boolean) {
    const host = await freshHost(database, { custodyBySignature });
    const premises = { ...atHost.premises, host: host.id };
    const form = aForm({ ...atHost, premises, name: freshName() });
    return { host: host.id, form };
  }

  it('is waited for, and its signature submits', async () => {
    const { host, form } = await hosted(true);
    const { id } = await waiting(['p1', 'p2', 'p3'], form);
    expect(await missing(id)).toEqual([{ host, signs: ['CUSTODY'] }]);
    await signCustody(ports, await read(id), host, 'host-1');
    expect(await stateOf(id)).toBe('SUBMITTED');
    expect(await held(id, form)).toEqual({ name: true, place: true });
  });

  it('signs before others do, and again after an edit of the agreement only', async () => {
    const { host, form } = await hosted(true);
    const { id } = await waiting([], form);
    await signCustody(ports, await read(id), host, 'host-1');
    expect((await missing(id)).filter((it) => 'host' in it)).toEqual([]);
    await edit(ports, await read(id), { ...form, termYears: 30 });
    await submit(ports, await read(id), []);
    expect((await missing(id)).filter((it) => 'host' in it)).toEqual([]);
    const custody = { ...atHost.premises.custody, until: '2028-10-31' };
    await edit(ports, await read(id), { ...form, premises: { ...form.premises, custody } });
    await submit(ports, await read(id), []);
    expect((await missing(id)).filter((it) => 'host' in it)).toEqual([
      { host, signs: ['CUSTODY'] },
    ]);
  });

  it('signs nothing for another host’s tenant', async () => {
    const { form } = await hosted(true);
    const { id } = await waiting([], form);
    await expect(signCustody(ports, await read(id), 'H-9999', 'host-2')).rejects.toMatchObject({
      name: 'ApplicationNotFound',
    });
  });

  it('is not waited for where its standing consent is on file', async () => {
    const { form } = await hosted(false);
    const { id } = await waiting(['p1', 'p2', 'p3'], form);
    expect(await stateOf(id)).toBe('SUBMITTED');
  });
});
