import * as z from 'zod';
import { Verdict } from '../application/decision.ts';
import { Instant } from '../shared/calendar.ts';
import type { RouteTable } from './route.ts';

/** Verdicts that would be others, or the same with other findings. */
const Changes = z.array(z.strictObject({ from: Verdict, to: Verdict, count: z.int() }));

export const ShadowView = z.strictObject({
  /** digest of the release that runs in shadow */
  hash: z.string(),
  /** name of its rule set */
  id: z.string(),
  /** moment up to which decisions are in it */
  through: Instant,
  /** automatic decisions over which it was run */
  decisions: z.int(),
  /** decisions that came faster than it was run, and are not in it */
  leftOut: z.int(),
  /** decisions on which its code failed */
  failed: z.int(),
  /** decisions of which the verdict or a finding would be another */
  changes: Changes,
  /** rules that find otherwise, each with the decisions of which that is so */
  rules: z.array(
    z.strictObject({
      rule: z.string(),
      changes: Changes,
      /** some of the applications: at most 20 */
      applications: z.array(z.string()),
    }),
  ),
});
export type ShadowView = z.infer<typeof ShadowView>;

/** Releases of the rule set, for those who answer for what they decide. */
export const RULE_SET_ROUTES = {
  readShadow: {
    method: 'GET',
    path: '/v1/rule-sets/{hash}/shadow',
    audiences: ['official'],
    summary: {
      zh: '影子运行：候选规则集对已作出的自动审核决定会有哪些不同，按规则列出。',
      en: 'What a candidate rule set, run beside the one in force, would have decided otherwise, rule by rule.',
    },
    answers: { 200: ShadowView },
  },
} as const satisfies RouteTable;
