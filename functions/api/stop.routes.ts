import * as z from 'zod';
import { Issued } from '../register/issued.ts';
import { Stop, StopScope } from '../register/stop.ts';
import { Instant } from '../shared/calendar.ts';
import { ListQuery } from './list-query.ts';
import type { RouteTable } from './route.ts';

const audiences = ['official'] as const;

const { schemaVersion: _schema, ...told } = Stop.shape;
export const StopView = z.strictObject(told);
export type StopView = z.infer<typeof StopView>;

/** Emergency stops of issuance (停办): one supervisor stops, two let it go on. */
export const STOP_ROUTES = {
  listStops: {
    method: 'GET',
    path: '/v1/stops',
    audiences,
    summary: {
      zh: '停办记录：生效中的在前，其后为已恢复的，新的在前。',
      en: 'Stops of issuance: those that hold first, then past ones, newest first.',
    },
    query: ListQuery,
    answers: { 200: z.strictObject({ stops: z.array(StopView) }) },
  },
  stopIssuance: {
    method: 'POST',
    path: '/v1/stops',
    audiences,
    summary: {
      zh: '停办：一名主管即可决定；申请照常接收，办理期限照常计算，五秒内不再发照。',
      en: 'Stops issuance; one supervisor is enough. Applications are accepted and their clocks run; within five seconds nothing more is issued.',
    },
    creates: true,
    body: z.strictObject({ scope: StopScope, reason: Stop.shape.reason }),
    answers: { 201: StopView },
    problems: ['not-found', 'supervisor-only', 'not-in-this-state'],
  },
  readStop: {
    method: 'GET',
    path: '/v1/stops/{id}',
    audiences,
    summary: { zh: '一项停办。', en: 'One stop.' },
    answers: { 200: StopView },
  },
  proposeResumption: {
    method: 'POST',
    path: '/v1/stops/{id}/resumption',
    audiences,
    summary: {
      zh: '提议恢复发照；须由另一名主管确认。',
      en: 'Proposes to go on issuing; another supervisor must confirm it.',
    },
    changes: true,
    answers: { 200: StopView },
    problems: ['supervisor-only', 'not-in-this-state'],
  },
  confirmResumption: {
    method: 'POST',
    path: '/v1/stops/{id}/resumption/confirmation',
    audiences,
    summary: {
      zh: '确认恢复发照；不得由提议人本人确认。',
      en: 'Confirms that issuing goes on; never by the one who proposed it.',
    },
    changes: true,
    answers: { 200: StopView },
    problems: ['supervisor-only', 'another-official-must', 'not-in-this-state'],
  },
  listIssued: {
    method: 'GET',
    path: '/v1/stops/{id}/issued',
    audiences,
    summary: {
      zh: '停办范围内自某一时刻起本登记机关发放的执照，供复核。',
      en: 'What my registrars issued in the scope of a stop since a moment, for re-examination.',
    },
    query: ListQuery.extend({ since: Instant }),
    answers: { 200: z.strictObject({ issued: z.array(z.strictObject(Issued.shape)) }) },
  },
} as const satisfies RouteTable;
