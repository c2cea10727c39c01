import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import type { Host } from '#functions/cluster/host.ts';
import { occupyWrites, placeStore, vacateWrites } from '#functions/cluster/place.store.ts';
import { newId } from '#functions/runtime/draws.ts';
import { commit, type Write } from '#functions/runtime/transaction.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { freshHost, SENT_AT } from '#test/builders/applications-in.ts';

const database = await aDatabase();
const { documents, tables } = database;
const places = placeStore(documents, tables.register);
const hold = (host: Host, id = newId('ap'), agreed?: number) =>
  places.hold(host, id, SENT_AT, agreed);

/** The ledger of a host: who holds which place, by place items and by tenant items. */
async function ledger(host: Host) {
  const { Items = [] } = await documents.send(
    new QueryCommand({
      TableName: tables.register,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :host',
      ExpressionAttributeValues: { ':host': `HOST#${host.id}` },
    }),
  );
  const pairs = (kind: string) =>
    Items.filter(({ sk }) => String(sk).startsWith(kind))
      .map(({ place, holder }) => `${place} ${holder}`)
      .toSorted();
  return { places: pairs('PLACE#'), tenants: pairs('TENANT#') };
}
const committed = (writes: readonly Write[]) =>
  commit(
    documents,
    writes.map((write) => ['LOST', write] as const),
  );

describe('the places of a host', () => {
  it('are held by exactly a hundred of a thousand who come at once', async () => {
    const host = await freshHost(database, { places: 100 });
    const outcomes = await Promise.all(Array.from({ length: 1000 }, () => hold(host)));
    const count = (outcome: string) => outcomes.filter((it) => it === outcome).length;
    expect([count('HELD'), count('NONE_FREE')]).toEqual([100, 900]);
    const held = await ledger(host);
    expect(held.places).toHaveLength(100);
    expect(held.tenants).toEqual(held.places);
    expect(new Set(held.places.map((pair) => pair.split(' ')[0])).size).toBe(100);
  }, 30_000);

  it('are numbered from 1 to as many as there are', async () => {
    const host = await freshHost(database, { places: 25 });
    for (let tenants = 0; tenants < 25; tenants++) expect(await hold(host)).toBe('HELD');
    const numbers = (await ledger(host)).places.map((pair) => Number(pair.split(' ')[0]));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
    expect(await hold(host)).toBe('NONE_FREE');
  });

  it('stay one for each application, however often it asks', async () => {
    const host = await freshHost(database);
    const id = newId('ap');
    expect(await Promise.all([hold(host, id), hold(host, id)])).toEqual(['HELD', 'HELD']);
    expect(await hold(host, id)).toBe('HELD');
    const { places: held, tenants } = await ledger(host);
    expect(held).toHaveLength(1);
    expect(tenants).toEqual(held);
  });

  it('are held by the number agreed on, or not at all', async () => {
    const host = await freshHost(database);
    const id = newId('ap');
    expect(await hold(host, id, 7)).toBe('HELD');
    expect(await hold(host, id, 7)).toBe('HELD');
    expect(await hold(host, newId('ap'), 7)).toBe('TAKEN');
    expect((await ledger(host)).places).toEqual([`7 ${id}`]);
  });

  it('say beforehand whether one is free', async () => {
    const host = await freshHost(database, { places: 2 });
    await hold(host, newId('ap'), 1);
    expect(await places.isFree(host)).toBe(true);
    expect(await places.isFree(host, 1)).toBe(false);
    expect(await places.isFree(host, 2)).toBe(true);
    expect(await places.isFree(host, 3)).toBe(false);
    expect(await places.isFree(host, 0)).toBe(false);
    await hold(host);
    expect(await places.isFree(host)).toBe(false);
  });
});

describe('a held place', () => {
  const held = async () => {
    const host = await freshHost(database, { places: 1 });
    const tenant = { holder: newId('ap'), place: 1 };
    await hold(host, tenant.holder);
    return { host, tenant };
  };
  const vacate = ({ host, tenant }: Awaited<ReturnType<typeof held>>) =>
    committed(vacateWrites(tables.register, host.id, tenant));
  const occupy = ({ host, tenant }: Awaited<ReturnType<typeof held>>, uscc: string) =>
    committed(occupyWrites(tables.register, host.id, tenant, uscc));

  it('is free again once it is given back', async () => {
    const it = await held();
    expect(await vacate(it)).toBe('COMMITTED');
    expect(await vacate(it)).toBe('LOST');
    expect(await ledger(it.host)).toEqual({ places: [], tenants: [] });
    expect(await hold(it.host)).toBe('HELD');
  });

  it('is occupied once, and then not given back with an application', async () => {
    const it = await held();
    expect(await occupy(it, '91440115MAX0000153')).toBe('COMMITTED');
    expect(await occupy(it, '91440115MAX0000231')).toBe('LOST');
    expect(await vacate(it)).toBe('LOST');
    expect(await hold(it.host)).toBe('NONE_FREE');
  });

  it('is neither occupied nor given back for another one', async () => {
    const { host, tenant } = await held();
    const other = { host, tenant: { ...tenant, holder: newId('ap') } };
    expect(await occupy(other, '91440115MAX0000153')).toBe('LOST');
    expect(await vacate(other)).toBe('LOST');
  });
});

describe('a host', () => {
  it('is found by its id, or not at all', async () => {
    const host = await freshHost(database);
    expect(await places.host(host.id)).toEqual(host);
    expect(await places.host('H-9999')).toBeUndefined();
  });
});
