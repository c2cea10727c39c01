import * as z from 'zod';
import { InquiryAct, InquiryId } from '../register/inquiry.ts';
import { InquiryView } from './inquiry-view.ts';
import { ListQuery } from './list-query.ts';
import type { RouteTable } from './route.ts';

const audiences = ['official'] as const;

/** Inquiries into registrations that a person named in them denies (冒名登记撤销, 实施细则 art. 51–53). */
export const INQUIRY_ROUTES = {
  listInquiries: {
    method: 'GET',
    path: '/v1/inquiries',
    audiences,
    summary: {
      zh: '本登记机关未办结的撤销调查，最先到期的在前。',
      en: 'Open inquiries of my registrars, the soonest due first.',
    },
    query: ListQuery.extend({
      /** one of the caller's registrars; absent = the first that the token names */
      registrar: z
        .string()
        .regex(/^\d{6}$/)
        .optional(),
    }),
    answers: {
      200: z.strictObject({
        inquiries: z.array(
          z.strictObject({ id: InquiryId, uscc: z.string(), due: z.iso.datetime() }),
        ),
      }),
    },
    problems: ['not-found'],
  },
  readInquiry: {
    method: 'GET',
    path: '/v1/inquiries/{id}',
    audiences,
    summary: {
      zh: '一件撤销调查：声明、所涉登记、已采取的措施。',
      en: 'An inquiry: what the person says, the registration, and what was done.',
    },
    answers: { 200: InquiryView },
  },
  actInInquiry: {
    method: 'POST',
    path: '/v1/inquiries/{id}/acts',
    audiences,
    summary: {
      zh: '受理或不予受理、延期、公示、提议或确认撤销、不予撤销，均须说明理由；提议人不得自行确认。',
      en: 'Accepts or declines, extends, gives public notice, proposes or confirms the annulment, or rejects it, always with the reason; nobody confirms what he proposed.',
    },
    changes: true,
    body: z.strictObject({ act: InquiryAct, reason: z.string().min(1).max(2000) }),
    answers: { 200: InquiryView },
    problems: ['not-in-this-state', 'supervisor-only', 'another-official-must', 'contended'],
  },
} as const satisfies RouteTable;
