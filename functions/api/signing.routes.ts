import * as z from 'zod';
import { RefusalCode } from '../party/refusal.ts';
import { ListQuery } from './list-query.ts';
import type { RouteTable } from './route.ts';
import {
  BatchLinkListView,
  ChaseListView,
  LinkListView,
  SignedView,
  SigningView,
} from './signing-view.ts';

/** The part of a link behind `#`: 256 random bits. */
const secret = z.string().min(1).max(100);
/** A page of a batch: its rows' forms and links are read in as many requests whatever the batch's size. */
const RowQuery = ListQuery.extend({ limit: z.coerce.number().int().min(1).max(100).default(50) });

/** One link, one face check, everything signed. */
export const SIGNING_ROUTES = {
  makeSignings: {
    method: 'POST',
    path: '/v1/applications/{id}/signings',
    audiences: ['applicant', 'agent'],
    summary: {
      zh: '为每位尚未签署的人员生成签署链接；再次生成时旧链接失效。',
      en: 'A link for each person who has not signed; made again, the old one opens nothing.',
    },
    answers: { 201: LinkListView },
    problems: ['not-in-this-state'],
  },
  openSigning: {
    method: 'POST',
    path: '/v1/signings/{id}/opening',
    audiences: [],
    summary: {
      zh: '凭链接阅读：先以通俗文字说明签署事项，再列全部材料。',
      en: 'What the link is for: in plain words first, then every paper.',
    },
    body: z.strictObject({ secret }),
    answers: { 200: SigningView },
    problems: ['link-over'],
  },
  sign: {
    method: 'POST',
    path: '/v1/signings/{id}/signature',
    audiences: [],
    summary: {
      zh: '以一次人脸认证签署全部材料；最后一人签署即提交并办理登记。',
      en: 'One face check signs everything; with the last person’s, it is submitted and registered.',
    },
    body: z.union([
      /** authorisation code of the identity provider */
      z.strictObject({ secret, code: z.string().min(1).max(1_000) }),
      /** the provider's assertion, where the person brings it himself */
      z.strictObject({ secret, assertion: z.string().min(1).max(8_192) }),
    ]),
    answers: { 200: SignedView },
    problems: [
      'link-over',
      'already-signed',
      'signature-of-another-document',
      'signature-of-another-person',
      'signature-too-old',
      'signature-replayed',
      'identity-provider-unknown',
      'face-check-refused',
      'face-check-failed',
      'identity-provider-silent',
      'contended',
    ],
  },
  refuseSigning: {
    method: 'POST',
    path: '/v1/signings/{id}/refusal',
    audiences: [],
    summary: { zh: '拒绝签署，并说明理由。', en: 'Refuses to sign, with the reason.' },
    body: z.strictObject({ secret, reason: RefusalCode, text: z.string().max(500).optional() }),
    answers: { 200: SignedView },
    problems: ['link-over', 'already-signed', 'contended'],
  },
  listBatchSigners: {
    method: 'GET',
    path: '/v1/batches/{id}/signers',
    audiences: ['agent'],
    summary: {
      zh: '催签清单：批次中尚待签署的各行，以及各缺谁（按身份，不列姓名）。',
      en: 'Rows that wait for signatures, and for whom: by role, never by name. A page may be short.',
    },
    query: RowQuery,
    answers: { 200: ChaseListView },
  },
  makeBatchSignings: {
    method: 'POST',
    path: '/v1/batches/{id}/signings',
    audiences: ['agent'],
    summary: {
      zh: '为批次中一页的各行生成签署链接；再次生成时旧链接失效。',
      en: 'Links for a page of a batch’s rows; made again, the old ones open nothing.',
    },
    query: RowQuery,
    answers: { 201: BatchLinkListView },
  },
} as const satisfies RouteTable;
