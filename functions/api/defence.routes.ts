import { DefenceFile } from '../defence/defence-file.ts';
import type { RouteTable } from './route.ts';

const audiences = ['official'] as const;

/** The file that defends a decision years later (案卷), for whoever answers for it. */
export const DEFENCE_ROUTES = {
  readCaseDefenceFile: {
    method: 'GET',
    path: '/v1/cases/{id}/defence-file',
    audiences,
    summary: {
      zh: '案件的案卷：主管或作出决定的登记人员可导出；密封、签名，可离线核验。',
      en: 'The defence file of a case, for a supervisor or the official who decided: sealed, signed, verified offline.',
    },
    answers: { 200: DefenceFile },
    problems: ['supervisor-only', 'not-in-this-state'],
  },
  readApplicationDefenceFile: {
    method: 'GET',
    path: '/v1/applications/{id}/defence-file',
    audiences,
    summary: {
      zh: '申请的案卷，包括自动审核作出的决定；由主管导出。',
      en: 'The defence file of an application, decided by the machine too; for a supervisor.',
    },
    answers: { 200: DefenceFile },
    problems: ['supervisor-only', 'not-in-this-state'],
  },
} as const satisfies RouteTable;
