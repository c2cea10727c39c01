import * as z from 'zod';
import { brokenLink, HistoryEvent } from '../application/history.ts';
import type { Checked } from './checked.ts';
import type { Sections } from './defence-file.ts';
import { toldEvent } from './told-event.ts';

/** The chain from the first event to the last that the head names, and what each event was about. */
export async function checkHistory(sections: Sections): Promise<Checked[]> {
  const { data: events } = z.array(HistoryEvent).safeParse(sections.history);
  if (!events) return [{ holds: false, says: 'The history cannot be read.' }];
  const broken = await brokenLink(events);
  const { events: count, historyHead } = sections.application;
  const whole = events.length === count && events.at(-1)?.digest === historyHead;
  const told = await Promise.all(
    events.map(async (event) => ({ event, told: await toldEvent(event, sections) })),
  );
  const others = told.filter((it) => it.told === 'OTHER');
  const known = told.filter((it) => it.told === 'TOLD').length;
  return [
    {
      holds: broken === undefined && whole,
      says:
        broken !== undefined
          ? `The history is broken at event ${broken}.`
          : whole
            ? `The history is whole: ${count} events, each linked to the one before.`
            : 'The history does not end where the application says.',
    },
    {
      holds: others.length === 0,
      says:
        others.length === 0
          ? `What ${known} of the ${events.length} events were about is in the file, by their digests${known < events.length ? '; the rest were drafts, or are erased' : ''}.`
          : `The data of ${others.map(({ event: { seq, to } }) => `event ${seq} (${to})`).join(', ')} are not those of the history.`,
    },
  ];
}
