import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startSchedules } from '#local/schedule.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('runs at once, then at its rate, also after a failure, until it is stopped', async () => {
  const events: unknown[] = [];
  const reports: string[] = [];
  const stop = await startSchedules({
    schedules: [
      { functionArn: 'sweep', everyMs: 300_000, input: undefined },
      { functionArn: 'count', everyMs: 900_000, input: { own: true } },
    ],
    invoke: async (functionArn, event) => {
      events.push([functionArn, event]);
      if (functionArn === 'sweep') throw new Error('not now');
    },
    report: (message) => reports.push(message),
  });
  const sweep = [
    'sweep',
    expect.objectContaining({ 'detail-type': 'Scheduled Event', detail: {} }),
  ];
  const count = ['count', { own: true }];
  expect(events).toEqual([sweep, count]);
  await vi.advanceTimersByTimeAsync(900_000);
  expect(events).toEqual([sweep, count, sweep, sweep, count, sweep]);
  expect(reports).toHaveLength(4);
  stop();
  await vi.advanceTimersByTimeAsync(900_000);
  expect(events).toHaveLength(6);
});
