import * as z from 'zod';
import { CustodyRefusalCode } from '../party/custody.ts';
import { CustodyView, HostView, PlaceView, WaitingCustodyView } from './host-view.ts';
import { ListQuery } from './list-query.ts';
import type { RouteTable } from './route.ts';

const audiences = ['host'] as const;
/** A page is read in as many requests whatever the host's size. */
const PageQuery = ListQuery.extend({ limit: z.coerce.number().int().min(1).max(100).default(50) });

/** What a host (托管机构) does with the custody agreements and places of its own address. */
export const HOST_ROUTES = {
  readHost: {
    method: 'GET',
    path: '/v1/hosts/{host}',
    audiences,
    summary: {
      zh: '本托管机构：核准地址、卡位总数、状态。',
      en: 'The host: address, capacity, status.',
    },
    answers: { 200: HostView },
  },
  listPlaces: {
    method: 'GET',
    path: '/v1/hosts/{host}/places',
    audiences,
    summary: {
      zh: '已占用或者预留的卡位，按编号排列；已登记的附字号名称。',
      en: 'Places that are held or occupied, by number; with the trade name of who is registered there.',
    },
    query: PageQuery,
    answers: { 200: z.strictObject({ places: z.array(PlaceView) }) },
  },
  listCustodyAgreements: {
    method: 'GET',
    path: '/v1/hosts/{host}/custody-agreements',
    audiences,
    summary: {
      zh: '等待本托管机构签署的住所托管协议，先申请的在前。',
      en: 'Custody agreements that wait for the host, the oldest first. A page may be short.',
    },
    query: PageQuery,
    answers: { 200: z.strictObject({ agreements: z.array(WaitingCustodyView) }) },
  },
  readCustodyAgreement: {
    method: 'GET',
    path: '/v1/hosts/{host}/custody-agreements/{id}',
    audiences,
    summary: {
      zh: '一份住所托管协议的内容：拟设主体、经营范围、卡位、期限。',
      en: 'What is asked: the business, its scope, the place, the term.',
    },
    answers: { 200: CustodyView },
  },
  signCustodyAgreement: {
    method: 'POST',
    path: '/v1/hosts/{host}/custody-agreements/{id}/signature',
    audiences,
    summary: {
      zh: '签署住所托管协议；为最后一方的，即提交并办理登记。',
      en: 'Signs it; where the host is the last to sign, it is submitted and registered.',
    },
    /** of the agreement that was read */
    body: z.strictObject({ digest: z.string().length(64) }),
    answers: { 200: CustodyView },
    problems: ['not-in-this-state', 'signature-of-another-document', 'contended'],
  },
  refuseCustodyAgreement: {
    method: 'POST',
    path: '/v1/hosts/{host}/custody-agreements/{id}/refusal',
    audiences,
    summary: { zh: '拒绝签署，并说明理由。', en: 'Refuses to sign, with the reason.' },
    body: z.strictObject({ reason: CustodyRefusalCode, text: z.string().max(500).optional() }),
    answers: { 200: CustodyView },
    problems: ['not-in-this-state', 'already-signed', 'contended'],
  },
} as const satisfies RouteTable;
