import * as z from 'zod';
import { CaseId } from '../shared/ids.ts';
import { CaseListView, reason, registrar } from './official.routes.ts';
import { PROBLEMS } from './problems.ts';
import type { RouteTable } from './route.ts';

const audiences = ['official'] as const;

const RuleId = z.string().regex(/^[A-Z]{2}-\d{2}$/);
const count = z.int().min(0);

const ReasonView = z.strictObject({
  id: z.string(),
  outcome: z.enum(['REGISTER', 'RETURN', 'REFUSE']),
  /** findings that it answers; empty = any */
  rules: z.array(z.string()).readonly(),
  /** provisions, e.g. 《公司法》第47条 */
  basis: z.array(z.string()).readonly(),
  /** as the applicant would read it */
  text: z.string(),
});

/** What an official's desk needs beside the single case. */
export const DESK_ROUTES = {
  countCases: {
    method: 'GET',
    path: '/v1/cases/counts',
    audiences,
    summary: {
      zh: '待办案件计数：待领取、办理中、本人持有、今日到期、已超期。',
      en: 'How my queue stands: waiting, held, mine, due today, overdue; of its first five hundred.',
    },
    query: z.object({ registrar }),
    answers: {
      200: z.strictObject({
        waiting: count,
        held: count,
        mine: count,
        dueToday: count,
        overdue: count,
        /** there are others behind those that were counted */
        more: z.boolean(),
      }),
    },
    problems: ['not-found'],
  },
  searchCases: {
    method: 'GET',
    path: '/v1/cases/search',
    audiences,
    summary: {
      zh: '按案件号、申请号、名称或者统一社会信用代码查找本登记机关的案件。',
      en: 'Cases of my registrars by case, application, trade name or unified social credit code; the newest first.',
    },
    query: z.object({ q: z.string().min(1).max(200) }),
    answers: { 200: CaseListView },
  },
  decideCases: {
    method: 'POST',
    path: '/v1/cases/decisions',
    audiences,
    summary: {
      zh: '对仅有同一项审查意见的多件案件一并退回或者准予登记；逐件记录、逐件答复，可以重复发送。',
      en: 'Decides cases that have one and the same finding; one record and one answer each. Sent again, it does nothing twice.',
    },
    body: z.strictObject({
      rule: RuleId,
      outcome: z.enum(['RETURN', 'REGISTER']),
      reason,
      cases: z
        .array(z.strictObject({ id: CaseId, version: z.int().min(1) }))
        .min(1)
        .max(50),
    }),
    answers: {
      200: z.strictObject({
        results: z.array(
          z.strictObject({
            id: CaseId,
            /** or why it was not, as the problem of this name tells */
            outcome: z.enum(['DECIDED', ...Object.keys(PROBLEMS)]),
          }),
        ),
      }),
    },
  },
  readReasons: {
    method: 'GET',
    path: '/v1/reasons',
    audiences,
    summary: {
      zh: '常用理由：法律依据和告知申请人的文本。',
      en: 'Reasons in common use: the law, and the text for the applicant.',
    },
    query: z.object({ rule: RuleId.optional() }),
    answers: { 200: z.strictObject({ reasons: z.array(ReasonView) }) },
  },
} as const satisfies RouteTable;
