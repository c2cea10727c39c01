import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemTimers } from '#local/step-functions/timers.ts';

const DAY = 86_400_000;

describe('a timer of the process', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('reaches a time that is a year away, once, and not before', () => {
    const call = vi.fn();
    systemTimers(Date.now).at(Date.now() + 365 * DAY, call);
    vi.advanceTimersByTime(365 * DAY - 1);
    expect(call).not.toHaveBeenCalled();
    vi.advanceTimersByTime(30 * DAY);
    expect(call).toHaveBeenCalledOnce();
  });

  it('is taken back at any time, and leaves nothing behind', () => {
    const call = vi.fn();
    const cancel = systemTimers(Date.now).at(Date.now() + 365 * DAY, call);
    vi.advanceTimersByTime(100 * DAY);
    cancel();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(365 * DAY);
    expect(call).not.toHaveBeenCalled();
  });
});
