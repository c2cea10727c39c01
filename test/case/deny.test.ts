import { describe, expect, it } from 'vitest';
import type { ApplicationRecord } from '#functions/application/application.ts';
import { caseIn, NO_EXECUTION } from '#functions/application/case.ts';
import { type Decision, decisionPart } from '#functions/application/decision.ts';
import { denialsIn, deniedBy } from '#functions/application/denial.ts';
import type { ApplicationForm } from '#functions/application/form.ts';
import { brokenLink } from '#functions/application/history.ts';
import { readHoldings } from '#functions/application/holdings.store.ts';
import { openingOf } from '#functions/case/case.store.ts';
import { RELEASED_CLOCK } from '#functions/case/case-clock.ts';
import { confirm, propose } from '#functions/case/confirm.ts';
import { decide, take } from '#functions/case/decide.ts';
import { denials } from '#functions/case/deny.store.ts';
import { deny } from '#functions/case/deny.ts';
import { edit } from '#functions/intake/correct.ts';
import { submit, takeIn } from '#functions/intake/submit.ts';
import { codeLots } from '#functions/register/code-lot.store.ts';
import { registerBusiness } from '#functions/register/register-business.ts';
import { commitRegistration } from '#functions/register/registration.store.ts';
import { newSalt } from '#functions/runtime/draws.ts';
import { bundleInForce } from '#functions/scope/catalogue.ts';
import { type AttemptTask, caseIdOf } from '#functions/shared/ids.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aForm } from '#test/builders/a-form.ts';
import { aLicenceSigner } from '#test/builders/a-licence-signer.ts';
import { anIndex } from '#test/builders/a-person-key.ts';
import { anIdentityProvider } from '#test/builders/an-identity-provider.ts';
import { freshName, SENT_AT } from '#test/builders/applications-in.ts';
import { anIntake } from '../intake/an-intake.ts';
import { anOffice } from './an-office.ts';

const database = await aDatabase();
const { documents, tables } = database;
const { signed } = await anIdentityProvider();
const intake = anIntake(database);
const office = anOffice(database);
const { store } = intake;
const { p1 = '', p2 = '' } = (await anIndex(aForm())).persons;

const referred: AttemptTask[] = [];
const ports = {
  deny: denials(documents, tables.applications, store),
  refer: async (task: AttemptTask) => void referred.push(task),
  clock: async () => RELEASED_CLOCK,
  now: () => Date.parse(SENT_AT) + 3_600_000,
};
const NOT_ME = { statement: '非本人办理。', assertion: 'her.own.word' };
const denying = async (id: string, person = p1) =>
  deny(ports, await store.read(id), person, NOT_ME);

const signer = await aLicenceSigner();
const registering = (record: (task: AttemptTask) => Promise<ApplicationRecord>) =>
  registerBusiness({
    record,
    stops: async () => [],
    bundles: async () => bundleInForce,
    holdings: readHoldings(documents, tables.register),
    nextSerial: codeLots(documents, tables.register, 10),
    signer,
    issuer: 'https://registry.example',
    newSalt,
    now: ports.now,
    commit: commitRegistration(documents, tables.applications, tables.register, store),
  });
const register = registering(({ applicationId, attempt }) => store.read(applicationId, attempt));
const taskOf = (applicationId: string): AttemptTask => ({ applicationId, attempt: 1 });

/** Sent and signed, but for the people left out. */
async function sent(without: readonly string[] = [], form: ApplicationForm = aForm()) {
  const named = { ...form, name: freshName() };
  const people = ['p1', 'p2', 'p3'].filter((person) => !without.includes(person));
  const whole = intake.sending({ form: named, signatures: await signed(named, people) });
  await takeIn(intake.ports, whole, true);
  return whole.id;
}
/** Approved by the machine, and not registered yet. */
async function approved() {
  const id = await sent();
  await office.decided(await store.read(id), 'APPROVE');
  return id;
}
/** Before an official. */
async function toOfficial(taskToken?: string) {
  const id = await sent();
  const record = await office.decided(await store.read(id), 'REFER');
  const open = openingOf(documents, tables.applications, store);
  await open(record, {
    schemaVersion: 1,
    id: caseIdOf(taskOf(id)),
    state: 'OPEN',
    version: 1,
    registrar: '440115',
    reason: 'REVIEW',
    openedAt: SENT_AT,
    openedBy: 'execution-1',
    due: '2026-11-26T16:00:00.000Z',
    escalations: 0,
    ...(taskToken && { taskToken }),
  });
  return id;
}
async function decidedToRegister() {
  const id = await toOfficial();
  const task = taskOf(id);
  office.setClock(0);
  const held = await take(office.ports, await office.cases.read(task), 'official-1');
  await decide(office.ports, held, 'official-1', { outcome: 'REGISTER', reason: '符合规定。' });
  return id;
}

describe('an application that is not submitted yet, once denied', () => {
  it('loses her signatures, waits for her, and is still denied when it is submitted after all', async () => {
    const id = await sent(['p2']);
    expect((await store.read(id)).application.state).toBe('SIGNING');
    await denying(id);
    const record = await store.read(id);
    expect(record.application).toMatchObject({ state: 'SIGNING', denied: [p1] });
    expect(record.sent.signatures).toHaveLength(1);
    expect(denialsIn(record.parts)).toMatchObject([{ person: 'p1', ...NOT_ME }]);

    await submit(intake.ports, record, await signed(record.sent.form, ['p2']));
    expect((await store.read(id)).application.state).toBe('SIGNING');
    const again = await store.read(id);
    await submit(intake.ports, again, await signed(again.sent.form, ['p1']));
    const submitted = await store.read(id);
    expect(submitted.application.state).toBe('SUBMITTED');
    expect(deniedBy(submitted.application, submitted.sent)).toEqual(['p1']);
  });

  it('is nobody’s to deny any more when an edit takes her out', async () => {
    const whole = intake.sending();
    await takeIn(intake.ports, whole, false);
    await denying(whole.id);
    const { people = {} } = whole.form;
    const other = { name: '卫知夏', document: { kind: 'PASSPORT', number: 'E99999999' } };
    const form = { ...whole.form, people: { ...people, p1: other } };
    await edit(intake.ports, await store.read(whole.id), form);
    const { application, sent } = await store.read(whole.id);
    expect(application.denied).toEqual([p1]);
    expect(deniedBy(application, sent)).toEqual([]);
  });

  it('is denied also by whom an edit has put under the key of one who denied it', async () => {
    const whole = intake.sending();
    await takeIn(intake.ports, whole, false);
    await denying(whole.id);
    const { people = {} } = whole.form;
    const victim = { name: '卫知夏', document: { kind: 'PASSPORT', number: 'E99999999' } };
    const form = { ...whole.form, people: { ...people, p1: victim } };
    await edit(intake.ports, await store.read(whole.id), form);
    const { p1: hers = '' } = (await anIndex(form)).persons;
    await denying(whole.id, hers);
    const { application, sent, parts } = await store.read(whole.id);
    expect(deniedBy(application, sent)).toEqual(['p1']);
    expect(denialsIn(parts)).toHaveLength(2);
  });
});

describe('an application that the machine has, once denied', () => {
  it('is before an official at once, and nothing registers it', async () => {
    const id = await approved();
    await denying(id);
    const { application, parts } = await store.read(id);
    expect(application).toMatchObject({ state: 'REFERRED', denied: [p1] });
    expect(caseIn(parts)).toMatchObject({
      state: 'OPEN',
      reason: 'NOT_ME',
      registrar: '440115',
      openedBy: NO_EXECUTION,
      due: '2026-11-26T16:00:00.000Z',
    });
    expect(referred).toContainEqual(taskOf(id));
    expect(await register(taskOf(id))).toEqual({ outcome: 'ENDED' });
    expect(await brokenLink(await store.history(id))).toBeUndefined();
    expect(JSON.stringify(await store.history(id))).not.toContain(p1);
  });

  it('is not registered by a registration that read it before', async () => {
    const id = await approved();
    const stale = await store.read(id);
    await denying(id);
    const late = registering(async () => stale);
    await expect(late(taskOf(id))).rejects.toMatchObject({ name: 'ApplicationMoved' });
    expect((await store.read(id)).application.state).toBe('REFERRED');
  });

  it('that was registered a moment before is told to look again', async () => {
    const id = await approved();
    const stale = await store.read(id);
    expect(await register(taskOf(id))).toEqual({ outcome: 'REGISTERED' });
    await expect(deny(ports, stale, p1, NOT_ME)).rejects.toMatchObject({
      name: 'ApplicationMoved',
    });
    const { application, parts } = await store.read(id);
    expect(application.state).toBe('REGISTERED');
    expect(denialsIn(parts)).toEqual([]);
  });

  it('is never registered where the head says that it is denied, whatever the machine approved', async () => {
    const id = await approved();
    const { application, ...record } = await store.read(id);
    const denied = registering(async () => ({
      application: { ...application, denied: [p1] },
      ...record,
    }));
    expect(await denied(taskOf(id))).toEqual({ outcome: 'ENDED' });
  });
});

describe('an application before an official, once denied', () => {
  it('shows why, to the official who looks at it', async () => {
    const id = await toOfficial();
    await denying(id, p2);
    const { application, parts } = await store.read(id);
    expect(application).toMatchObject({ state: 'REFERRED', denied: [p2] });
    expect(caseIn(parts)).toMatchObject({ state: 'OPEN', reason: 'NOT_ME', version: 2 });
    expect(denialsIn(parts)).toMatchObject([{ person: 'p2' }]);
  });

  it('is open again where a decision is still held, which then has no effect', async () => {
    const id = await decidedToRegister();
    const stale = await store.read(id);
    await denying(id);
    const review = caseIn((await store.read(id)).parts);
    expect(review).toMatchObject({ state: 'OPEN', reason: 'NOT_ME', holder: 'official-1' });
    expect(review?.decision).toBeUndefined();
    office.setClock(3600);
    expect(await office.carryOut(taskOf(id))).toMatchObject({ outcome: 'UNDECIDED' });
    expect(await register(taskOf(id))).toEqual({ outcome: 'ENDED' });
    const late = registering(async () => stale);
    await expect(late(taskOf(id))).rejects.toMatchObject({ name: 'ApplicationMoved' });
  });

  it('is not confirmed as it was proposed before she said so', async () => {
    const id = await toOfficial();
    office.setClock(0);
    const { ports: acting, cases } = office;
    const held = await take(acting, await cases.read(taskOf(id)), 'official-1');
    const ruling = { outcome: 'REGISTER', reason: '已核实。' } as const;
    const proposed = await propose(acting, held, 'official-1', ruling);
    await denying(id);
    await expect(confirm(acting, proposed, 'supervisor-1')).rejects.toMatchObject({
      name: 'CaseMoved',
    });
    const open = await cases.read(taskOf(id));
    expect([open.reason, open.proposal]).toEqual(['NOT_ME', undefined]);
  });

  it('is registered where he decides so with the denial before him', async () => {
    const id = await toOfficial();
    await denying(id);
    office.setClock(0);
    const held = await take(office.ports, await office.cases.read(taskOf(id)), 'official-1');
    await decide(office.ports, held, 'official-1', { outcome: 'REGISTER', reason: '已当面核实。' });
    expect(await register(taskOf(id))).toEqual({ outcome: 'REGISTERED' });
  });

  it('is denied by each of two persons', async () => {
    const id = await toOfficial();
    await Promise.allSettled([denying(id, p1), denying(id, p2)]);
    await denying(id, p1);
    await denying(id, p2);
    const { application, parts } = await store.read(id);
    expect([...(application.denied ?? [])].sort()).toEqual([p1, p2].sort());
    expect(denialsIn(parts).map(({ person }) => person)).toEqual(['p1', 'p2']);
  });
});

describe('a returned application, once denied', () => {
  it('stays so for its next attempt', async () => {
    const id = await sent();
    const record = await store.read(id);
    const decision: Decision = {
      schemaVersion: 1,
      round: 1,
      decidedAt: SENT_AT,
      verdict: 'RETURN',
      findings: [],
      rules: [],
      ruleSet: { id: 'test', hash: '' },
      facts: {},
    };
    await store.keepPart(taskOf(id), decisionPart(1), decision);
    const move = { to: ['RETURNED'], at: SENT_AT, by: 'automatic review', subject: {} } as const;
    await intake.ports.move(record, move);
    await denying(id);
    const { application, sent: kept } = await store.read(id);
    expect(application).toMatchObject({ state: 'RETURNED', denied: [p1] });
    expect(kept.signatures).toHaveLength(3);
  });
});
