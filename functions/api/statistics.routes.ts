import * as z from 'zod';
import type { RouteTable } from './route.ts';
import { StatisticsView } from './statistics-view.ts';

/** What anybody may know of how decisions come about. */
export const STATISTICS_ROUTES = {
  readStatistics: {
    method: 'GET',
    path: '/v1/statistics',
    audiences: [],
    summary: {
      zh: '每周、每个经营项目组合的办理情况：自动登记、退回、转人工、改判的比例与用时。',
      en: 'What became of applications, by week and bundle: shares approved automatically, returned, referred and overridden, and how long it took.',
    },
    query: z.object({
      /** weeks told, the running one first */
      weeks: z.coerce.number().int().min(1).max(12).default(4),
    }),
    answers: { 200: StatisticsView },
  },
} as const satisfies RouteTable;
