import type { ApplicationForm } from '../application/form.ts';
import type { List } from '../party/lists.ts';
import { headOf } from '../party/traces.ts';
import type { LegalDate } from '../shared/calendar.ts';
import { yearsLater } from '../shared/days.ts';
import type { Listed } from './cross-case.ts';
import type { ReviewFacts } from './facts.ts';
import { breachedBy, type Check, type Fault, NOT_APPLICABLE } from './rule.ts';

const pointersOf = (keys: readonly (string | undefined)[]): string[] =>
  [...new Set(keys)].filter((key) => key !== undefined).map((key) => `/people/${key}`);

/** Whoever holds an office of a company: 公司法 art. 178, 条例 art. 12. */
export const officersOf = ({ type, roles = {} }: ApplicationForm): string[] =>
  type === 'LIMITED_COMPANY'
    ? pointersOf([
        roles.legalRepresentative,
        roles.financeHead,
        ...(roles.directors ?? []),
        ...(roles.managers ?? []),
        ...(roles.supervisors ?? []),
      ])
    : [];

/** Whoever brings the business into being: its head, and its shareholders, persons and companies. */
export const foundersOf = (form: ApplicationForm): string[] => [
  ...pointersOf([headOf(form), ...(form.shareholders ?? []).map(({ person }) => person)]),
  ...(form.shareholders ?? []).flatMap(({ company }, at) =>
    company ? [`/shareholders/${at}/company`] : [],
  ),
];

/** Whether an entry holds on a day, or a term in law that begins with it does. */
export const holdsOn = (
  { from, until = '9999-12-31' }: Pick<Listed, 'from' | 'until'>,
  on: LegalDate,
  years?: number,
): boolean => from <= on && on <= until && (years === undefined || on <= yearsLater(from, years));

interface Asked {
  readonly list: List;
  /** JSON Pointers of whom the rule is about */
  readonly of: readonly string[];
  /** what an entry that holds comes to, where it comes to anything */
  readonly fault: (entry: Listed) => Omit<Fault, 'pointer'> | undefined;
  /** years of the bar by ground, where the law sets its term */
  readonly years?: Readonly<Record<string, number>>;
}

/**
 * What a list holds on the day of the decision against those whom a rule is about. Nothing is said
 * where lists were not looked into, or where nobody is there to look for.
 */
export function checkList(
  { listed, decidedOn }: ReviewFacts,
  { list, of, fault, years }: Asked,
): Check {
  if (!listed || of.length === 0) return NOT_APPLICABLE;
  const faults = listed
    .filter((it) => it.list === list && of.includes(it.pointer))
    .filter((it) => holdsOn(it, decidedOn, years?.[it.ground]))
    .flatMap((it) => {
      const found = fault(it);
      return found ? [{ pointer: it.pointer, ...found }] : [];
    });
  return breachedBy(faults);
}
