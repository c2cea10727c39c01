import * as z from 'zod';
import { REFUSALS } from '../e-licence/refusal.ts';
import {
  KeptNotice,
  NoticeHead,
  NoticeKind,
  NoticeLanguage,
  NoticeText,
} from '../notice/notice.ts';
import { PersonalPage } from '../notice/personal-page.ts';
import { Instant, LegalDate } from '../shared/calendar.ts';
import { DisclosureListView } from './disclosure.ts';
import { ListQuery } from './list-query.ts';
import type { RouteTable } from './route.ts';

const audiences = ['applicant', 'agent'] as const;

/** The reader's language; absent = the one that `Accept-Language` asks for. */
const query = z.object({ language: NoticeLanguage.optional() });

const Served = z.strictObject(KeptNotice.shape.served.pick({ at: true, to: true }).shape);

const NoticeListView = z.strictObject({
  notices: z.array(
    z.strictObject({
      number: z.string(),
      kind: NoticeKind,
      attempt: NoticeHead.shape.attempt,
      date: LegalDate,
      /** absent = not read yet */
      served: Served.optional(),
    }),
  ),
});

const NoticeView = z.strictObject({
  /** what is signed; of the texts and the personal page, the digests */
  head: NoticeHead,
  /** the one in simplified Chinese, which counts, and the reader's own */
  texts: z.strictObject({
    'zh-Hans': NoticeText,
    'zh-Hant': NoticeText.optional(),
    en: NoticeText.optional(),
  }),
  /** names, numbers, residences, telephones: apart from the notice */
  personalPage: z.strictObject({ ...PersonalPage.shape, salt: z.string() }),
  jws: z.string(),
  served: Served,
  /** REFUSAL, CORRECTION_ORDER: last days of reconsideration and suit, from the service */
  remedies: z.strictObject({ reconsideration: LegalDate, suit: LegalDate }).optional(),
});
export type NoticeView = z.infer<typeof NoticeView>;

const VerdictView = z.strictObject({
  valid: z.boolean(),
  /** why it is not */
  reason: z.enum(REFUSALS).optional(),
  head: NoticeHead.optional(),
  signedAt: Instant.optional(),
  /** of the text that was shown: its language, or OTHER where it is not this notice's */
  text: z.union([NoticeLanguage, z.literal('OTHER')]).optional(),
});

const PromisesView = z.strictObject({
  version: z.string(),
  from: LegalDate,
  promises: z.array(
    z.strictObject({
      /** member of the form */
      pointer: z.string(),
      zh: z.string(),
      en: z.string(),
      replaces: z.enum(['PREMISES_PROOF', 'BENEFICIAL_OWNERS']).optional(),
      underConfirmationOnly: z.literal(true).optional(),
    }),
  ),
});

/** Notices of one's own applications, who received their data, and what anybody may ask of a notice that he holds. */
export const NOTICE_ROUTES = {
  listNotices: {
    method: 'GET',
    path: '/v1/applications/{id}/notices',
    audiences,
    summary: {
      zh: '一件申请的全部文书，先发生的在前；列表不视为送达。',
      en: 'All notices of an application, the first one first. To list them is no service.',
    },
    answers: { 200: NoticeListView },
  },
  readNotice: {
    method: 'GET',
    path: '/v1/applications/{id}/notices/{number}',
    audiences,
    summary: {
      zh: '一份文书，连同签名与个人信息页；首次读取视为送达。',
      en: 'One notice with its signature and personal page. The first reading is its service.',
    },
    query,
    answers: { 200: NoticeView },
  },
  readNoticePage: {
    method: 'GET',
    path: '/v1/applications/{id}/notices/{number}/page',
    audiences,
    summary: { zh: '文书正文，供打印。', en: 'The notice to print, without its personal page.' },
    query,
    answers: { 200: z.string() },
    media: 'text/html',
  },
  readPersonalPage: {
    method: 'GET',
    path: '/v1/applications/{id}/notices/{number}/personal-page',
    audiences,
    summary: { zh: '文书的个人信息页，供打印。', en: 'The personal page of a notice, to print.' },
    query,
    answers: { 200: z.string() },
    media: 'text/html',
  },
  listDisclosures: {
    method: 'GET',
    path: '/v1/applications/{id}/disclosures',
    audiences,
    summary: {
      zh: '谁收到了本件申请的信息：何时、何人、何种信息、为何目的、有何依据，新的在前（个人信息保护法第23、44、45条）。',
      en: 'Who received data of this application: when, which data, for what purpose and by which law, newest first.',
    },
    query: ListQuery,
    answers: { 200: DisclosureListView },
  },
  verifyNotice: {
    method: 'POST',
    path: '/v1/notices/verification',
    audiences: [],
    summary: {
      zh: '查验文书是否由本系统签发、正文是否一致。',
      en: 'Whether a notice is ours, and whether a text is its own.',
    },
    body: z.strictObject({ jws: z.string().max(8_192), text: NoticeText.optional() }),
    answers: { 200: VerdictView },
  },
  readPromises: {
    method: 'GET',
    path: '/v1/promises',
    audiences: [],
    summary: {
      zh: '现行承诺文本及其版本。',
      en: 'The texts of promises in force, and their version.',
    },
    answers: { 200: PromisesView },
  },
} as const satisfies RouteTable;
