import * as z from 'zod';
import { Instant, LegalDate } from '../shared/calendar.ts';
import { ApplicationId, Attempt } from '../shared/ids.ts';
import { PersonalPage } from './personal-page.ts';

/**
 * Kinds of notices (文书). RECEIPT 接收申请材料凭证, CORRECTIONS 一次性告知, EXTENSION 延期, REGISTRATION
 * 准予登记 or 登记确认, REFUSAL 不予登记 (实施细则 art. 18–19), TRANSFER 移送, WITHDRAWAL 撤回, LAPSE 失效,
 * REMINDER to sign, DENIAL: a person named says "not me", CORRECTION_ORDER 责令限期更正 after a check.
 */
export const NOTICE_KINDS = [
  'RECEIPT',
  'CORRECTIONS',
  'EXTENSION',
  'REGISTRATION',
  'REFUSAL',
  'TRANSFER',
  'WITHDRAWAL',
  'LAPSE',
  'REMINDER',
  'DENIAL',
  'CORRECTION_ORDER',
] as const;
export const NoticeKind = z.enum(NOTICE_KINDS);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** A notice is written in all of them; the first one counts. */
export const NOTICE_LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
export const NoticeLanguage = z.enum(NOTICE_LANGUAGES);
export type NoticeLanguage = z.infer<typeof NoticeLanguage>;

/** A notice as it is read, in one language. It names no person: that stands on its personal page. */
export const NoticeText = z.strictObject({
  title: z.string(),
  /** whom it is for, by the business applied for */
  addressee: z.string(),
  body: z.array(z.string()),
  /** numbered: what was received, what is to be corrected */
  items: z.array(z.strictObject({ heading: z.string(), lines: z.array(z.string()) })),
  /** what can be done against it, and until when */
  rights: z.array(z.string()),
  /** who signs it, and the day in words */
  signed: z.strictObject({ by: z.string(), on: z.string() }),
  /** which language counts */
  remark: z.string(),
});
export type NoticeText = z.infer<typeof NoticeText>;

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What is signed of a notice: what it is, and the digests of all that it says (RFC 8785, SHA-256). */
export const NoticeHead = z.strictObject({
  number: z.string(),
  kind: NoticeKind,
  applicationId: ApplicationId,
  attempt: Attempt,
  registrar: z.strictObject({ division: z.string(), name: z.string(), seal: z.string() }),
  /** the legal date of what it is about, which is its own */
  date: LegalDate,
  texts: z.strictObject({ 'zh-Hans': digest, 'zh-Hant': digest, en: digest }),
  /** of its personal page, salted: the notice can be shown without it */
  personal: digest,
});
export type NoticeHead = z.infer<typeof NoticeHead>;

/** A notice as it was signed and served (送达), once and for all, when it was first read. */
export const KeptNotice = z.object({
  schemaVersion: z.literal(1),
  head: NoticeHead,
  texts: z.object({ 'zh-Hans': NoticeText, 'zh-Hant': NoticeText, en: NoticeText }),
  /** of the personal page's digest */
  salt: z.string(),
  /** as it was, where the attempt may still be edited; otherwise it is made again from what was sent */
  personal: PersonalPage.optional(),
  /** the head as a JWT of type `notice+jwt`, ES256 */
  jws: z.string(),
  served: z.object({
    at: Instant,
    /** in which part the one stood who read it first, and who it was by his token */
    to: z.enum(['APPLICANT', 'AGENT']),
    by: z.string(),
  }),
});
export type KeptNotice = z.infer<typeof KeptNotice>;
