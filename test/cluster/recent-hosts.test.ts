import { expect, it } from 'vitest';
import type { Host } from '#functions/cluster/host.ts';
import { recentHosts } from '#functions/cluster/recent-hosts.ts';
import { aHost } from '#test/builders/review-facts.ts';

it('believes a host for five seconds, and one that was not there not at all', async () => {
  let now = 0;
  let reads = 0;
  let stored: Host | undefined;
  const host = recentHosts(
    async () => {
      reads += 1;
      return stored;
    },
    () => now,
  );
  expect(await host('H-0001')).toBeUndefined();
  stored = aHost();
  expect(await host('H-0001')).toEqual(stored);
  stored = aHost({ status: 'SUSPENDED' });
  now = 4_999;
  expect(await host('H-0001')).toEqual(aHost());
  expect(reads).toBe(2);
  now = 5_000;
  expect(await host('H-0001')).toEqual(stored);
});
