import type { Edition } from '../published/edition.ts';
import { switchedOff } from '../published/in-force.ts';
import { reviewQualityOn } from '../registrar/review-quality.ts';
import { legalDateOf } from '../shared/days.ts';
import { type Judged, judged, ruleIn } from '../statistics/agreement.ts';
import { weeksUntil } from '../statistics/periods.ts';
import { mergedTallies, type Tally } from '../statistics/tally.ts';
import type { MEASURE_ROUTES, ReviewQualityView } from './measure.routes.ts';
import type { UseCases } from './request.ts';

export interface MeasurePorts {
  /** of a week, by registrar */
  tallies(week: string, level: 'WEEK'): Promise<ReadonlyMap<string, Tally>>;
  offSince(): Promise<ReadonlyMap<string, string>>;
  editions(): Promise<readonly Edition[]>;
  now(): number;
}

/** What officials see of how the automatic review is measured. */
export function measureUseCases(ports: MeasurePorts): UseCases<typeof MEASURE_ROUTES> {
  return {
    async readReviewQuality() {
      const now = ports.now();
      const policy = reviewQualityOn(legalDateOf(now));
      const weeks = weeksUntil(now, policy.weeks);
      const [tallies, offSince, editions] = await Promise.all([
        Promise.all(
          weeks.map(async (week) => mergedTallies((await ports.tallies(week, 'WEEK')).values())),
        ),
        ports.offSince(),
        ports.editions(),
      ]);
      const agreement = tallies.map((it, nth) => ({
        week: weeks[nth] ?? '',
        agreement: it.agreement,
      }));
      const cells = tallies.flatMap((it) => Object.values(it.cells));
      const count = (name: string) =>
        cells.reduce((all, { counts }) => all + (counts[name] ?? 0), 0);
      const body: ReviewQualityView = {
        weeks,
        agreement: judged(agreement, policy, offSince).map(told),
        sampling: {
          share: policy.share,
          firstOfRelease: policy.firstOfRelease,
          approvals: count('APPROVE') - count('LOST'),
          read: count('SAMPLED'),
        },
        switchedOff: switchedOff(editions, undefined),
      };
      return { status: 200, body };
    },
  };
}

function told({
  name,
  agreed,
  of,
  interval,
  target,
  weak,
}: Judged): ReviewQualityView['agreement'][number] {
  const rounded = (share: number) => Math.round(share * 10_000) / 10_000;
  return {
    ...ruleIn(name),
    agreed,
    of,
    lower: rounded(interval.lower),
    upper: rounded(interval.upper),
    ...(target && { target }),
    weak,
  };
}
