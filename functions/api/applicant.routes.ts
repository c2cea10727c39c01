import * as z from 'zod';
import { ApplicationForm, Signatures, Submission } from '../application/form.ts';
import type { RouteTable } from './route.ts';

const audiences = ['applicant', 'agent'] as const;

/** What an applicant (or an agent with a single case) may do. */
export const APPLICANT_ROUTES = {
  createApplication: {
    method: 'POST',
    path: '/v1/applications',
    audiences,
    summary: 'A draft; or, with "submit": true and all signatures, the one click.',
    creates: true,
    body: Submission.extend({ submit: z.boolean().optional() }),
  },
  preCheck: {
    method: 'POST',
    path: '/v1/applications/pre-check',
    audiences,
    summary: 'Every fault of a form, without saving anything.',
    body: z.strictObject({ form: ApplicationForm }),
  },
  listApplications: {
    method: 'GET',
    path: '/v1/applications',
    audiences,
    summary: 'My applications, newest first.',
    query: z.object({
      limit: z.coerce.number().int().min(1).max(500).default(50),
      cursor: z.string().max(400).optional(),
    }),
  },
  readApplication: {
    method: 'GET',
    path: '/v1/applications/{id}',
    audiences,
    summary: 'One application, with its findings or its licence.',
  },
  editApplication: {
    method: 'PUT',
    path: '/v1/applications/{id}/form',
    audiences,
    summary: 'Replaces the form of a draft.',
    changes: true,
    body: z.strictObject({ form: ApplicationForm }),
  },
  submitApplication: {
    method: 'POST',
    path: '/v1/applications/{id}/submission',
    audiences,
    summary: 'Submits a draft with the signatures given.',
    changes: true,
    body: z.strictObject({ signatures: Signatures }),
  },
  correctApplication: {
    method: 'POST',
    path: '/v1/applications/{id}/attempts',
    audiences,
    summary: 'A new attempt of a returned application, as a draft.',
    changes: true,
    body: z.strictObject({ form: ApplicationForm }),
  },
  withdrawApplication: {
    method: 'POST',
    path: '/v1/applications/{id}/withdrawal',
    audiences,
    summary: 'Withdraws it before the decision; name and place become free.',
    changes: true,
  },
} as const satisfies RouteTable;
