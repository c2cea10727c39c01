import type { Case } from '../application/case.ts';
import { endOfLegalDate, legalDateOf } from '../shared/days.ts';
import type { AttemptTask } from '../shared/ids.ts';
import { heldNow } from './decide.ts';

/** One line of a queue, as the index shows it: it may be a moment behind, so it decides nothing. */
export interface QueuedCase extends Pick<Case, 'due' | 'escalations' | 'holder' | 'leaseUntil'> {
  readonly task: AttemptTask;
  /** see application/queue-order.ts */
  readonly order: string;
}

/** A page of a queue; `next` is where it goes on, behind the last line that was looked at. */
export interface QueuePage {
  readonly cases: readonly QueuedCase[];
  readonly next?: Pick<QueuedCase, 'task' | 'order'>;
}

/** How a registrar's queue stands, for one official. */
interface QueueCounts {
  /** nobody holds them */
  readonly waiting: number;
  /** somebody holds them, this official among others */
  readonly held: number;
  readonly mine: number;
  /** the clock runs out at the end of this day */
  readonly dueToday: number;
  /** the clock ran out, whether they were escalated yet or not */
  readonly overdue: number;
}

export function queueCounts(
  cases: readonly QueuedCase[],
  official: string,
  now: number,
): QueueCounts {
  const endOfToday = endOfLegalDate(legalDateOf(now));
  const held = cases.filter((it) => heldNow(it, now));
  const late = cases.filter((it) => it.escalations > 0 || Date.parse(it.due) <= now);
  return {
    waiting: cases.length - held.length,
    held: held.length,
    mine: held.filter(({ holder }) => holder === official).length,
    dueToday: cases.filter((it) => !late.includes(it) && Date.parse(it.due) <= endOfToday).length,
    overdue: late.length,
  };
}

/**
 * Cases that an official may be given, the first first: as they stand in the queue, but of those whose
 * clocks end together the escalated first and then those of which he is the named officer (服务专员).
 * What waits for a second official is left for him.
 */
export function inTurn(cases: readonly Case[], official: string, now: number): readonly Case[] {
  const place = ({ escalations, favour }: Case): number =>
    escalations > 0 ? 0 : favour?.officer === official ? 1 : 2;
  return cases
    .filter((it) => it.state === 'OPEN' && !it.proposal && !heldNow(it, now))
    .toSorted((a, b) => Date.parse(a.due) - Date.parse(b.due) || place(a) - place(b));
}
