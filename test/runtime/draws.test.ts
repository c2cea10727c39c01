import { afterEach, describe, expect, it, vi } from 'vitest';
import { newId, newSalt } from '#functions/runtime/draws.ts';
import { ApplicationId, BatchId } from '#functions/shared/ids.ts';

afterEach(() => vi.useRealTimers());

describe('an id', () => {
  it('is a ULID behind its prefix', () => {
    expect(ApplicationId.safeParse(newId('ap')).success).toBe(true);
    expect(BatchId.safeParse(newId('ba')).success).toBe(true);
  });

  it('sorts by the millisecond in which it was drawn', () => {
    vi.useFakeTimers();
    const moments = [0, 1, 31, 32, 1023, 1024, 1_795_406_400_000, 1_795_406_400_001, 2 ** 48 - 1];
    const ids = moments.map((moment) => {
      vi.setSystemTime(moment);
      return newId('ap');
    });
    expect(ids.toSorted()).toEqual(ids);
  });

  it('carries its moment in its first ten characters, as the ULID specification has it', () => {
    vi.useFakeTimers();
    vi.setSystemTime(1_469_918_176_385);
    expect(newId('ap').slice(0, 13)).toBe('ap_01ARYZ6S41');
  });

  it('is drawn once, also ten thousand times in a moment', () => {
    vi.useFakeTimers();
    expect(new Set(Array.from({ length: 10_000 }, () => newId('ap'))).size).toBe(10_000);
  });
});

describe('a salt', () => {
  it('is 128 bits that nobody drew before', () => {
    const salts = Array.from({ length: 1000 }, newSalt);
    expect(new Set(salts).size).toBe(1000);
    expect(new Set(salts.map((salt) => Buffer.from(salt, 'base64url').length))).toEqual(
      new Set([16]),
    );
  });
});
