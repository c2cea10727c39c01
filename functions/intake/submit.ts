import type { ApplicationRecord, SentAttempt } from '../application/application.ts';
import type { ApplicationForm, Signatures } from '../application/form.ts';
import { hold, type Wanted, wanted } from '../application/holds.ts';
import { documentHash, inNfc } from '../party/document-hash.ts';
import { missingSigners } from '../party/signers.ts';
import type { Json } from '../shared/canonical-json.ts';
import { DomainError } from '../shared/errors.ts';
import type { AttemptTask } from '../shared/ids.ts';
import type { IntakePorts, NewApplication } from './intake-ports.ts';

/** What a person sends, and who. */
export interface Sent {
  readonly id: string;
  readonly owner: string;
  readonly form: ApplicationForm;
  readonly signatures: Signatures;
  readonly row?: NewApplication['row'];
}

/** One attempt as it is kept: the form in NFC and the digest that signatures must cover. */
export async function sentAttempt(
  attempt: number,
  form: ApplicationForm,
  signatures: Signatures,
): Promise<SentAttempt> {
  return {
    schemaVersion: 1,
    attempt,
    form: inNfc(form),
    signatures,
    documentHash: await documentHash(form),
  };
}

/** Whether it may be submitted now, or waits in SIGNING for somebody. */
export const readiness = (sent: SentAttempt): 'SUBMITTED' | 'SIGNING' =>
  missingSigners(
    sent.form,
    sent.signatures.map(({ assertion }) => assertion),
  ).length === 0
    ? 'SUBMITTED'
    : 'SIGNING';

/**
 * Takes in a new application: a draft, or at once the whole. Content is never refused here. Sent
 * twice under one id it is taken in once; the second call only goes on where the first stopped.
 */
export async function takeIn(
  ports: IntakePorts,
  { id, owner, form, signatures, row }: Sent,
  submit: boolean,
): Promise<void> {
  const at = new Date(ports.now()).toISOString();
  const sent = await sentAttempt(1, form, signatures);
  const state = submit ? readiness(sent) : 'DRAFT';
  const submitted = state === 'SUBMITTED' ? { submittedAt: at } : {};
  const registrar = sent.form.registrar;
  const outcome = await ports.create(
    {
      id,
      attempt: 1,
      owner,
      createdAt: at,
      updatedAt: at,
      ...submitted,
      ...(registrar && { registrar }),
      ...(row && { row }),
    },
    { ...sent, ...submitted },
    { to: [state], at, by: owner, subject: subjectOf(sent) },
  );
  if (state !== 'SUBMITTED') return;
  if (outcome === 'EXISTS') return proceed(ports, await ports.record(id, 1));
  const { name: _reserved, ...place } = wanted(sent.form, at);
  const want = outcome === 'RESERVED' ? place : wanted(sent.form, at);
  await holdAndRegister(ports, { applicationId: id, attempt: 1 }, want, at);
}

/** Submits a draft, or adds signatures to one that waits for them. */
export async function submit(
  ports: IntakePorts,
  record: ApplicationRecord,
  signatures: Signatures,
): Promise<void> {
  const { application } = record;
  if (application.state !== 'DRAFT' && application.state !== 'SIGNING')
    throw notInThisState(record);
  const at = new Date(ports.now()).toISOString();
  const all = new Map([...record.sent.signatures, ...signatures].map((it) => [it.assertion, it]));
  const sent = { ...record.sent, signatures: [...all.values()] };
  const state = readiness(sent);
  if (state === 'SIGNING' && application.state === 'SIGNING') {
    return settle(await ports.edit(record, sent, at), record);
  }
  const to = [
    ...(application.state === 'DRAFT' ? (['SIGNING'] as const) : []),
    ...(state === 'SUBMITTED' ? [state] : []),
  ];
  const submitted = state === 'SUBMITTED' ? { submittedAt: at } : {};
  const { starts: _ofTheLastAttempt, ...unstarted } = application;
  const move = { to, at, by: application.owner, subject: subjectOf(sent), change: submitted };
  const released = state === 'SUBMITTED' ? await noLongerWanted(ports, record) : undefined;
  settle(
    await ports.move(
      { ...record, application: unstarted },
      move,
      { ...sent, ...submitted },
      released,
    ),
    record,
  );
  const task = { applicationId: application.id, attempt: application.attempt };
  if (state === 'SUBMITTED') await holdAndRegister(ports, task, wanted(sent.form, at), at);
}

/** Reserves what can be had, and runs the registration. Safe to run again. */
export async function proceed(
  ports: IntakePorts,
  { application, sent }: ApplicationRecord,
): Promise<void> {
  const { id: applicationId, state, attempt, submittedAt, createdAt, updatedAt } = application;
  if (state !== 'SUBMITTED') return;
  const want = wanted(sent.form, submittedAt ?? createdAt);
  await holdAndRegister(ports, { applicationId, attempt }, want, updatedAt);
}

async function holdAndRegister(
  ports: IntakePorts,
  task: AttemptTask,
  want: Wanted,
  now: string,
): Promise<void> {
  await hold(ports, task.applicationId, want, now);
  await ports.register(task);
}

/**
 * What the application may hold. An attempt that is not submitted yet holds nothing; what the
 * attempt before it asked for is still held.
 */
export async function mayHold(
  ports: IntakePorts,
  { application: { id, attempt, state, createdAt }, sent }: ApplicationRecord,
): Promise<Wanted> {
  const submitted = state !== 'DRAFT' && state !== 'SIGNING';
  if (!submitted && attempt === 1) return {};
  const holding = submitted ? sent : (await ports.record(id, attempt - 1)).sent;
  return wanted(holding.form, holding.submittedAt ?? createdAt);
}

/** What the attempt before held and this one does not ask for any more. */
async function noLongerWanted(ports: IntakePorts, record: ApplicationRecord): Promise<Wanted> {
  const old = await mayHold(ports, record);
  const now = wanted(record.sent.form, new Date(ports.now()).toISOString());
  const same = (a: object | undefined, b: object | undefined) =>
    JSON.stringify(a) === JSON.stringify(b);
  return {
    ...(old.name && !same(old.name, now.name) && { name: old.name }),
    ...(old.place && !same(old.place, now.place) && { place: old.place }),
  };
}

/** What an event of intake is about: digests cover the form and who signed, not the clock. */
const subjectOf = ({ form, documentHash: hash }: SentAttempt): Json => ({
  form: JSON.parse(JSON.stringify(form)),
  documentHash: hash,
});

export const notInThisState = ({ application: { id, state } }: ApplicationRecord): DomainError =>
  new DomainError('NotInThisState', { applicationId: id, state });

/** @throws {DomainError} ApplicationMoved when somebody else changed it meanwhile */
export function settle(outcome: 'COMMITTED' | 'MOVED', { application }: ApplicationRecord): void {
  if (outcome === 'MOVED')
    throw new DomainError('ApplicationMoved', { applicationId: application.id });
}
