import type { LegalDate } from '../shared/calendar.ts';
import type { Told } from '../shared/language.ts';
import { REASONS } from './reasons-in-use.ts';

/** A reason in common use (常用理由): an official takes it over as it stands, or writes his own. */
export interface Reason {
  readonly id: string;
  /** days on which it is offered; absent `until` = until further notice */
  readonly from: LegalDate;
  readonly until?: LegalDate;
  readonly outcome: 'REGISTER' | 'RETURN' | 'REFUSE';
  /** findings that it answers; none = any */
  readonly rules: readonly string[];
  readonly basis: readonly { readonly law: string; readonly article?: string }[];
  /** told to the applicant */
  readonly text: Told;
}

/** The reasons of a day that answer a finding, its own before those for any; all of them where none is named. */
export function reasonsFor(rule: string | undefined, on: LegalDate): readonly Reason[] {
  const offered = REASONS.filter((it) => it.from <= on && (it.until ?? '9999-12-31') >= on);
  if (rule === undefined) return offered;
  const own = offered.filter(({ rules }) => rules.includes(rule));
  return [...own, ...offered.filter(({ rules }) => rules.length === 0)];
}
