import { describe, expect, it } from 'vitest';
import { stopStore, stopsInForce } from '#functions/register/stop.store.ts';
import type { StopScope } from '#functions/register/stop.ts';
import { aDatabase, requestsOf } from '#test/builders/a-database.ts';
import { aStop } from '#test/builders/a-stop.ts';

const { documents, tables, newClient } = await aDatabase();
const store = stopStore(documents, tables.register);

let hosts = 0;
/** A scope that no other test of this file stops. */
const aScope = (): StopScope => ({ kind: 'HOST', id: `H-${String(++hosts).padStart(4, '0')}` });

describe('a stop', () => {
  it('is one for each scope, whoever comes first', async () => {
    const scope = aScope();
    const stops = [aStop({ scope }), aStop({ scope }), aStop({ scope: aScope() })];
    const made = await Promise.all(stops.slice(0, 2).map(store.create));
    expect(made.toSorted()).toEqual(['COMMITTED', 'STOPPED']);
    expect(await Promise.all(stops.slice(2).map(store.create))).toEqual(['COMMITTED']);
  });

  it('is changed over the version that was read only', async () => {
    const stop = aStop({ scope: aScope() });
    await store.create(stop);
    const next = { ...stop, version: 2, state: 'RESUMING' as const, proposedBy: 'supervisor-2' };
    expect(await store.write(next, stop)).toBe('COMMITTED');
    expect(await store.write({ ...stop, version: 2 }, stop)).toBe('MOVED');
    expect(await store.stop(stop.id)).toEqual(next);
  });

  it('that has ended is kept with the past ones, and its scope may be stopped anew', async () => {
    const stop = aStop({ scope: aScope() });
    await store.create(stop);
    const ended = { ...stop, version: 2, state: 'ENDED' as const, confirmedBy: 'supervisor-3' };
    expect(await store.write(ended, stop)).toBe('COMMITTED');
    expect(await store.write(ended, stop)).toBe('MOVED');
    const again = aStop({ scope: stop.scope });
    expect(await store.create(again)).toBe('COMMITTED');
    expect(await store.write({ ...stop, version: 2 }, stop)).toBe('MOVED');
    expect([await store.stop(stop.id), await store.stop(again.id)]).toEqual([ended, again]);
  });

  it('that holds is listed before past ones, page by page', async () => {
    const listed = [];
    let after: string | undefined;
    do {
      const page = await store.stops(2, after);
      listed.push(...page.stops);
      after = page.next;
    } while (after);
    const states = listed.map(({ state }) => state);
    expect(states).toHaveLength(5);
    expect(states.indexOf('ENDED')).toBe(4);
  });

  it('that there is none of is not found', async () => {
    await expect(store.stop(aStop().id)).rejects.toMatchObject({ name: 'ApplicationNotFound' });
  });
});

describe('the stops that a process knows', () => {
  const aProcess = () => {
    const client = newClient();
    let now = 0;
    const stops = stopsInForce(client, tables.register, () => now);
    return { requests: requestsOf(client), stops, later: (ms: number) => (now += ms) };
  };

  it('are asked for once in five seconds, by however many at once', async () => {
    const { stops, requests, later } = aProcess();
    await Promise.all([stops(), stops(), stops()]);
    later(4_999);
    await stops();
    expect(requests).toEqual(['QueryCommand']);
    later(1);
    await stops();
    expect(requests).toHaveLength(2);
  });

  it('are new after five seconds at the latest', async () => {
    const { stops, later } = aProcess();
    const before = await stops();
    const stop = aStop({ scope: aScope() });
    await store.create(stop);
    expect(await stops()).toEqual(before);
    later(5_000);
    expect(await stops()).toContainEqual(stop);
    await store.write({ ...stop, version: 2, state: 'ENDED' }, stop);
    later(5_000);
    expect(await stops()).toEqual(before);
  });

  it('that cannot be read let nothing pass, and are asked for again', async () => {
    const none = stopsInForce(newClient(), 'no-such-table', () => 0);
    await expect(none()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(none()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
