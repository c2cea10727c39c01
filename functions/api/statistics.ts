import { PRECISION } from '../statistics/histogram.ts';
import { weeksUntil } from '../statistics/periods.ts';
import { weekTold } from '../statistics/public-figures.ts';
import type { Tally } from '../statistics/tally.ts';
import type { UseCases } from './request.ts';
import type { STATISTICS_ROUTES } from './statistics.routes.ts';

export interface StatisticsPorts {
  /** of a week, by registrar */
  tallies(week: string, level: 'WEEK'): Promise<ReadonlyMap<string, Tally>>;
  now(): number;
}

/** What others may keep, in seconds: as long as a count is fresh. */
const FRESH_SECONDS = 300;

/** What is told of decisions, from what was counted of them. */
export function statisticsUseCases({
  tallies,
  now,
}: StatisticsPorts): UseCases<typeof STATISTICS_ROUTES> {
  return {
    async readStatistics({ query: { weeks: asked } }) {
      const [running, ...over] = weeksUntil(now(), asked);
      const told = async (week: string) =>
        weekTold(week, (await tallies(week, 'WEEK')).values(), week === running);
      const weeks = await Promise.all([running ?? '', ...over].map(told));
      return {
        status: 200,
        body: { precision: PRECISION, weeks },
        headers: { 'cache-control': `public, max-age=${FRESH_SECONDS}` },
      };
    },
  };
}
