import * as z from 'zod';
import { Instant, LegalDate } from '../shared/calendar.ts';
import { InquiryId } from './inquiry.ts';

/**
 * Checks after the event (事后核查) of what was confirmed on the applicant's word. A business is
 * registered in full at once; a check never decides on its application again.
 */
const RiskClass = z.enum(['HIGH', 'MEDIUM', 'LOW']);
export type RiskClass = z.infer<typeof RiskClass>;

/** The check that a business has before it; none where the register item has none. */
export const DueCheck = z.object({ class: RiskClass, due: LegalDate });
export type DueCheck = z.infer<typeof DueCheck>;

/** What an official found: in order; an order to correct within a term; or ground for annulment (撤销, 条例 art. 40), which an inquiry decides. */
export const CheckFinding = z.discriminatedUnion('result', [
  z.strictObject({ result: z.literal('IN_ORDER'), found: z.string().min(1).max(2000) }),
  z.strictObject({
    result: z.literal('CORRECTION'),
    found: z.string().min(1).max(2000),
    /** last day of the term */
    correctBy: LegalDate,
  }),
  z.strictObject({ result: z.literal('ANNULMENT'), found: z.string().min(1).max(2000) }),
]);
export type CheckFinding = z.infer<typeof CheckFinding>;

/** One check that was made: a record of its own, never changed. `number` counts from 1. */
export const PostCheck = z.object({
  schemaVersion: z.literal(1),
  uscc: z.string(),
  number: z.int().min(1),
  class: RiskClass,
  due: LegalDate,
  finding: CheckFinding,
  by: z.string(),
  at: Instant,
  /** ANNULMENT: the inquiry that it opened */
  inquiry: InquiryId.optional(),
});
export type PostCheck = z.infer<typeof PostCheck>;

/** What is due after a check: another one at the end of the term to correct; otherwise nothing. */
export const dueAfter = (check: PostCheck): DueCheck | undefined =>
  check.finding.result === 'CORRECTION'
    ? { class: check.class, due: check.finding.correctBy }
    : undefined;

/** A registrar's queue is spread, so that no batch of registrations makes one key of the index hot. */
export const CHECK_SHARDS = 16;

export const checkQueue = (registrar: string, shard: number): string =>
  `POST-CHECK#${registrar}#${shard}`;

/** Where a business stands in the queue: the soonest due first, each place its own. */
export const checkPlace = (uscc: string, { due }: DueCheck): string => `${due}#${uscc}`;

/** Index attributes of a business's item: only while a check is due. */
export const queuedCheck = ({
  uscc,
  registrar,
  serial,
  postCheck,
}: {
  readonly uscc: string;
  readonly registrar: string;
  readonly serial: number;
  readonly postCheck?: DueCheck;
}) =>
  postCheck
    ? {
        postCheckQueue: checkQueue(registrar, serial % CHECK_SHARDS),
        postCheckDue: checkPlace(uscc, postCheck),
      }
    : {};
