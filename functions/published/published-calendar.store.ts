import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Clock } from '../shared/calendar.ts';
import { legalDateOf } from '../shared/days.ts';
import type { Calendar } from '../shared/working-days.ts';
import { calendarOn } from './calendar-in-force.ts';
import { publishedData } from './published.store.ts';

/** The calendar that counts today, by what this process knows to be published. */
export function publishedCalendar(
  documents: DynamoDBDocumentClient,
  table: string,
  now: Clock,
): () => Promise<Calendar> {
  const editions = publishedData(documents, table, now);
  return async () => calendarOn(await editions(), legalDateOf(now()));
}
