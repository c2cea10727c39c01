import type * as z from 'zod';
import type { ApplicationRecord } from '../application/application.ts';
import type { Case } from '../application/case.ts';
import { decidingRegistrar } from '../application/deciding-registrar.ts';
import type { Ruling } from '../case/decide.ts';
import { handOverFault } from '../case/hand-over.ts';
import { missingForLicence } from '../register/registrable.ts';
import { type Act, type Grade, mayAct, registrarOf } from '../registrar/registrars.ts';
import { legalDateOf } from '../shared/days.ts';
import { attemptOfCase, type NewId } from '../shared/ids.ts';
import type { OFFICIAL_ROUTES } from './official.routes.ts';
import { Problem } from './problems.ts';
import type { Caller } from './request.ts';

/** What came by a hand-over is handed on by the registrar's head alone: each begins a new clock, and nobody is sent back and forth. [M] */
const HANDS_ON: Grade = 'SUPERVISOR';

export interface RulingPorts {
  record(applicationId: string, attempt: number): Promise<ApplicationRecord>;
  readonly newId: NewId;
  now(): number;
}

/** @throws {Problem} supervisor-only where the caller's grade does not do this at the case's registrar */
export function allow({ registrar }: Case, { grade }: Caller, act: Act, now: number): void {
  if (!mayAct(registrarOf(registrar, legalDateOf(now)), grade, act))
    throw new Problem('supervisor-only');
}

/**
 * What an official asks for, as far as it can be carried out: a licence can be made of the form, or
 * the other registrar takes it; with the record, where that was asked.
 *
 * @throws {Problem} supervisor-only, not-registrable, not-handed-over
 */
export async function rulingOf(
  ports: RulingPorts,
  read: Case,
  caller: Caller,
  body: z.infer<(typeof OFFICIAL_ROUTES)['decideCase']['body']>,
): Promise<{ readonly ruling: Ruling; readonly record?: ApplicationRecord }> {
  const now = ports.now();
  allow(read, caller, body.outcome === 'HAND_OVER' ? 'HAND_OVER' : 'DECIDE', now);
  if (body.outcome === 'RETURN' || body.outcome === 'REFUSE') return { ruling: body };
  const { applicationId, attempt } = attemptOfCase(read.id);
  const record = await ports.record(applicationId, attempt);
  if (body.outcome === 'REGISTER') {
    const errors = missingIn(record, now).map((pointer) => ({ pointer, detail: 'missing' }));
    if (errors.length > 0) throw new Problem('not-registrable', errors);
    return { ruling: body, record };
  }
  if (record.application.handedOverFrom && caller.grade !== HANDS_ON)
    throw new Problem('supervisor-only');
  const { type } = record.sent.form;
  const fault = handOverFault(read.registrar, body.to, type, legalDateOf(now));
  if (fault) throw new Problem('not-handed-over', [{ pointer: '/to', detail: fault }]);
  return { ruling: { ...body, handedOverTo: ports.newId('ap') }, record };
}

function missingIn({ application, sent }: ApplicationRecord, now: number): readonly string[] {
  const on = legalDateOf(application.submittedAt ?? now);
  const registrar = registrarOf(decidingRegistrar(application, sent.form), on);
  return missingForLicence(sent.form, registrar);
}
