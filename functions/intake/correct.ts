import * as z from 'zod';
import type { ApplicationRecord } from '../application/application.ts';
import { decidingRegistrar } from '../application/deciding-registrar.ts';
import { decisionsIn } from '../application/decision.ts';
import type { ApplicationForm } from '../application/form.ts';
import { keptAfterEdit } from '../party/kept-signatures.ts';
import type { IndexForm } from '../party/person-index.ts';
import type { IntakePorts } from './intake-ports.ts';
import { notInThisState, sentAttempt, settle, subjectOf } from './submit.ts';

/**
 * Replaces the form of a draft, or of an application that waits for signatures, which becomes a draft
 * again: nobody is asked to sign what is being edited. The edit voids exactly the signatures whose
 * parts it changes; the others are kept.
 */
export async function edit(
  ports: IntakePorts & { readonly index: IndexForm },
  record: ApplicationRecord,
  form: ApplicationForm,
): Promise<void> {
  const { application } = record;
  if (application.state !== 'DRAFT' && application.state !== 'SIGNING')
    throw notInThisState(record);
  const at = new Date(ports.now()).toISOString();
  const { signatures, ...earlier } = await keptAfterEdit(record.sent, form);
  const attempt = await sentAttempt(application.attempt, form, signatures, ports.index);
  const sent = { ...attempt, ...earlier };
  if (application.state === 'DRAFT') return settle(await ports.edit(record, sent, at), record);
  const move = {
    to: ['DRAFT'],
    at,
    by: application.owner,
    subject: subjectOf(sent),
    change: { registrar: decidingRegistrar(application, sent.form) },
  } as const;
  settle(await ports.move(record, move, sent), record);
}

/**
 * A returned application is corrected as a new attempt (实施细则 art. 18), which begins as a draft. As
 * with an edit, signatures whose parts are as they were are kept, where the review found nothing wrong
 * with any.
 */
export async function correct(
  ports: IntakePorts & { readonly index: IndexForm },
  record: ApplicationRecord,
  form: ApplicationForm,
): Promise<void> {
  const { application } = record;
  if (application.state !== 'RETURNED') throw notInThisState(record);
  const at = new Date(ports.now()).toISOString();
  const attempt = application.attempt + 1;
  const { signatures, ...earlier } = signedInOrder(record)
    ? await keptAfterEdit(record.sent, form)
    : { signatures: [] };
  const sent = { ...(await sentAttempt(attempt, form, signatures, ports.index)), ...earlier };
  const change = {
    attempt,
    registrar: decidingRegistrar(application, sent.form),
    submittedAt: undefined,
    starts: undefined,
  };
  const subject = { documentHash: sent.documentHash };
  settle(
    await ports.move(record, { to: ['DRAFT'], at, by: application.owner, subject, change }, sent),
    record,
  );
}

const Identities = z.object({ identities: z.array(z.object({ outcome: z.string() })) });

/** Whether the last review found every signature that there was genuine, in time and of a person named. */
function signedInOrder({ parts }: ApplicationRecord): boolean {
  const { data } = Identities.safeParse(decisionsIn(parts).at(-1)?.facts);
  return data?.identities.every(({ outcome }) => /^(VERIFIED|MISSING)$/.test(outcome)) ?? false;
}
