import * as z from 'zod';
import { Instant } from '../shared/calendar.ts';
import type { Json } from '../shared/canonical-json.ts';
import { digestOf } from '../shared/digest.ts';
import { Attempt } from '../shared/ids.ts';
import { ApplicationState } from './lifecycle.ts';

/**
 * One event of an application's history. Events are chained by digest, and what an event is about
 * enters only as a salted digest: erasing the subject (and its salt) leaves the chain whole.
 */
export const HistoryEvent = z.object({
  seq: z.int().min(1),
  at: Instant,
  attempt: Attempt,
  from: ApplicationState.optional(),
  to: ApplicationState,
  /** who did it: a token subject, or a machine's name */
  by: z.string(),
  /** gone once the subject is erased; the chain does not cover it */
  salt: z.string().optional(),
  subject: z.string(),
  previous: z.string(),
  digest: z.string(),
});
export type HistoryEvent = z.infer<typeof HistoryEvent>;

/** Before the first event there is nothing. */
export const NO_HISTORY = '0'.repeat(64);

/** The next link of the chain. `subject` is what the event is about: the form, a decision, a licence. */
export async function nextEvent(
  {
    salt,
    ...event
  }: Pick<HistoryEvent, 'seq' | 'at' | 'attempt' | 'from' | 'to' | 'by' | 'previous'> & {
    salt: string;
  },
  subject: Json,
): Promise<HistoryEvent> {
  const told = { ...event, subject: await digestOf([salt, subject]) };
  return { ...told, salt, digest: await digestOf(told) };
}

/**
 * The first event whose digest or link does not hold, or undefined where the whole chain does. That
 * the last events are there, only the head of the application tells.
 */
export async function brokenLink(events: readonly HistoryEvent[]): Promise<number | undefined> {
  let previous = NO_HISTORY;
  for (const [index, { digest, salt: _salt, ...told }] of events.entries()) {
    const whole =
      told.seq === index + 1 && told.previous === previous && digest === (await digestOf(told));
    if (!whole) return index + 1;
    previous = digest;
  }
  return undefined;
}
