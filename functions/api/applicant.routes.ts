import * as z from 'zod';
import { Application } from '../application/application.ts';
import { ApplicationForm, Signatures, Submission } from '../application/form.ts';
import { ApplicationView } from './application-view.ts';
import { ListQuery } from './list-query.ts';
import type { RouteTable } from './route.ts';

const audiences = ['applicant', 'agent'] as const;

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
    summary: {
      zh: '替换草稿的表单；待签署的申请随之恢复为草稿。未被修改部分的签名继续有效。',
      en: 'Replaces the form of a draft, or of an application that waits for signatures, which becomes a draft again. Signatures of what was not edited are kept.',
    },
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
} as const satisfies RouteTable;
