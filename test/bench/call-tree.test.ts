import { describe, expect, it } from 'vitest';
import { type Call, serialRoundTrips } from './call-tree.ts';

const call = (service: Call['service'], startedAt: number, endedAt: number): Call => ({
  service,
  name: 'any',
  startedAt,
  endedAt,
});

describe('serial round trips', () => {
  it('are all calls, where each waits for the one before', () => {
    expect(
      serialRoundTrips([call('kms', 3, 4), call('dynamodb', 0, 1), call('dynamodb', 1, 2)]),
    ).toBe(3);
  });

  it('count side by side calls once', () => {
    expect(
      serialRoundTrips([call('dynamodb', 0, 5), call('dynamodb', 1, 2), call('kms', 5, 6)]),
    ).toBe(2);
  });

  it('count a function as one, and what it waits for beside', () => {
    const calls = [
      call('lambda', 0, 100),
      call('dynamodb', 10, 20),
      call('sfn', 20, 90),
      call('lambda', 21, 50),
      call('dynamodb', 22, 30),
      call('lambda', 51, 80),
      call('dynamodb', 52, 60),
      call('kms', 53, 70),
    ];
    expect(serialRoundTrips(calls)).toBe(7);
  });

  it('take the longer of two chains', () => {
    const calls = [
      call('dynamodb', 0, 10),
      call('kms', 1, 4),
      call('kms', 5, 9),
      call('kms', 11, 12),
    ];
    expect(serialRoundTrips(calls)).toBe(3);
  });

  it('are none of nothing', () => {
    expect(serialRoundTrips([])).toBe(0);
  });
});
