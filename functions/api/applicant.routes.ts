import * as z from 'zod';
import { Application } from '../application/application.ts';
import { Verdict } from '../application/decision.ts';
import { ApplicationForm, Signatures, Submission } from '../application/form.ts';
import { ApplicationView, SignerView } from './application-view.ts';
import { FindingView } from './finding-view.ts';
import { ListQuery } from './list-query.ts';
import type { RouteTable } from './route.ts';

const audiences = ['applicant', 'agent'] as const;

const PreCheckView = z.strictObject({
  verdict: Verdict,
  findings: z.array(FindingView),
  /** what every signature must cover */
  documentHash: z.string(),
  signers: z.array(SignerView).readonly(),
});

const ApplicationListView = z.strictObject({
  applications: z.array(
    z.strictObject(
      Application.pick({ id: true, state: true, version: true, updatedAt: true }).shape,
    ),
  ),
});

/** What an applicant (or an agent with a single case) may do. */
export const APPLICANT_ROUTES = {
  createApplication: {
    method: 'POST',
    path: '/v1/applications',
    audiences,
    summary: {
      zh: '新建草稿；或以 "submit": true 连同全部签名一键办结。',
      en: 'A draft; or, with "submit": true and all signatures, the one click.',
    },
    creates: true,
    body: Submission.extend({ submit: z.boolean().optional() }),
    answers: { 200: ApplicationView, 201: ApplicationView, 202: ApplicationView },
    problems: ['contended'],
  },
  preCheck: {
    method: 'POST',
    path: '/v1/applications/pre-check',
    audiences,
    summary: {
      zh: '预检：一次告知表单的全部问题，不保存任何内容。',
      en: 'Every fault of a form, without saving anything.',
    },
    body: z.strictObject({ form: ApplicationForm }),
    answers: { 200: PreCheckView },
  },
  listApplications: {
    method: 'GET',
    path: '/v1/applications',
    audiences,
    summary: { zh: '我的申请，新的在前。', en: 'My applications, newest first.' },
    query: ListQuery,
    answers: { 200: ApplicationListView },
  },
  readApplication: {
    method: 'GET',
    path: '/v1/applications/{id}',
    audiences,
    summary: {
      zh: '一件申请，及其审核意见或执照。',
      en: 'One application, with its findings or its licence.',
    },
    answers: { 200: ApplicationView },
  },
  editApplication: {
    method: 'PUT',
    path: '/v1/applications/{id}/form',
    audiences,
    summary: { zh: '替换草稿的表单。', en: 'Replaces the form of a draft.' },
    changes: true,
    body: z.strictObject({ form: ApplicationForm }),
    answers: { 200: ApplicationView },
    problems: ['not-in-this-state', 'contended'],
  },
  submitApplication: {
    method: 'POST',
    path: '/v1/applications/{id}/submission',
    audiences,
    summary: {
      zh: '连同所附签名提交草稿。',
      en: 'Submits a draft with the signatures given.',
    },
    changes: true,
    body: z.strictObject({ signatures: Signatures }),
    answers: { 200: ApplicationView, 202: ApplicationView },
    problems: ['not-in-this-state', 'contended'],
  },
  correctApplication: {
    method: 'POST',
    path: '/v1/applications/{id}/attempts',
    audiences,
    summary: {
      zh: '对退回的申请重新填报，先存为草稿。',
      en: 'A new attempt of a returned application, as a draft.',
    },
    changes: true,
    body: z.strictObject({ form: ApplicationForm }),
    answers: { 201: ApplicationView },
    problems: ['not-in-this-state', 'contended'],
  },
  withdrawApplication: {
    method: 'POST',
    path: '/v1/applications/{id}/withdrawal',
    audiences,
    summary: {
      zh: '在作出决定前撤回申请，名称与工位随之释放。',
      en: 'Withdraws it before the decision; name and place become free.',
    },
    changes: true,
    answers: { 200: ApplicationView },
    problems: ['not-in-this-state', 'contended'],
  },
} as const satisfies RouteTable;
