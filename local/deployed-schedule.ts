import * as z from 'zod';
import type { Resource } from './template.ts';

export interface Schedule {
  readonly functionArn: string;
  readonly everyMs: number;
  /** what the rule hands over, if it names it */
  readonly input: unknown;
}

const Target = z.object({ Arn: z.string(), Input: z.string().optional() });

/** A rule may have several targets; each is a schedule of its own. */
export function ruleSchedules({ properties }: Resource): readonly Schedule[] {
  const { ScheduleExpression, Targets } = z
    .object({ ScheduleExpression: z.string(), Targets: z.array(Target) })
    .parse(properties);
  return Targets.map((target) => scheduled(ScheduleExpression, target));
}

/** @throws {TypeError} for a schedule by cron. */
export function schedule({ properties }: Resource): Schedule {
  const { ScheduleExpression, Target: target } = z
    .object({ ScheduleExpression: z.string(), Target })
    .parse(properties);
  return scheduled(ScheduleExpression, target);
}

const UNIT_MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

function scheduled(expression: string, { Arn, Input }: z.infer<typeof Target>): Schedule {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  const unit = z.enum(['minute', 'hour', 'day']).safeParse(rate?.[2]);
  if (!unit.success) throw new TypeError(`the local scheduler knows rate(…) only: ${expression}`);
  return {
    functionArn: Arn,
    everyMs: Number(rate?.[1]) * UNIT_MS[unit.data],
    input: Input === undefined ? undefined : JSON.parse(Input),
  };
}
