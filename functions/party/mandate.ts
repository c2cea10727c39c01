import * as z from 'zod';
import type { SentAttempt } from '../application/application.ts';
import type { ApplicationForm } from '../application/form.ts';
import { ApplicationId } from '../shared/ids.ts';

/**
 * A mandate (委托) is given with one application and named after it: `ma_` and the application's own
 * ULID. It is what the client signs in the form; that it was ended stands on the application's head.
 */
export const MandateId = z
  .string()
  .refine((id) => id.startsWith('ma_') && ApplicationId.safeParse(`ap_${id.slice(3)}`).success);

export const mandateIdOf = (applicationId: string): string => `ma_${applicationId.slice(3)}`;
export const applicationOfMandate = (mandateId: string): string => `ap_${mandateId.slice(3)}`;

/** Who gives the mandate, by key into `form.people`: the head of the business. */
const headOf = ({ roles = {} }: ApplicationForm): string | undefined =>
  roles.legalRepresentative ?? roles.owner ?? roles.operator;

/**
 * Whether an application is sent under a mandate of this person.
 *
 * @param person keyed hash; see person-hash.ts
 */
export function mandatedBy(
  { form, persons = {} }: Pick<SentAttempt, 'form' | 'persons'>,
  person: string,
): boolean {
  const head = headOf(form);
  return form.mandate !== undefined && head !== undefined && persons[head] === person;
}

/** What a client signs to see her mandates, and to end or choose one; see enquiry.ts. */
export const MY_MANDATES = 'MY_MANDATES';
export const endingOf = (mandateId: string): string => `END_MANDATE ${mandateId}`;
export const choiceOf = (mandateId: string): string => `CHOOSE_MANDATE ${mandateId}`;
