import * as z from 'zod';
import { Application } from '../application/application.ts';
import { LegalDate } from '../shared/calendar.ts';
import type { RouteTable } from './route.ts';

const { id, state, registrar, row, mandateEnded } = Application.shape;

const PracticeRecordView = z.strictObject({
  entries: z.array(
    z.strictObject({
      /** `ma_…` */
      mandate: z.string(),
      applicationId: id,
      date: z.iso.date(),
      type: z.string().optional(),
      registrar,
      outcome: state,
      ended: mandateEnded,
      row,
    }),
  ),
});

/** What an agent must keep for ten years (经营主体登记申请及代理行为管理办法): we keep it, and he takes it with him. */
export const AGENT_RECORD_ROUTES = {
  readPracticeRecord: {
    method: 'GET',
    path: '/v1/agents/me/practice-record',
    audiences: ['agent'],
    summary: {
      zh: '我的执业记录：受托办理的每一件申请，先批次后单件，旧的在前；from、until 为批次建立或单件申请之日。',
      en: 'My practice record: every application under a mandate, files first, oldest first; from and until are days on which a file was announced, or a single application made.',
    },
    query: z.object({
      from: LegalDate.default('2025-09-15'),
      until: LegalDate.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      cursor: z.string().max(100).optional(),
    }),
    answers: { 200: PracticeRecordView },
  },
} as const satisfies RouteTable;
