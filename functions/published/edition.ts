import * as z from 'zod';
import { StatisticalFigures } from '../registrar/statistical-figures.ts';
import { Bundle } from '../scope/bundle.ts';
import { Instant, LegalDate } from '../shared/calendar.ts';
import type { Json } from '../shared/canonical-json.ts';
import { endOfLegalDate } from '../shared/days.ts';
import { EditionId } from '../shared/ids.ts';
import { HolidayYear } from '../shared/working-days.ts';
import { ofWhat } from './item.ts';

/** From which lane an application comes: a form, or a row of an agent's file. */
export const Lane = z.enum(['ONLINE', 'BATCH']);
export type Lane = z.infer<typeof Lane>;

/** What is switched: one rule, or all automatic decisions of a lane. */
const Switched = z.union([
  z.strictObject({ rule: z.string().regex(/^[A-Z]{2}-\d{2}$/) }),
  z.strictObject({ lane: Lane }),
]);

const { from: _from, until: _until, ...bundle } = Bundle.shape;

/** A word at which a person looks first (条例 art. 20): in a name, or in what is asked for as business scope. */
export const StopWord = z.strictObject({
  word: z.string().regex(/^\S{2,40}$/u),
  ground: z.enum(['STATE_SECURITY', 'PUBLIC_INTEREST']),
});

/** What an edition says, whole: it replaces what was said of the same item before. */
export const Content = z.discriminatedUnion('kind', [
  /** statistical limits; no law sets them */
  z.strictObject({ kind: z.literal('LIMITS'), figures: StatisticalFigures }),
  /** a version of a bundle (常用关联性经营项目打包), or its end */
  z.strictObject({
    kind: z.literal('BUNDLE'),
    bundle: z.union([
      z.strictObject(bundle),
      z.strictObject({ id: bundle.id, ended: z.literal(true) }),
    ]),
  }),
  /** the holidays of one year */
  z.strictObject({ kind: z.literal('CALENDAR'), calendar: HolidayYear }),
  /** the words of rule RC-04 */
  z.strictObject({ kind: z.literal('STOP_LIST'), words: z.array(StopWord).max(500) }),
  /** a rule or a lane, switched off (a person decides instead) or on again */
  z.strictObject({ kind: z.literal('SWITCHES'), of: Switched, on: z.boolean() }),
]);
export type Content = z.infer<typeof Content>;

export const KINDS = ['LIMITS', 'BUNDLE', 'CALENDAR', 'STOP_LIST', 'SWITCHES'] as const;

/** What is proposed. */
export const Proposal = z.strictObject({
  content: Content,
  /** division of the registrar that it is for; absent = all */
  registrar: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  /** the first day on which it counts, from midnight in Asia/Shanghai; a switch has none and takes effect at once */
  from: LegalDate.optional(),
  reason: z.string().min(1).max(2000),
});
export type Proposal = z.infer<typeof Proposal>;

/**
 * One edition of dated data: proposed by one official, confirmed by another, never changed after.
 * It goes before what was released with this system, until the next edition of the same item begins.
 * A switch that turns off is confirmed as it is made.
 */
export const Edition = z.object({
  schemaVersion: z.literal(1),
  id: EditionId,
  state: z.enum(['PROPOSED', 'CONFIRMED', 'WITHDRAWN']),
  version: z.int().min(1),
  ...Proposal.shape,
  /** SHA-256 of content, registrar and first day in canonical JSON (RFC 8785), hexadecimal */
  digest: z.string(),
  /** token subjects */
  proposedBy: z.string(),
  proposedAt: Instant,
  confirmedBy: z.string().optional(),
  confirmedAt: Instant.optional(),
  withdrawnBy: z.string().optional(),
  withdrawnAt: Instant.optional(),
});
export type Edition = z.infer<typeof Edition>;

/** What the digest of an edition is over: all that has effect. */
export const effectOf = ({
  content,
  registrar,
  from,
}: Pick<Edition, 'content' | 'registrar' | 'from'>): Json =>
  JSON.parse(JSON.stringify({ content, registrar, from }));

/** By what editions follow one another: kind, what it is of, and for whom. */
export function itemOf({ content, registrar = 'ALL' }: Pick<Edition, 'content' | 'registrar'>) {
  return [content.kind, ofWhat(content), registrar].join('#');
}

const DAY_MS = 86_400_000;

/** The moment at which a first day begins: midnight in Shanghai, in milliseconds since the epoch. */
export const beginOf = (day: LegalDate): number => endOfLegalDate(day) - DAY_MS;
