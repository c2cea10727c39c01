import * as z from 'zod';
import { CaseSummary, CaseView } from './case-view.ts';
import { ListQuery } from './list-query.ts';
import type { RouteTable } from './route.ts';

const audiences = ['official'] as const;

const division = z.string().regex(/^\d{6}$/);
/** Division of one of the caller's registrars; absent = the first that the token names. */
export const registrar = division.optional();
/** told to the applicant as it stands */
export const reason = z.string().min(1).max(2000);

export const CaseListView = z.strictObject({ cases: z.array(CaseSummary) });

/** What an official may do, in the registrars that the token names. */
export const OFFICIAL_ROUTES = {
  listCases: {
    method: 'GET',
    path: '/v1/cases',
    audiences,
    summary: {
      zh: '本登记机关的待办案件，最先到期的在前；同日到期的，白名单和推荐企业在前。',
      en: 'Open cases of my registrars, the soonest due first; of those due the same day, the favoured first.',
    },
    /** `mine`: those that I hold; a page has fifty at most, and may be shorter than asked for */
    query: ListQuery.extend({ registrar, mine: z.literal('true').optional() }),
    answers: { 200: CaseListView },
    problems: ['not-found'],
  },
  takeNextCase: {
    method: 'POST',
    path: '/v1/cases/next',
    audiences,
    summary: {
      zh: '领取无人持有且排在最前的案件。',
      en: 'Takes the first case of the queue that nobody holds.',
    },
    body: z.strictObject({ registrar }),
    answers: { 200: CaseSummary },
    problems: ['not-found'],
  },
  readCase: {
    method: 'GET',
    path: '/v1/cases/{id}',
    audiences,
    summary: {
      zh: '一件案件：先列审核意见，再列表单与证据。',
      en: 'A case: findings first, then the form and the evidence.',
    },
    answers: { 200: CaseView },
  },
  takeCase: {
    method: 'POST',
    path: '/v1/cases/{id}/lease',
    audiences,
    summary: {
      zh: '领取案件，或续期；主管说明理由后，可接办他人持有的案件。',
      en: 'Takes a case, or renews the lease on it; with a reason, a supervisor takes one over that another holds.',
    },
    changes: true,
    body: z.strictObject({ reason }).optional(),
    answers: { 200: CaseSummary },
    problems: ['not-in-this-state', 'case-not-held', 'supervisor-only'],
  },
  decideCase: {
    method: 'POST',
    path: '/v1/cases/{id}/decision',
    audiences,
    summary: {
      zh: '作出决定：登记、退回、不予登记或移送本市其他登记机关，并说明理由；审查认为依法不得登记、或者未经审查而拟准予登记的，须另一名主管确认。',
      en: 'Register, return, refuse, or hand over to another registrar of Guangzhou, with the reason. To register against a bar in law, or what no review has looked at, is a proposal, which another supervisor confirms.',
    },
    changes: true,
    body: z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('REGISTER'), reason }),
      z.strictObject({ outcome: z.literal('RETURN'), reason }),
      z.strictObject({ outcome: z.literal('REFUSE'), reason }),
      z.strictObject({ outcome: z.literal('HAND_OVER'), reason, to: division }),
    ]),
    answers: { 200: CaseSummary },
    problems: [
      'not-in-this-state',
      'case-not-held',
      'not-registrable',
      'not-handed-over',
      'supervisor-only',
    ],
  },
  confirmDecision: {
    method: 'POST',
    path: '/v1/cases/{id}/decision/confirmation',
    audiences,
    summary: {
      zh: '另一名主管确认拟准予登记的决定；此后仍有一段时间可以撤回。',
      en: 'Another supervisor confirms what was proposed; from then on it is decided, and held.',
    },
    changes: true,
    answers: { 200: CaseSummary },
    problems: ['not-in-this-state', 'supervisor-only', 'another-official-must'],
  },
  extendCase: {
    method: 'POST',
    path: '/v1/cases/{id}/extension',
    audiences,
    summary: {
      zh: '情形复杂的，经登记机关负责人批准，延长三个工作日；仅一次，须在期满前。',
      en: 'Three working days more, once and before the clock runs out, by the registrar’s head.',
    },
    changes: true,
    body: z.strictObject({ reason }),
    answers: { 200: CaseSummary },
    problems: ['not-in-this-state', 'supervisor-only'],
  },
  withdrawDecision: {
    method: 'DELETE',
    path: '/v1/cases/{id}/decision',
    audiences,
    summary: {
      zh: '在生效前撤回决定；待确认的，提议人或者任一主管可以撤回。',
      en: 'Takes a decision back while it is held, or a proposal: its proposer, or any supervisor.',
    },
    changes: true,
    answers: { 200: CaseSummary },
    problems: ['not-in-this-state', 'case-not-held'],
  },
} as const satisfies RouteTable;
