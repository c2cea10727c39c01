import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { calendarOn } from '../published/calendar-in-force.ts';
import { publishedData } from '../published/published.store.ts';
import type { Clock } from '../shared/calendar.ts';
import { type CaseClock, caseClock } from './case-clock.ts';

/** The clock by the holidays that officials have published, as far as this process knows. */
export function publishedClock(
  documents: DynamoDBDocumentClient,
  registerTable: string,
  now: Clock,
): () => Promise<CaseClock> {
  const published = publishedData(documents, registerTable, now);
  return async () => {
    const editions = await published();
    return caseClock((day) => calendarOn(editions, day));
  };
}
