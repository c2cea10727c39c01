import { personOf } from '../application/form-places.ts';
import type { LegalDate } from '../shared/calendar.ts';
import { checkDocument } from '../shared/identity-document.ts';
import { ageOn } from '../shared/resident-id.ts';
import type { ReviewFacts } from './facts.ts';

/** Full years of age (周岁) on a day, where the person's document tells the birth date and is in order. */
export function ageOfPerson(
  form: ReviewFacts['form'],
  key: string | undefined,
  on: LegalDate,
): number | undefined {
  const { kind, number } = personOf(form, key)?.document ?? {};
  if (kind === undefined || number === undefined) return undefined;
  const checked = checkDocument({ kind, number }, on);
  return checked.ok && checked.birth !== undefined ? ageOn(checked.birth, on) : undefined;
}
