import * as z from 'zod';
import { FileFormat } from '../batch/batch.ts';
import { BatchListView, BatchView, CreatedBatchView, RowListView } from './batch-view.ts';
import { ListQuery } from './list-query.ts';
import type { RouteTable } from './route.ts';

const audiences = ['agent'] as const;

/** What an agent may do with files of many applications. */
export const AGENT_ROUTES = {
  createBatch: {
    method: 'POST',
    path: '/v1/batches',
    audiences,
    summary: {
      zh: '新建批次，并取得文件上传地址（NDJSON 每行一件；CSV 每条记录一件）。',
      en: 'A new batch, and where to put its file (NDJSON, one row a line; CSV, one row a record).',
    },
    creates: true,
    body: z.strictObject({ format: FileFormat, bytes: z.int().min(1).max(200_000_000) }),
    answers: { 201: CreatedBatchView },
  },
  submitBatch: {
    method: 'POST',
    path: '/v1/batches/{id}/submission',
    audiences,
    summary: { zh: '文件已上传，开始受理。', en: 'The file is there: take it in.' },
    changes: true,
    answers: { 202: BatchView },
    problems: ['not-in-this-state'],
  },
  listBatches: {
    method: 'GET',
    path: '/v1/batches',
    audiences,
    summary: { zh: '我的批次，新的在前。', en: 'My batches, newest first.' },
    query: ListQuery,
    answers: { 200: BatchListView },
  },
  readBatch: {
    method: 'GET',
    path: '/v1/batches/{id}',
    audiences,
    summary: { zh: '批次的进度与统计。', en: 'Progress and counts.' },
    answers: { 200: BatchView },
  },
  listRows: {
    method: 'GET',
    path: '/v1/batches/{id}/rows',
    audiences,
    summary: { zh: '每一行的办理结果。', en: 'What became of each row.' },
    query: ListQuery,
    answers: { 200: RowListView },
  },
} as const satisfies RouteTable;
