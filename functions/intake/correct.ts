import type { ApplicationRecord } from '../application/application.ts';
import type { ApplicationForm } from '../application/form.ts';
import type { IntakePorts } from './intake-ports.ts';
import { notInThisState, sentAttempt, settle } from './submit.ts';

/** Replaces a draft's form. Signatures covered the old one, so none is kept. */
export async function edit(
  ports: IntakePorts,
  record: ApplicationRecord,
  form: ApplicationForm,
): Promise<void> {
  const { application } = record;
  if (application.state !== 'DRAFT') throw notInThisState(record);
  const at = new Date(ports.now()).toISOString();
  settle(await ports.edit(record, await sentAttempt(application.attempt, form, []), at), record);
}

/** A returned application is corrected as a new attempt (实施细则 art. 18), which begins as a draft. */
export async function correct(
  ports: IntakePorts,
  record: ApplicationRecord,
  form: ApplicationForm,
): Promise<void> {
  const { application } = record;
  if (application.state !== 'RETURNED') throw notInThisState(record);
  const at = new Date(ports.now()).toISOString();
  const attempt = application.attempt + 1;
  const sent = await sentAttempt(attempt, form, []);
  const change = {
    attempt,
    registrar: sent.form.registrar,
    submittedAt: undefined,
    starts: undefined,
  };
  const subject = { documentHash: sent.documentHash };
  settle(
    await ports.move(record, { to: ['DRAFT'], at, by: application.owner, subject, change }, sent),
    record,
  );
}
