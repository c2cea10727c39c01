import { randomUUID } from 'node:crypto';
import type { Schedule } from './deployed-schedule.ts';

export interface ScheduleOptions {
  readonly schedules: readonly Schedule[];
  readonly invoke: (functionArn: string, event: unknown) => Promise<unknown>;
  readonly report: (message: string) => void;
}

/** EventBridge's schedules: each runs at once, as after a long night, and then at its rate. */
export function startSchedules({ schedules, invoke, report }: ScheduleOptions): () => void {
  const timers = schedules.map(({ functionArn, everyMs, input }) => {
    const run = async () => {
      try {
        await invoke(functionArn, input ?? scheduledEvent());
      } catch (error) {
        report(`schedule of ${functionArn}: ${error instanceof Error ? error.message : error}`);
      }
    };
    void run();
    return setInterval(run, everyMs);
  });
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
