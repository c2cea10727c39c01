import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import type { Host } from '#functions/cluster/host.ts';
import { hostItem, hostList } from '#functions/cluster/host-list.store.ts';
import { placeKey } from '#functions/cluster/place.store.ts';
import { aDatabase, requestsOf } from '#test/builders/a-database.ts';
import { aHost } from '#test/builders/review-facts.ts';

const { documents, tables } = await aDatabase();
const TODAY = '2026-11-23';

const put = async (Item: object) =>
  documents.send(new PutCommand({ TableName: tables.register, Item }));
const hosted = async (registrar: string, hosts: readonly Partial<Host>[]) => {
  for (const host of hosts) await put(hostItem(aHost({ registrar, ...host })));
  return (limit: number, after?: string) =>
    hostList(documents, tables.register)({ registrar, on: TODAY }, limit, after);
};
const taken = async (host: string, places: readonly number[]) => {
  for (const place of places) await put({ ...placeKey(host, place), place, holder: `ap_${place}` });
};

describe('the hosts of a registrar', () => {
  it('are those that take tenants, with the places that nobody holds', async () => {
    const list = await hosted('440101', [
      { id: 'H-1001', places: 3 },
      { id: 'H-1002', status: 'SUSPENDED' },
      { id: 'H-1003', validUntil: '2026-11-22' },
      { id: 'H-1004', creditClass: 'D' },
      { id: 'H-1005', abnormal: true },
    ]);
    await hosted('440102', [{ id: 'H-1006' }]);
    await taken('H-1001', [2]);
    const { hosts, next } = await list(20);
    expect(hosts.map(({ id, free }) => ({ id, free }))).toEqual([{ id: 'H-1001', free: 2 }]);
    expect(next).toBeUndefined();
  });

  it('come page by page, by one request and one more for each', async () => {
    const ids = ['H-2001', 'H-2002', 'H-2003'];
    const list = await hosted(
      '440109',
      ids.map((id) => ({ id })),
    );
    const sent = requestsOf(documents);
    const first = await list(2);
    expect(sent).toEqual(['QueryCommand', 'QueryCommand', 'QueryCommand']);
    const second = await list(2, first.next);
    expect([...first.hosts, ...second.hosts].map(({ id }) => id)).toEqual(ids);
  });

  it('are told about how many places are free where more are held than are counted', async () => {
    const list = await hosted('440107', [{ id: 'H-3001', places: 900 }]);
    await taken(
      'H-3001',
      Array.from({ length: 300 }, (_, index) => 3 * (index + 1)),
    );
    const { hosts } = await list(1);
    expect(hosts[0]?.free).toBe(600);
  });
});
