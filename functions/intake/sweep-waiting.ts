import * as z from 'zod';
import type { Application } from '../application/application.ts';
import { nextLook, remindersDue } from '../application/waiting.ts';
import type { ApplicationId } from '../shared/ids.ts';
import type { IntakeRecords } from './intake-ports.ts';
import { lapse } from './lapse.ts';

export const SweepWaitingResult = z.object({
  reminded: z.int(),
  lapsed: z.int(),
  /** not done for a failure; the next run tries again */
  failed: z.int(),
});
type Swept = z.infer<typeof SweepWaitingResult>;

export interface SweepWaitingPorts extends Pick<IntakeRecords, 'record' | 'move'> {
  /** the applications at which the clock wants to look by now, shard by shard, about `most` of them */
  due(now: string, most: number): Promise<readonly ApplicationId[]>;
  /** notes the reminders made so far, unless the application has moved on */
  reminded(application: Application, reminders: number, at: string): Promise<boolean>;
  now(): number;
}

/**
 * Applications looked at in one run, and how many at a time: a file of 200,000 unsigned rows that falls
 * due at once is worked off in many runs.
 */
const MOST = 2_000;
const SIDE_BY_SIDE = 8;

/**
 * The clock of what waits for its people: reminds those who are asked to sign, and ends what was left
 * lying. Both are conditional on the version that was read, so that two runs at once do each thing once.
 */
export const sweepWaiting =
  (ports: SweepWaitingPorts, most = MOST) =>
  async (): Promise<Swept> => {
    const swept = { reminded: 0, lapsed: 0, failed: 0 };
    const now = new Date(ports.now()).toISOString();
    const queue = (await ports.due(now, most)).values();
    const worker = async () => {
      for (const id of queue) {
        const did = await looked(ports, id, now).catch(() => 'failed' as const);
        if (did) swept[did] += 1;
      }
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
    return swept;
  };

async function looked(
  ports: SweepWaitingPorts,
  id: ApplicationId,
  now: string,
): Promise<keyof Swept | undefined> {
  const record = await ports.record(id);
  const { application } = record;
  const look = nextLook(application);
  if (!look || look.at > now) return undefined;
  if (look.act === 'LAPSE')
    return (await lapse(ports, record, now)) === 'COMMITTED' ? 'lapsed' : undefined;
  const reminders = remindersDue(application, now);
  return (await ports.reminded(application, reminders, now)) ? 'reminded' : undefined;
}
