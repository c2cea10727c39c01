import { describe, expect, it } from 'vitest';
import { submit, takeIn } from '#functions/intake/submit.ts';
import { withdraw } from '#functions/intake/withdraw.ts';
import { documentHash } from '#functions/party/document-hash.ts';
import { DomainError } from '#functions/shared/errors.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aForm, atHost } from '#test/builders/a-form.ts';
import { anIdentityProvider } from '#test/builders/an-identity-provider.ts';
import { freshHost, freshName } from '#test/builders/applications-in.ts';
import { anIntake } from './an-intake.ts';

const database = await aDatabase();
const { ports, read, stateOf, startedFor, held, sending, store } = anIntake(database);
const { signed } = await anIdentityProvider();

describe('an application taken in', () => {
  it('whole and signed is submitted, holds its name and is registered at once', async () => {
    const form = aForm({ name: freshName() });
    const sent = sending({ form, signatures: await signed(form) });
    await takeIn(ports, sent, true);
    const { application, sent: attempt } = await read(sent.id);
    expect(application).toMatchObject({
      state: 'SUBMITTED',
      owner: 'applicant-1',
      registrar: '440115',
      submittedAt: '2026-11-23T04:01:00.000Z',
    });
    expect(attempt).toMatchObject({ form, documentHash: await documentHash(form) });
    expect(startedFor(sent.id)).toEqual([{ applicationId: sent.id, attempt: 1 }]);
    expect(await held(sent.id, form)).toMatchObject({ name: true });
  });

  it('holds a place at its host', async () => {
    const host = await freshHost(database);
    const premises = { ...atHost.premises, host: host.id };
    const form = aForm({ ...atHost, premises, name: freshName() });
    const sent = sending({ form, signatures: await signed(form) });
    await takeIn(ports, sent, true);
    expect(await held(sent.id, form)).toEqual({ name: true, place: true });
  });

  it('as a draft holds nothing and starts nothing', async () => {
    const sent = sending();
    await takeIn(ports, sent, false);
    expect(await stateOf(sent.id)).toBe('DRAFT');
    expect(startedFor(sent.id)).toEqual([]);
    expect(await held(sent.id, sent.form)).toEqual({ name: false, place: false });
  });

  it('waits in SIGNING where a signature is missing', async () => {
    const form = aForm({ name: freshName() });
    const sent = sending({ form, signatures: await signed(form, ['p1']) });
    await takeIn(ports, sent, true);
    expect(await stateOf(sent.id)).toBe('SIGNING');
    expect(startedFor(sent.id)).toEqual([]);
    expect((await read(sent.id)).application.submittedAt).toBeUndefined();
  });

  it('is never refused for its content', async () => {
    const sent = sending({ form: {} });
    await takeIn(ports, sent, true);
    expect(await stateOf(sent.id)).toBe('SUBMITTED');
  });

  it('twice under one id is taken in once, and goes on where the first stopped', async () => {
    const form = aForm({ name: freshName() });
    const sent = sending({ form, signatures: await signed(form) });
    const failing = { ...ports, register: () => Promise.reject(new Error('not started')) };
    await expect(takeIn(failing, sent, true)).rejects.toThrow('not started');
    await takeIn(ports, sent, true);
    expect((await read(sent.id)).application.version).toBe(1);
    expect(startedFor(sent.id)).toHaveLength(1);
  });

  it('again after it was withdrawn starts nothing and holds nothing', async () => {
    const form = aForm({ name: freshName() });
    const sent = sending({ form, signatures: await signed(form) });
    await takeIn(ports, sent, true);
    await withdraw(ports, await read(sent.id));
    await takeIn(ports, sent, true);
    expect(startedFor(sent.id)).toHaveLength(1);
    expect(await held(sent.id, form)).toMatchObject({ name: false });
  });

  it('is submitted also when its name is another’s: the review tells it', async () => {
    const form = aForm({ name: freshName() });
    const signatures = await signed(form);
    const [first, second] = [sending({ form, signatures }), sending({ form, signatures })];
    await takeIn(ports, first, true);
    await takeIn(ports, second, true);
    expect(await stateOf(second.id)).toBe('SUBMITTED');
    expect(await held(second.id, form)).toMatchObject({ name: false });
    expect(startedFor(second.id)).toHaveLength(1);
  });

  it('is registered also when its reservation is contended: the review makes up for it', async () => {
    const form = aForm({ name: freshName() });
    const sent = sending({ form, signatures: await signed(form) });
    const contended = new DomainError('RegisterContended');
    await takeIn({ ...ports, reserveName: () => Promise.reject(contended) }, sent, true);
    expect(startedFor(sent.id)).toHaveLength(1);
  });
});

describe('a submission', () => {
  const draft = async () => {
    const form = aForm({ name: freshName() });
    const sent = sending({ form });
    await takeIn(ports, sent, false);
    return { id: sent.id, form };
  };

  it('of a signed draft passes SIGNING and SUBMITTED in one step', async () => {
    const { id, form } = await draft();
    await submit(ports, await read(id), await signed(form));
    expect((await read(id)).application).toMatchObject({ state: 'SUBMITTED', version: 2 });
    expect((await store.history(id)).map(({ to }) => to)).toEqual([
      'DRAFT',
      'SIGNING',
      'SUBMITTED',
    ]);
    expect(startedFor(id)).toHaveLength(1);
    expect((await read(id)).sent.submittedAt).toBe('2026-11-23T04:01:00.000Z');
  });

  it('adds its signatures to those that are there, until nobody is missing', async () => {
    const { id, form } = await draft();
    await submit(ports, await read(id), await signed(form, ['p1']));
    expect(await stateOf(id)).toBe('SIGNING');
    await submit(ports, await read(id), await signed(form, ['p2']));
    expect(await stateOf(id)).toBe('SIGNING');
    expect((await read(id)).sent.signatures).toHaveLength(2);
    expect(startedFor(id)).toEqual([]);
    await submit(ports, await read(id), await signed(form, ['p3']));
    expect(await stateOf(id)).toBe('SUBMITTED');
    expect((await read(id)).sent.signatures).toHaveLength(3);
    expect(startedFor(id)).toHaveLength(1);
  });

  it('keeps a signature once that was sent twice', async () => {
    const { id, form } = await draft();
    const signature = await signed(form, ['p1']);
    await submit(ports, await read(id), signature);
    await submit(ports, await read(id), signature);
    expect((await read(id)).sent.signatures).toEqual(signature);
  });

  it('that read before another one loses no signature: it is told to read again', async () => {
    const { id, form } = await draft();
    await submit(ports, await read(id), await signed(form, ['p1']));
    const stale = await read(id);
    await submit(ports, stale, await signed(form, ['p2']));
    await expect(submit(ports, stale, await signed(form, ['p3']))).rejects.toMatchObject({
      name: 'ApplicationMoved',
    });
    expect((await read(id)).sent.signatures).toHaveLength(2);
  });

  it('is not taken of what is submitted already', async () => {
    const { id, form } = await draft();
    await submit(ports, await read(id), await signed(form));
    await expect(submit(ports, await read(id), [])).rejects.toMatchObject({
      name: 'NotInThisState',
      details: { applicationId: id, state: 'SUBMITTED' },
    });
  });
});
