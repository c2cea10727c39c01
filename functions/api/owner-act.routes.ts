import * as z from 'zod';
import { ApplicationView } from './application-view.ts';
import type { RouteTable } from './route.ts';

const audiences = ['applicant', 'agent'] as const;

/** What must be signed to withdraw, and by whom. */
const WithdrawalView = z.strictObject({
  /** what the assertion must cover: the digest of this application and attempt, hexadecimal */
  documentHash: z.string(),
  /** key into the form's `people` of who must sign; absent where the sender's word is enough */
  signer: z.string().optional(),
});

/** What the owner of an application does about its procedure: ends it, or asks for a person. */
export const OWNER_ACT_ROUTES = {
  readWithdrawal: {
    method: 'GET',
    path: '/v1/applications/{id}/withdrawal',
    audiences,
    summary: {
      zh: '撤回所需签署的内容及签署人。',
      en: 'What must be signed to withdraw it, and by whom.',
    },
    answers: { 200: WithdrawalView },
  },
  withdrawApplication: {
    method: 'POST',
    path: '/v1/applications/{id}/withdrawal',
    audiences,
    summary: {
      zh: '在作出决定前撤回申请，名称与工位随之释放；多方已签署的公司申请须法定代表人签署。',
      en: 'Withdraws it before the decision; name and place become free. A company that all have signed needs its legal representative’s assertion.',
    },
    changes: true,
    body: z.strictObject({ assertion: z.string().min(1).max(8192).optional() }).optional(),
    answers: { 200: ApplicationView },
    problems: [
      'not-in-this-state',
      'contended',
      'signature-needed',
      'signature-of-another-document',
      'signature-of-another-person',
      'signature-too-old',
      'identity-provider-unknown',
    ],
  },
  askForPerson: {
    method: 'POST',
    path: '/v1/applications/{id}/person-requests',
    audiences,
    summary: {
      zh: '对系统自动退回的申请，要求由登记人员审查（个人信息保护法第二十四条）。',
      en: 'Asks that a person look at what the machine alone returned (PIPL art. 24).',
    },
    changes: true,
    answers: { 202: ApplicationView },
    problems: ['not-in-this-state', 'contended'],
  },
} as const satisfies RouteTable;
