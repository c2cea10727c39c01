import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Schedule } from './deployed-schedule.ts';

export interface ScheduleOptions {
  readonly schedules: readonly Schedule[];
  readonly invoke: (functionArn: string, event: unknown) => Promise<unknown>;
  readonly report: (message: string) => void;
}

/** A long night's work is not waited for. */
const FIRST_RUNS_MS = 10_000;

/**
 * EventBridge's schedules: each runs at once, as after a long night, and then at its rate.
 *
 * @returns when every first run is over, or takes too long: what comes after meets the next one, as it would on AWS
 */
export async function startSchedules({
  schedules,
  invoke,
  report,
}: ScheduleOptions): Promise<() => void> {
  const first: Promise<void>[] = [];
  const timers = schedules.map(({ functionArn, everyMs, input }) => {
    const run = async () => {
      try {
        await invoke(functionArn, input ?? scheduledEvent());
      } catch (error) {
        report(`schedule of ${functionArn}: ${error instanceof Error ? error.message : error}`);
      }
    };
    first.push(run());
    return setInterval(run, everyMs);
  });
  await Promise.race([Promise.all(first), sleep(FIRST_RUNS_MS, undefined, { ref: false })]);
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}

/** What a rule hands over when it has no input of its own. */
const scheduledEvent = () => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account: '000000000000',
  time: `${new Date().toISOString().slice(0, 19)}Z`,
  region: 'local',
  resources: [],
  detail: {},
});
