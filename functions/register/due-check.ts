import type { ApplicationForm } from '../application/form.ts';
import { basisOf } from '../registrar/confirmation.ts';
import type { BundleOn } from '../scope/bundle.ts';
import { chooseScope } from '../scope/chosen-scope.ts';
import type { LegalDate } from '../shared/calendar.ts';
import { monthsLater } from '../shared/days.ts';
import type { DueCheck, RiskClass } from './post-check.ts';

interface Policy {
  readonly from: LegalDate;
  /** last day on which what is registered falls under it; absent = until further notice */
  readonly until?: LegalDate;
  /** calendar months from registration */
  readonly months: Readonly<Record<RiskClass, number>>;
  /** LOW: one of how many is checked, drawn by the number of its code (双随机 by statistics, not by suspicion) */
  readonly oneOf: number;
}

/** Which businesses are checked and when: policy, [M]; 南沙's own classes and terms replace it. */
const POST_CHECK_POLICY: readonly Policy[] = [
  { from: '2024-04-01', months: { HIGH: 1, MEDIUM: 3, LOW: 6 }, oneOf: 20 },
];

/**
 * HIGH: an item that needs a permit, or that approval must precede. MEDIUM: the address stands on a
 * promise, or an item is lawful at a host's address only by the promise of nothing bound to premises.
 * LOW: everything else.
 */
function riskOf(
  { scope, premises }: ApplicationForm,
  submittedOn: LegalDate,
  bundleOn?: BundleOn,
): RiskClass {
  const { items } = chooseScope(scope, submittedOn, bundleOn);
  if (items.some(({ kind, preApproval }) => kind === 'licensed' || preApproval)) return 'HIGH';
  const promised =
    premises?.kind === 'CLUSTER'
      ? items.some(({ cluster }) => cluster === 'depends')
      : premises?.proof === 'PROMISE';
  return promised ? 'MEDIUM' : 'LOW';
}

/** What a registration leaves to be said of the check that follows. */
export interface Confirmed {
  readonly division: string;
  /** the number of its code within the division */
  readonly serial: number;
  readonly submittedOn: LegalDate;
  readonly registeredOn: LegalDate;
  /** finds bundles, where others may have been published than those of the release */
  readonly bundleOn?: BundleOn;
}

/** The check that is due after a registration, where the registrar confirms and the policy asks for one. */
export function dueCheckOf(
  form: ApplicationForm,
  { division, serial, submittedOn, registeredOn, bundleOn }: Confirmed,
): DueCheck | undefined {
  const policy = POST_CHECK_POLICY.find(
    ({ from, until = '9999-12-31' }) => from <= registeredOn && registeredOn <= until,
  );
  if (!policy || basisOf(division, submittedOn) !== 'CONFIRMED') return undefined;
  const risk = riskOf(form, submittedOn, bundleOn);
  if (risk === 'LOW' && serial % policy.oneOf !== 0) return undefined;
  return { class: risk, due: monthsLater(registeredOn, policy.months[risk]) };
}
