import type { Instant } from '../shared/calendar.ts';
import { legalDateOf } from '../shared/days.ts';
import type { Application } from './application.ts';

/**
 * How long an application waits for its people, in days: policy, not law [M]. Dated by the day on which
 * the waiting began, so that a change of policy shortens no time that runs already.
 */
const POLICIES = [
  {
    from: '2026-01-01',
    /** SIGNING: those who are missing are reminded so many days after it began */
    remindAfter: [3, 7],
    lapseAfter: { DRAFT: 90, SIGNING: 30, RETURNED: 30 },
  },
] as const;

const DAY_MS = 86_400_000;

/** What the clock does next about an application that waits for its people. */
export interface Look {
  readonly act: 'REMIND' | 'LAPSE';
  readonly at: Instant;
}

type Waiting = Pick<Application, 'state' | 'updatedAt' | 'signingSince' | 'reminders'>;

const later = (since: Instant, days: number): Instant =>
  new Date(Date.parse(since) + days * DAY_MS).toISOString();

const policyOf = (since: Instant) => {
  const day = legalDateOf(since);
  return POLICIES.findLast(({ from }) => from <= day) ?? POLICIES[0];
};

/**
 * A draft lapses a while after its last edit, a returned application after its return, one that waits
 * for signatures after it began to wait, however many came since. Undefined in every other state.
 */
export function nextLook(head: Waiting): Look | undefined {
  const { state, updatedAt } = head;
  if (state === 'DRAFT' || state === 'RETURNED')
    return { act: 'LAPSE', at: later(updatedAt, policyOf(updatedAt).lapseAfter[state]) };
  if (state !== 'SIGNING') return undefined;
  const since = head.signingSince ?? updatedAt;
  const { remindAfter, lapseAfter } = policyOf(since);
  const reminder = remindAfter[head.reminders ?? 0];
  return reminder === undefined
    ? { act: 'LAPSE', at: later(since, lapseAfter.SIGNING) }
    : { act: 'REMIND', at: later(since, reminder) };
}

/** Until when an application lapses if nothing comes; undefined where it does not wait. */
export function lapsesAt(head: Waiting): Instant | undefined {
  const reminded = { ...head, reminders: Number.POSITIVE_INFINITY };
  return nextLook(reminded)?.at;
}

/** How many reminders are due by a moment: after an outage, one stands for all that were missed. */
export function remindersDue(head: Waiting, now: Instant): number {
  const since = head.signingSince ?? head.updatedAt;
  return policyOf(since).remindAfter.filter((days) => later(since, days) <= now).length;
}
