import * as z from 'zod';
import { RANKS } from '../registrar/favour-policy.ts';

const share = z.number().min(0).max(1);
const count = z.int().min(0);

const Figures = z.strictObject({
  /** attempts that the automatic review decided, each once */
  decided: count,
  /** shares of these: approved by the machine alone, returned by it, referred to a person */
  automatic: share,
  returned: share,
  referred: share,
  /** cases that officials decided */
  byPersons: count,
  /** of the cases in which the machine had proposed something: decided otherwise; absent where they are too few */
  overridden: share.optional(),
  /** approvals that a person read again, and the share in which he agreed; absent where they are too few */
  secondReadings: count,
  agreed: share.optional(),
  /** seconds from submission to the machine's decision, or to when an official's took effect; lanes with too few are left out */
  times: z.array(
    z.strictObject({
      lane: z.enum(['SINGLE', 'BATCH']),
      by: z.enum(['MACHINE', 'PERSON']),
      count,
      p50: z.number(),
      p90: z.number(),
      p99: z.number(),
    }),
  ),
  /** how many stood before or behind others in the queue: whitelist and referrals, credit-risk class */
  ranks: z.partialRecord(z.enum(RANKS), count).optional(),
});

export const StatisticsView = z.strictObject({
  /** how far a time told lies from the one measured, at most */
  precision: z.number(),
  weeks: z.array(
    z.strictObject({
      /** ISO 8601, by the legal dates of Asia/Shanghai */
      week: z.string(),
      from: z.iso.date(),
      to: z.iso.date(),
      /** it is not over: told as a whole only */
      running: z.literal(true).optional(),
      /** absent where too few were decided to be told */
      all: Figures.optional(),
      /** by bundle (`NONE`: items only, `OTHER`: none that exists); several together where one stands for too few */
      bundles: z.array(z.strictObject({ bundles: z.array(z.string()), ...Figures.shape })),
    }),
  ),
});
