import * as z from 'zod';
import { LicenceFace } from '../business-licence/credential.ts';
import { Business } from '../register/business.ts';
import { CheckFinding, DueCheck, PostCheck } from '../register/post-check.ts';
import { BASES } from '../registrar/confirmation.ts';
import { ListQuery } from './list-query.ts';
import type { RouteTable } from './route.ts';

const audiences = ['official'] as const;

const PostCheckListView = z.strictObject({
  checks: z.array(z.strictObject({ uscc: Business.shape.uscc, ...DueCheck.shape })),
});

/** A business before a check: what was confirmed on its word, what is due, what was found before. */
export const PostCheckView = z.strictObject({
  ...LicenceFace.pick({ uscc: true, name: true, address: true, scope: true, established: true })
    .shape,
  registrarDivision: Business.shape.registrar,
  basis: z.enum(BASES),
  applicationId: Business.shape.applicationId,
  /** the check that is due; absent = none */
  due: z.strictObject(DueCheck.shape).optional(),
  checks: z
    .array(
      z.strictObject({
        ...PostCheck.omit({ schemaVersion: true, uscc: true }).shape,
        finding: CheckFinding,
      }),
    )
    .readonly(),
});
export type PostCheckView = z.infer<typeof PostCheckView>;

/** Checks after the event (事后核查): a record of their own, never a second decision on the application. */
export const POST_CHECK_ROUTES = {
  listPostChecks: {
    method: 'GET',
    path: '/v1/post-checks',
    audiences,
    summary: {
      zh: '本登记机关到期的事后核查，最先到期的在前。',
      en: 'Checks after the event that are due at my registrar, the soonest first.',
    },
    query: ListQuery.extend({
      registrar: z
        .string()
        .regex(/^\d{6}$/)
        .optional(),
    }),
    answers: { 200: PostCheckListView },
    problems: ['not-found'],
  },
  readPostCheck: {
    method: 'GET',
    path: '/v1/post-checks/{uscc}',
    audiences,
    summary: {
      zh: '一户经营主体的待核查事项与历次核查结果。',
      en: 'What is due of a business, and what its checks found.',
    },
    answers: { 200: PostCheckView },
  },
  recordPostCheck: {
    method: 'POST',
    path: '/v1/post-checks/{uscc}/results',
    audiences,
    summary: {
      zh: '记录核查结果：相符、限期更正，或者建议启动撤销调查。',
      en: 'Records what was found: in order, to be corrected in a term, or ground for annulment.',
    },
    changes: true,
    body: CheckFinding,
    answers: { 200: PostCheckView },
    problems: ['not-in-this-state'],
  },
} as const satisfies RouteTable;
