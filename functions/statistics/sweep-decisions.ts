import * as z from 'zod';
import { reviewQualityOn } from '../registrar/review-quality.ts';
import type { ShadowRun } from '../review/shadow-run.ts';
import { legalDateOf } from '../shared/days.ts';
import { judged, ruleIn } from './agreement.ts';
import { counting, type KeepPorts, keepCounted } from './count.ts';
import type { Decided } from './decided.ts';
import { sliceStart, weeksUntil } from './periods.ts';
import { type SamplePorts, sampling } from './sample.ts';
import { APPROVALS, mergedTallies } from './tally.ts';

export const SweepDecisionsResult = z.object({
  /** decisions read, those that were read before among them */
  read: z.int(),
  /** second readings opened, and decided ones carried out */
  sampled: z.int(),
  concluded: z.int(),
  /** overdue second readings, told one level higher as cases are */
  escalated: z.int(),
  /** rules that turned themselves to REFER */
  switchedOff: z.int(),
  /** 1 where the agreement with approvals is under its target */
  doubted: z.int(),
  /** how far the count lies behind the clock, in minutes */
  behind: z.int(),
});
type Swept = z.infer<typeof SweepDecisionsResult>;

/** An index may lag, and a decision is written some seconds after its moment: so much is read again. */
const READ_AGAIN_MS = 15 * 60_000;
/** After a standstill a run makes up for so much, and the next one goes on. */
const MOST_MS = 3 * 3_600_000;
/** Where nothing was counted before, it begins so far back: what shows in the index is no older. */
const FIRST_MS = 2 * 3_600_000;

export interface SweepDecisionsPorts extends KeepPorts, SamplePorts {
  decided(from: number, until: number): AsyncIterable<readonly Decided[]>;
  cursor(): Promise<string | undefined>;
  moveCursor(at: string): Promise<void>;
  /** carries out what follows from a second reading, once; whether it was this run that did */
  conclude(sample: Decided, at: string): Promise<boolean>;
  /** tells overdue second readings one level higher; how many */
  escalate(): Promise<number>;
  /** versions of rules that were switched off for want of agreement: name in tallies → week */
  offSince(): Promise<ReadonlyMap<string, string>>;
  /** a rule refers from now on what it decided before; that it does already is as well */
  switchOff(rule: string, reason: string): Promise<unknown>;
  noteOff(name: string, week: string): Promise<void>;
  /** where a candidate of the rules is named, what runs it over what was decided; see review/shadow-run.ts */
  shadow(settled: number): Promise<ShadowRun | undefined>;
  now(): number;
}

/**
 * Reads every decision once it is made (and some minutes long again) and lets follow what follows:
 * counts, second readings, agreement. Whatever is killed in the middle is read again, because the
 * cursor moves last; all that it does is the same done twice.
 */
export const sweepDecisions = (ports: SweepDecisionsPorts) => async (): Promise<Swept> => {
  const now = ports.now();
  const cursor = await ports.cursor();
  const from = sliceStart((cursor ? Date.parse(cursor) : now - FIRST_MS) - READ_AGAIN_MS);
  const until = Math.max(from, Math.min(now, from + MOST_MS)); // a clock may have gone back
  const counts = counting();
  const samples = sampling(ports);
  const second: Decided[] = [];
  const swept = { read: 0, concluded: 0, switchedOff: 0, doubted: 0 };
  const shadow = await ports.shadow(until - READ_AGAIN_MS);
  let judgedByPerson = false;
  for await (const page of ports.decided(from, until)) {
    swept.read += page.length;
    await shadow?.add(page);
    for (const decided of page) {
      counts.add(decided);
      const { verdict, outcome, sample } = decided.measured;
      judgedByPerson ||= outcome !== undefined;
      if (outcome === undefined && verdict === 'APPROVE') await samples.consider(decided);
      if (outcome !== undefined && sample) second.push(decided);
    }
  }
  await keepCounted(ports, counts, new Date(until).toISOString());
  const sampled = await samples.open(new Date(now).toISOString());
  for (const it of second)
    swept.concluded += (await ports.conclude(it, new Date(now).toISOString())) ? 1 : 0;
  if (judgedByPerson) Object.assign(swept, await lookedAt(ports, now));
  const escalated = await ports.escalate();
  await shadow?.keep();
  await ports.moveCursor(new Date(until).toISOString());
  return { ...swept, sampled, escalated, behind: Math.round((now - until) / 60_000) };
};

/** Turns to REFER what persons do not agree with often enough. */
async function lookedAt(
  ports: SweepDecisionsPorts,
  now: number,
): Promise<Pick<Swept, 'switchedOff' | 'doubted'>> {
  const policy = reviewQualityOn(legalDateOf(now));
  const weeks = weeksUntil(now, policy.weeks);
  const [agreement, offSince] = await Promise.all([
    Promise.all(
      weeks.map(async (week) => {
        const { agreement: found } = mergedTallies((await ports.tallies(week, 'WEEK')).values());
        return { week, agreement: found };
      }),
    ),
    ports.offSince(),
  ]);
  const weak = judged(agreement, policy, offSince).filter((it) => it.weak);
  let switchedOff = 0;
  for (const { name, agreed, of, interval } of weak) {
    const rule = ruleIn(name);
    if (!rule) continue;
    const reason = `审核质量：${of} 件中审核人员与规则 ${name} 一致的 ${agreed} 件，95% 区间下限 ${interval.lower.toFixed(3)}，低于目标 ${policy.rules.share}。`;
    await ports.switchOff(rule.rule, reason);
    await ports.noteOff(name, weeks[0] ?? '');
    switchedOff += 1;
  }
  return { switchedOff, doubted: weak.some(({ name }) => name === APPROVALS) ? 1 : 0 };
}
