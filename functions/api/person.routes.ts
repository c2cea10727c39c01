import * as z from 'zod';
import { assertion, EnquiryView, PageAsked, unproved } from './asker.ts';
import { DenialView, NamingsView } from './person-view.ts';
import type { RouteTable } from './route.ts';

const audiences = [] as const;

/** Drawn by who asks; with it alone is the code that the provider leads back with worth anything. */
const secret = z.string().min(32).max(100);

/** What a person may ask of whatever names her, by her identity alone: no account, no token. */
export const PERSON_ROUTES = {
  readNamingsDocument: {
    method: 'GET',
    path: '/v1/namings/document',
    audiences,
    summary: {
      zh: '查询本人被列名情况须签署的查询书摘要（当日有效）。',
      en: 'What a person signs to ask who names her: the digest of today’s enquiry.',
    },
    answers: { 200: EnquiryView },
  },
  beginNamingsFaceCheck: {
    method: 'POST',
    path: '/v1/namings/face-check',
    audiences,
    summary: {
      zh: '查询本人被列名情况前，到何处进行人脸认证；认证机构没有网上认证页面的，不给出地址。',
      en: 'Where a person’s face is checked before she asks who names her; no address where the provider has no page.',
    },
    body: z.strictObject({ secret }),
    answers: { 200: EnquiryView.extend({ authorize: z.url().optional() }) },
  },
  endNamingsFaceCheck: {
    method: 'POST',
    path: '/v1/namings/assertion',
    audiences,
    summary: {
      zh: '以认证机构带回的授权码换取其认证结果，凭以查询和声明。',
      en: 'The provider’s word for the code that it led back with: by it one asks and denies.',
    },
    body: z.strictObject({ secret, code: z.string().min(1).max(1_000) }),
    answers: { 200: z.strictObject({ assertion }) },
    problems: ['face-check-refused', 'face-check-failed', 'identity-provider-silent'],
  },
  listNamings: {
    method: 'POST',
    path: '/v1/namings',
    audiences,
    summary: {
      zh: '列名本人的全部申请和经营主体，新的在前；每页以 next 为游标续读。',
      en: 'Every application and business that names me, newest first; `next` is the cursor of the next page.',
    },
    body: PageAsked,
    answers: { 200: NamingsView },
    problems: unproved,
  },
  denyNaming: {
    method: 'POST',
    path: '/v1/namings/{id}/denials',
    audiences,
    summary: {
      zh: '声明“非本人办理”：未办结的申请即时停止并转人工；已登记的，立案调查是否撤销。重复声明效力相同。',
      en: 'Says “not me”: an open application stops and goes to an official; of a registered one an inquiry is opened. Said twice, it counts once.',
    },
    body: z.strictObject({ assertion, statement: z.string().min(1).max(2000).optional() }),
    answers: { 200: DenialView },
    problems: [...unproved, 'not-in-this-state', 'version-stale', 'contended'],
  },
} as const satisfies RouteTable;
