import type { ApplicationRecord, KeptPart, SentAttempt } from '../application/application.ts';
import { decidingRegistrar } from '../application/deciding-registrar.ts';
import { type ApplicationForm, MOST_SIGNATURES, type Signatures } from '../application/form.ts';
import { type HoldPorts, hold, leftToHold, type Wanted, wanted } from '../application/holds.ts';
import type { Host } from '../cluster/host.ts';
import { custodyAsked } from '../party/custody.ts';
import { documentHash } from '../party/document-hash.ts';
import { inNfc } from '../party/in-nfc.ts';
import { missingParties } from '../party/parties.ts';
import type { IndexForm } from '../party/person-index.ts';
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
  index?: IndexForm,
): Promise<SentAttempt> {
  const [hash, indexed] = await Promise.all([documentHash(form), index?.(form)]);
  return {
    schemaVersion: 1,
    attempt,
    form: inNfc(form),
    signatures,
    documentHash: hash,
    ...indexed,
  };
}

/** Whether it may be submitted now, or waits in SIGNING for somebody. */
export const readiness = (
  sent: SentAttempt,
  parts: ApplicationRecord['parts'] = new Map(),
): 'SUBMITTED' | 'SIGNING' =>
  missingParties({ sent, parts }).length === 0 ? 'SUBMITTED' : 'SIGNING';

/**
 * Takes in a new application: a draft, or at once the whole. Content is never refused here. Sent
 * twice under one id it is taken in once; the second call only goes on where the first stopped.
 */
export async function takeIn(
  ports: IntakePorts & { readonly index: IndexForm },
  { id, owner, form, signatures, row }: Sent,
  submit: boolean,
): Promise<void> {
  const at = new Date(ports.now()).toISOString();
  const attempt = await sentAttempt(1, form, signatures, ports.index);
  const asked = submit ? await askingHost(ports, attempt) : { sent: attempt, known: ports };
  const { sent, known } = asked;
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
    asked.host,
  );
  if (state !== 'SUBMITTED') return;
  if (outcome === 'EXISTS') return proceed(ports, await ports.record(id, 1));
  const left = leftToHold(wanted(sent, at), outcome);
  await holdAndRegister(known, { applicationId: id, attempt: 1 }, left, at);
}

/** What comes to an application that is to be signed, and who brought it. */
interface Coming {
  readonly signatures: Signatures;
  readonly by: string;
  /** a host's signature */
  readonly part?: KeptPart;
}

/** Submits a draft, or adds signatures to one that waits for them. */
export const submit = (
  ports: IntakePorts,
  record: ApplicationRecord,
  signatures: Signatures,
): Promise<void> => goOn(ports, record, { signatures, by: record.application.owner });

/** Goes as far as the signatures that are there and those that come allow: SIGNING, or SUBMITTED and registered. */
export async function goOn(
  ports: IntakePorts,
  record: ApplicationRecord,
  { signatures, by, part }: Coming,
): Promise<void> {
  const { application } = record;
  if (application.state !== 'DRAFT' && application.state !== 'SIGNING')
    throw notInThisState(record);
  const at = new Date(ports.now()).toISOString();
  const attempt = { ...record.sent, signatures: joined(record.sent.signatures, signatures) };
  const { sent, known } =
    application.state === 'DRAFT'
      ? await askingHost(ports, attempt)
      : { sent: attempt, known: ports };
  const parts = part ? new Map([...record.parts, [part.name, part.item]]) : record.parts;
  const state = readiness(sent, parts);
  const beside = part ? { part } : {};
  if (state === 'SIGNING' && application.state === 'SIGNING') {
    return settle(await ports.edit(record, sent, at, beside), record);
  }
  const to = [
    ...(application.state === 'DRAFT' ? (['SIGNING'] as const) : []),
    ...(state === 'SUBMITTED' ? [state] : []),
  ];
  const submitted = state === 'SUBMITTED' ? { submittedAt: at } : {};
  const { starts: _ofTheLastAttempt, ...unstarted } = application;
  const move = { to, at, by, subject: subjectOf(sent), change: submitted, ...beside };
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
  const want = wanted(sent, at, decidingRegistrar(application, sent.form));
  if (state === 'SUBMITTED') await holdAndRegister(known, task, want, at);
}

/** Each signature once, the newest last; of a company, its newest. More than an attempt can hold pushes the oldest out. */
function joined(there: Signatures, coming: Signatures): Signatures {
  const keyed = [...there, ...coming].map(
    (it) => ['assertion' in it ? it.assertion : `company ${it.shareholder}`, it] as const,
  );
  return [...new Map(keyed).values()].slice(-MOST_SIGNATURES);
}

/**
 * Reads the host of a cluster address, once: whether it signs the custody agreement itself, and for
 * whoever looks for a place after.
 */
export async function askingHost<Ports extends Pick<HoldPorts, 'host'>>(
  ports: Ports,
  sent: SentAttempt,
): Promise<{ readonly sent: SentAttempt; readonly known: Ports; readonly host?: Host }> {
  const { kind, host: id } = sent.form.premises ?? {};
  if (kind !== 'CLUSTER' || !id) return { sent, known: ports };
  const host = await ports.host(id);
  const known = { ...ports, host: async (of: string) => (of === id ? host : ports.host(of)) };
  const { custody: _ofAnEarlierForm, ...own } = sent;
  const custody = await custodyAsked(sent.form, host);
  return { sent: { ...own, ...(custody && { custody }) }, known, ...(host && { host }) };
}

/** Reserves what can be had, and runs the registration. Safe to run again. */
export async function proceed(
  ports: IntakePorts,
  { application, sent }: ApplicationRecord,
): Promise<void> {
  const { id: applicationId, state, attempt, submittedAt, createdAt, updatedAt } = application;
  if (state !== 'SUBMITTED') return;
  const registrar = decidingRegistrar(application, sent.form);
  const want = wanted(sent, submittedAt ?? createdAt, registrar);
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
  ports: Pick<IntakePorts, 'record'>,
  { application, sent }: ApplicationRecord,
): Promise<Wanted> {
  const { id, attempt, state, createdAt } = application;
  const submitted = state !== 'DRAFT' && state !== 'SIGNING';
  if (!submitted && attempt === 1) return {};
  const holding = submitted ? sent : (await ports.record(id, attempt - 1)).sent;
  const registrar = decidingRegistrar(application, holding.form);
  return wanted(holding, holding.submittedAt ?? createdAt, registrar);
}

/** What the attempt before held and this one does not ask for any more. */
async function noLongerWanted(ports: IntakePorts, record: ApplicationRecord): Promise<Wanted> {
  const old = await mayHold(ports, record);
  const { application, sent } = record;
  const at = new Date(ports.now()).toISOString();
  const now = wanted(sent, at, decidingRegistrar(application, sent.form));
  const same = (a: object | undefined, b: object | undefined) =>
    JSON.stringify(a) === JSON.stringify(b);
  return {
    ...(old.intent && old.intent !== now.intent && { intent: old.intent }),
    ...(old.name && !same(old.name, now.name) && { name: old.name }),
    ...(old.place && !same(old.place, now.place) && { place: old.place }),
  };
}

/** What an event of intake is about: digests cover the form and who signed, not the clock. */
export const subjectOf = ({ form, documentHash: hash }: SentAttempt): Json => ({
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
