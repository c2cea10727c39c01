import * as z from 'zod';
import { Instant, type LegalDate } from '../shared/calendar.ts';
import { endOfLegalDate, legalDateOf, monthsLater } from '../shared/days.ts';
import { ApplicationId, Attempt } from '../shared/ids.ts';
import { type Calendar, workingDaysLater } from '../shared/working-days.ts';

/** Working days until an application to annul is accepted or not (实施细则 art. 52). */
const ACCEPTED_WITHIN = 3;
/** Months of the inquiry, and once more with the approval of the registrar's head (same article). */
const INQUIRY_MONTHS = 3;
/** Days of public notice where the parties cannot be reached or do not cooperate (same article). */
const NOTICE_DAYS = 45;

/** The application's own ULID, and which of its persons: so that each opens one for each business. */
export const InquiryId = z.string().regex(/^in_[0-9A-HJKMNP-TV-Z]{26}-[1-9]\d{0,2}$/);
export type InquiryId = z.infer<typeof InquiryId>;

/** @param nth from 1: which of the persons of the form that was registered */
export const inquiryOfPerson = (applicationId: ApplicationId, nth: number): InquiryId =>
  `in_${applicationId.slice('ap_'.length)}-${nth}`;

/** Beyond the persons of any form: inquiries that a check after the event opens, by its number. */
const BY_CHECK = 900;

export const inquiryOfCheck = (applicationId: ApplicationId, check: number): InquiryId =>
  `in_${applicationId.slice('ap_'.length)}-${BY_CHECK + check}`;

/** What an official does in an inquiry; each act has its reason. */
export const InquiryAct = z.enum([
  /** 受理 or 不予受理 */
  'ACCEPT',
  'DECLINE',
  /** three months more; the registrar's head only */
  'EXTEND',
  /** 公示: the parties cannot be reached */
  'GIVE_NOTICE',
  /** 撤销 takes two: one proposes, another agrees or does not */
  'PROPOSE_ANNULMENT',
  'CONFIRM_ANNULMENT',
  'DISAGREE',
  /** 不予撤销 (条例 art. 41 among its grounds) */
  'REJECT',
]);
export type InquiryAct = z.infer<typeof InquiryAct>;

const InquiryState = z.enum([
  'FILED',
  'DECLINED',
  'ACCEPTED',
  'NOTICE',
  'PROPOSED',
  'UPHELD',
  'REJECTED',
]);

/** An inquiry into a registration that a person named in it denies (条例 art. 40, 实施细则 art. 51–53). */
export const Inquiry = z.object({
  schemaVersion: z.literal(1),
  id: InquiryId,
  uscc: z.string(),
  applicationId: ApplicationId,
  attempt: Attempt,
  /** division of the registrar whose officials decide it */
  registrar: z.string(),
  /** key into the form's `people`: who denies it */
  person: z.string().optional(),
  statement: z.string().optional(),
  /** the identity provider's word that it was she */
  assertion: z.string().optional(),
  /** number of the check after the event that found ground for it, where no person denied it */
  check: z.int().optional(),
  state: InquiryState,
  version: z.int().min(1),
  openedAt: Instant,
  /** by when the next step is due */
  due: Instant,
  extended: z.boolean().optional(),
  /** end of the public notice */
  noticeUntil: Instant.optional(),
  /** what officials did, in order */
  acts: z.array(z.object({ act: InquiryAct, by: z.string(), at: Instant, reason: z.string() })),
});
export type Inquiry = z.infer<typeof Inquiry>;

/** One line of a registrar's list, as the index shows it. */
export type ListedInquiry = Pick<Inquiry, 'id' | 'uscc' | 'due'>;

const CLOSED: readonly Inquiry['state'][] = ['DECLINED', 'UPHELD', 'REJECTED'];
export const isClosed = ({ state }: Inquiry): boolean => CLOSED.includes(state);

const endOf = (date: LegalDate): string => new Date(endOfLegalDate(date)).toISOString();
const monthsAfter = (moment: string): string =>
  endOf(monthsLater(legalDateOf(Date.parse(moment) - 1), INQUIRY_MONTHS));

/** An inquiry as it begins: to be accepted or declined within three working days. */
export const openedInquiry = (
  of: Pick<
    Inquiry,
    | 'id'
    | 'uscc'
    | 'applicationId'
    | 'attempt'
    | 'registrar'
    | 'person'
    | 'statement'
    | 'assertion'
    | 'check'
  >,
  at: string,
  calendar?: Calendar,
): Inquiry => ({
  schemaVersion: 1,
  ...of,
  state: 'FILED',
  version: 1,
  openedAt: at,
  due: endOf(workingDaysLater(legalDateOf(at), ACCEPTED_WITHIN, calendar).date),
  acts: [],
});

/** From which states each act leads to which; an act that is not open in a state is not done. */
const ACTS: Readonly<
  Record<InquiryAct, { readonly from: readonly Inquiry['state'][]; readonly to?: Inquiry['state'] }>
> = {
  ACCEPT: { from: ['FILED'], to: 'ACCEPTED' },
  DECLINE: { from: ['FILED'], to: 'DECLINED' },
  EXTEND: { from: ['ACCEPTED', 'NOTICE'] },
  GIVE_NOTICE: { from: ['ACCEPTED'], to: 'NOTICE' },
  PROPOSE_ANNULMENT: { from: ['ACCEPTED', 'NOTICE'], to: 'PROPOSED' },
  CONFIRM_ANNULMENT: { from: ['PROPOSED'], to: 'UPHELD' },
  DISAGREE: { from: ['PROPOSED'], to: 'ACCEPTED' },
  REJECT: { from: ['ACCEPTED', 'NOTICE'], to: 'REJECTED' },
};

export type ActRefusal = 'NOT_NOW' | 'ANOTHER_OFFICIAL' | 'HEAD_ONLY';

/**
 * The inquiry after an official's act, or why he may not do it now: an annulment is never confirmed
 * (nor turned down) by who proposed it, an extension comes once, in time and from the registrar's head,
 * and nothing is proposed before the public notice is over.
 */
export function afterAct(
  inquiry: Inquiry,
  { act, by, at, reason }: Inquiry['acts'][number],
  isHead: boolean,
): { readonly next: Inquiry } | { readonly refused: ActRefusal } {
  const { state, acts, due, version } = inquiry;
  const { from, to = state } = ACTS[act];
  if (!from.includes(state)) return { refused: 'NOT_NOW' };
  const proposer = acts.findLast((it) => it.act === 'PROPOSE_ANNULMENT')?.by;
  if (state === 'PROPOSED' && proposer === by) return { refused: 'ANOTHER_OFFICIAL' };
  if (act === 'EXTEND' && !isHead) return { refused: 'HEAD_ONLY' };
  if (act === 'EXTEND' && (inquiry.extended || at >= due)) return { refused: 'NOT_NOW' };
  const underNotice = inquiry.noticeUntil !== undefined && at < inquiry.noticeUntil;
  if (act === 'PROPOSE_ANNULMENT' && underNotice) return { refused: 'NOT_NOW' };
  return {
    next: {
      ...inquiry,
      state: to,
      version: version + 1,
      acts: [...acts, { act, by, at, reason }],
      ...(act === 'ACCEPT' && { due: monthsAfter(endOf(legalDateOf(at))) }),
      ...(act === 'EXTEND' && { due: monthsAfter(due), extended: true }),
      ...(act === 'GIVE_NOTICE' && {
        noticeUntil: new Date(
          endOfLegalDate(legalDateOf(at)) + NOTICE_DAYS * 86_400_000,
        ).toISOString(),
      }),
    },
  };
}
