import * as z from 'zod';
import type { RouteTable } from './route.ts';

const share = z.number().min(0).max(1);

const Agreement = z.strictObject({
  /** absent = approvals as a whole, as second readings found them */
  rule: z.string().optional(),
  version: z.int().optional(),
  /** what the rule asked for */
  consequence: z.string().optional(),
  /** how often persons judged as it did, of how many that they judged */
  agreed: z.int(),
  of: z.int(),
  /** 95 %, Wilson */
  lower: share,
  upper: share,
  /** what the lower bound must reach once `atLeast` were judged; absent = it only asks for a person */
  target: z.strictObject({ share, atLeast: z.int() }).optional(),
  /** it does not: a rule has turned itself to REFER for it */
  weak: z.boolean(),
});

export const ReviewQualityView = z.strictObject({
  /** weeks that are counted, the running one first */
  weeks: z.array(z.string()),
  agreement: z.array(Agreement),
  /** of automatic approvals that persons read again */
  sampling: z.strictObject({
    /** where no agent's class, whitelist or credit class says otherwise */
    share,
    firstOfRelease: z.int(),
    /** approvals in these weeks, and how many were read again so far */
    approvals: z.int(),
    read: z.int(),
  }),
  /** rules and lanes that officials decide instead of the machine, for all registrars */
  switchedOff: z.strictObject({
    rules: z.array(z.string()).readonly(),
    lanes: z.array(z.string()).readonly(),
  }),
});
export type ReviewQualityView = z.infer<typeof ReviewQualityView>;

/** How well the automatic review judges, for those who answer for it. */
export const MEASURE_ROUTES = {
  readReviewQuality: {
    method: 'GET',
    path: '/v1/review-quality',
    audiences: ['official'],
    summary: {
      zh: '自动审核质量：审核人员与各规则、与自动登记的一致率及其区间，抽查比例，已停用的规则。',
      en: 'Agreement of persons with each rule and with automatic approvals, with its interval; shares read again; what is switched off.',
    },
    answers: { 200: ReviewQualityView },
  },
} as const satisfies RouteTable;
