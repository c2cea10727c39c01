import * as z from 'zod';
import {
  BusinessListView,
  BusinessView,
  KeysView,
  LicenceAnswerView,
  ProblemTypeView,
} from './public-view.ts';
import type { RouteTable } from './route.ts';

const audiences = [] as const;

/** What anybody may ask, without a token. */
export const PUBLIC_ROUTES = {
  readBusiness: {
    method: 'GET',
    path: '/v1/register/{uscc}',
    audiences,
    summary: {
      zh: '登记簿公示的一户经营主体。',
      en: 'What the register publishes of a business.',
    },
    answers: { 200: BusinessView },
  },
  searchRegister: {
    method: 'GET',
    path: '/v1/register',
    audiences,
    summary: {
      zh: '按名称或字号查询登记簿，最多列出 50 户。',
      en: 'Businesses by their name, or by its distinctive part (字号) alone; 50 at most.',
    },
    query: z.object({ name: z.string().min(1).max(200) }),
    answers: { 200: BusinessListView },
  },
  verifyLicence: {
    method: 'POST',
    path: '/v1/licences/verification',
    audiences,
    summary: {
      zh: '查验执照是否由本系统签发且有效。',
      en: 'Whether a licence is ours and in force.',
    },
    body: z.strictObject({ licence: z.string().max(65_536) }),
    answers: { 200: LicenceAnswerView },
  },
  readKeys: {
    method: 'GET',
    path: '/.well-known/jwks.json',
    audiences,
    summary: { zh: '签发执照所用的公钥。', en: 'Keys that our licences are signed with.' },
    answers: { 200: KeysView },
  },
  readStatusList: {
    method: 'GET',
    path: '/v1/status-lists/{id}',
    audiences,
    summary: {
      zh: '执照状态列表（Token Status List）。',
      en: 'Status of our licences (Token Status List).',
    },
    answers: { 200: z.string().regex(/^[\w-]+\.[\w-]+\.[\w-]+$/) },
    media: 'application/statuslist+jwt',
  },
  readProblem: {
    method: 'GET',
    path: '/problems/{slug}',
    audiences,
    summary: {
      zh: '某类问题的含义与处理办法。',
      en: 'What a problem means and what to do.',
    },
    answers: { 200: ProblemTypeView },
  },
} as const satisfies RouteTable;
