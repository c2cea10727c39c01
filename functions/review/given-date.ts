import { LegalDate } from '../shared/calendar.ts';

/** The date that stands in a field, where it is one; a text that is no date is told by CO-01. */
export const givenDate = (text: string | undefined): LegalDate | undefined =>
  text === undefined ? undefined : LegalDate.safeParse(text).data;
