import * as z from 'zod';
import { Instant } from '../shared/calendar.ts';
import type { Application, SentAttempt } from './application.ts';

/** A person named in an attempt says that she has nothing to do with it (被冒用): kept beside the attempt, for ever. */
export const Denial = z.object({
  schemaVersion: z.literal(1),
  /** key into `form.people` */
  person: z.string(),
  at: Instant,
  /** in her own words */
  statement: z.string().optional(),
  /** the identity provider's word that it was she */
  assertion: z.string(),
});
export type Denial = z.infer<typeof Denial>;

const PART = '#DENIAL#';
/** @param nth above 1 where others denied under this key, before an edit gave it to another person */
export const denialPart = (person: string, nth = 1): string =>
  nth === 1 ? `${PART}${person}` : `${PART}${person}#${nth}`;

/** The denials of an attempt's stored parts. */
export const denialsIn = (parts: ReadonlyMap<string, unknown>): readonly Denial[] =>
  [...parts].filter(([part]) => part.startsWith(PART)).map(([, kept]) => Denial.parse(kept));

/** The keys under which a form names the person of this keyed hash, in alphabetical order. */
export const keysOf = ({ persons = {} }: Pick<SentAttempt, 'persons'>, person: string): string[] =>
  Object.keys(persons)
    .filter((key) => persons[key] === person)
    .sort();

/**
 * The people of this form, by key, who have denied the application in whatever attempt. A form that
 * names none of them any more is nobody's to deny.
 */
export const deniedBy = (
  { denied = [] }: Pick<Application, 'denied'>,
  sent: Pick<SentAttempt, 'persons'>,
): string[] => denied.flatMap((person) => keysOf(sent, person)).sort();
