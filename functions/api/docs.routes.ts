import * as z from 'zod';
import type { RouteTable } from './route.ts';

/** The document of this API, for programs and for people. */
export const DOCS_ROUTES = {
  readOpenApi: {
    method: 'GET',
    path: '/openapi.json',
    audiences: [],
    summary: { zh: '本接口的 OpenAPI 3.1 文档。', en: 'This API in OpenAPI 3.1.' },
    answers: { 200: z.looseObject({ openapi: z.literal('3.1.1') }) },
  },
  readDocs: {
    method: 'GET',
    path: '/docs',
    audiences: [],
    summary: { zh: '本接口的说明页面。', en: 'This API as a page to read.' },
    answers: { 200: z.string() },
    media: 'text/html',
  },
} as const satisfies RouteTable;
