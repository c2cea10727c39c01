/** What every business has to think of once it is registered, whatever it sells. */
type DutyName =
  | 'TAX'
  | 'HOUSING'
  | 'YEARLY'
  | 'YEARLY_OF_INDIVIDUAL'
  | 'SOCIAL'
  | 'BANK'
  | 'BANK_OF_COMPANY'
  | 'SEAL'
  | 'OWNERS';

export interface StandingDuty {
  readonly name: DutyName;
  /** CASE: when it comes to what the duty's text says. OPTIONAL: nobody must */
  readonly need: 'MUST' | 'CASE' | 'OPTIONAL';
  /** the first day on which it can be done, where that is not at once */
  readonly from?: string;
  /** the last day */
  readonly until?: string;
}

const DAY_MS = 86_400_000;

/** The day of the event is not counted (Civil Code art. 201). */
const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/**
 * The standing duties of a business: those that have a last day first, in the order of their days.
 *
 * From memory, to be confirmed before it binds anybody [M]: tax collection law art. 15, housing fund
 * regulations art. 14, enterprise information regulations art. 8, social insurance law art. 57 and 58.
 *
 * An individual business is no employer under the regulations on the housing fund (art. 2), and files no
 * beneficial owners. A company has filed them with its registration; afterwards it files what changes.
 *
 * @param type of the form
 * @param licensed legal day of the licence
 */
export function standingDuties(type: string | undefined, licensed: string): StandingDuty[] {
  const isCompany = type === 'LIMITED_COMPANY';
  const isIndividual = type === 'INDIVIDUAL_BUSINESS';
  const within30 = daysAfter(licensed, 30);
  const next = Number(licensed.slice(0, 4)) + 1;
  const byNeed = isIndividual ? 'OPTIONAL' : 'CASE';
  return [
    { name: 'TAX', need: 'MUST', until: within30 },
    ...(isIndividual ? [] : [{ name: 'HOUSING', need: 'MUST', until: within30 } as const]),
    {
      name: isIndividual ? 'YEARLY_OF_INDIVIDUAL' : 'YEARLY',
      need: 'MUST',
      from: `${next}-01-01`,
      until: `${next}-06-30`,
    },
    { name: 'SOCIAL', need: 'CASE' },
    ...(isCompany ? [{ name: 'OWNERS', need: 'CASE' } as const] : []),
    { name: isCompany ? 'BANK_OF_COMPANY' : 'BANK', need: byNeed },
    { name: 'SEAL', need: byNeed },
  ];
}
