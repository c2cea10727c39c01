import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { applicationKey } from '#functions/application/application.store.ts';
import {
  commitWithName,
  holdPorts,
  readHoldings,
  releases,
} from '#functions/application/holdings.store.ts';
import { hold, leftToHold, type Wanted } from '#functions/application/holds.ts';
import type { Host } from '#functions/cluster/host.ts';
import { newId } from '#functions/runtime/draws.ts';
import { type Claim, commit } from '#functions/runtime/transaction.ts';
import { aDatabase, requestsOf } from '#test/builders/a-database.ts';
import { freshHost, SENT_AT } from '#test/builders/applications-in.ts';

const database = await aDatabase();
const { documents, tables } = database;
const holdings = readHoldings(documents, tables.register);
const releasesOf = releases(documents, tables.register);
const ports = holdPorts(documents, tables.register, tables.applications);

/** Only an application that is submitted may come to hold something. */
async function submitted(): Promise<string> {
  const id = newId('ap');
  await documents.send(
    new PutCommand({
      TableName: tables.applications,
      Item: { ...applicationKey(id), state: 'SUBMITTED' },
    }),
  );
  return id;
}

let words = 0;
async function aWish() {
  const host = await freshHost(database);
  const wanted = {
    name: { registrar: '440115', key: `字号${++words}`, industry: 'F52' },
    place: { host: host.id },
  } as const satisfies Wanted;
  return { host, wanted, id: await submitted() };
}

describe('a name that comes with its application', () => {
  const born = (id: string): Claim<'EXISTS'> => [
    'EXISTS',
    {
      Put: {
        TableName: tables.applications,
        Item: { ...applicationKey(id), state: 'SUBMITTED' },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
  ];
  const come = async (wanted: Wanted, host?: Host) => {
    const id = newId('ap');
    const client = database.newClient();
    const requests = requestsOf(client);
    const outcome = await commitWithName(
      client,
      tables.register,
      [born(id)],
      id,
      wanted,
      SENT_AT,
      host,
    );
    return { id, outcome, requests };
  };

  it('brings a place at its host along, where the one that is tried is free', async () => {
    const { host, wanted } = await aWish();
    const { id, outcome, requests } = await come(wanted, host);
    expect({ outcome, requests }).toEqual({
      outcome: 'HELD',
      requests: ['TransactWriteItemsCommand'],
    });
    const { card, tenant } = await holdings(id, wanted);
    expect(card?.holdings.F52).toMatchObject({ kind: 'RESERVED', holder: id });
    expect(tenant).toMatchObject({ holder: id });
    expect(leftToHold(wanted, 'HELD')).toEqual({});
  });

  it('comes without a place that is taken or that the host does not give, and keeps its name', async () => {
    const { host, wanted } = await aWish();
    const place = { host: host.id, agreed: 1 };
    expect((await come({ ...wanted, place }, host)).outcome).toBe('HELD');
    const name = { ...wanted.name, key: `${wanted.name.key}二` };
    const second = await come({ name, place }, host);
    expect(second.outcome).toBe('RESERVED');
    expect(leftToHold({ name, place }, 'RESERVED')).toEqual({ place });
    const { card, tenant } = await holdings(second.id, { name, place });
    expect(card?.holdings.F52).toMatchObject({ holder: second.id });
    expect(tenant).toBeUndefined();
    const beyond = { host: host.id, agreed: host.places + 1 };
    const third = { ...wanted.name, key: `${wanted.name.key}三` };
    expect((await come({ name: third, place: beyond }, host)).outcome).toBe('RESERVED');
    const fourth = { ...wanted.name, key: `${wanted.name.key}四` };
    const closed: Host = { ...host, status: 'SUSPENDED' };
    expect((await come({ name: fourth, place: { host: host.id } }, closed)).outcome).toBe(
      'RESERVED',
    );
  });

  it('leaves all to ask for where the name is another’s, though it has a place', async () => {
    const { host, wanted } = await aWish();
    await come(wanted);
    const { id, outcome } = await come(wanted, host);
    expect(outcome).toBe('COMMITTED');
    expect((await holdings(id, wanted)).tenant).toMatchObject({ holder: id });
    expect(leftToHold(wanted, 'COMMITTED')).toEqual(wanted);
  });

  it('is reserved in the one transaction where nobody has the 字号', async () => {
    const { wanted } = await aWish();
    const { id, outcome, requests } = await come(wanted);
    expect({ outcome, requests }).toEqual({
      outcome: 'RESERVED',
      requests: ['TransactWriteItemsCommand'],
    });
    expect((await holdings(id, wanted)).card).toMatchObject({
      version: 1,
      holdings: { F52: { kind: 'RESERVED', holder: id, until: '2027-01-23T16:00:00.000Z' } },
    });
  });

  it('stays behind where somebody has it, and the application comes without', async () => {
    const { wanted } = await aWish();
    const first = await come(wanted);
    const second = await come(wanted);
    expect(second.outcome).toBe('COMMITTED');
    expect((await holdings(second.id, wanted)).card?.holdings.F52?.holder).toBe(first.id);
  });

  it('is not reserved for an application that was there before', async () => {
    const { wanted } = await aWish();
    const id = await submitted();
    const again = commitWithName(documents, tables.register, [born(id)], id, wanted, SENT_AT);
    expect(await again).toBe('EXISTS');
    expect((await holdings(id, wanted)).card).toBeUndefined();
  });
});

describe('what the register holds', () => {
  it('is read in one request: card, host and own tenant', async () => {
    const { host, wanted, id } = await aWish();
    await hold(ports, id, wanted, SENT_AT);
    const client = database.newClient();
    const requests = requestsOf(client);
    const held = await readHoldings(client, tables.register)(id, wanted);
    expect(requests).toEqual(['BatchGetItemCommand']);
    expect(held).toMatchObject({
      card: { version: 1, holdings: { F52: { kind: 'RESERVED', holder: id } } },
      host,
      tenant: { holder: id },
    });
  });

  it('of an application that holds nothing is the host alone', async () => {
    const { host, wanted, id } = await aWish();
    expect(await holdings(id, wanted)).toEqual({ host });
  });

  it('of an application that wants nothing is nothing, and asks for nothing', async () => {
    const client = database.newClient();
    const requests = requestsOf(client);
    expect(await readHoldings(client, tables.register)(newId('ap'), {})).toEqual({});
    expect(requests).toEqual([]);
  });
});

describe('holding', () => {
  it('is not for an application that is over: nobody holds who withdrew a moment before', async () => {
    const { host, wanted } = await aWish();
    const withdrawn = newId('ap');
    await hold(ports, withdrawn, wanted, SENT_AT);
    expect(await holdings(withdrawn, wanted)).toEqual({ host });
  });
});

describe('giving back', () => {
  it('frees name and place for the next one', async () => {
    const { host, wanted, id } = await aWish();
    await hold(ports, id, wanted, SENT_AT);
    expect(await commit(documents, await releasesOf(id, wanted))).toBe('COMMITTED');
    expect(await holdings(id, wanted)).toEqual({ host, card: { version: 2, holdings: {} } });

    const next = await submitted();
    await hold(ports, next, wanted, SENT_AT);
    expect(await holdings(next, wanted)).toMatchObject({
      card: { holdings: { F52: { holder: next } } },
      tenant: { holder: next },
    });
  });

  it('touches nothing that another one holds', async () => {
    const { wanted, id } = await aWish();
    await hold(ports, id, wanted, SENT_AT);
    const writes = await releasesOf(newId('ap'), wanted);
    expect(writes.flatMap(([, write]) => Object.keys(write))).toEqual([
      'ConditionCheck',
      'ConditionCheck',
    ]);
    expect(await commit(documents, writes)).toBe('COMMITTED');
  });

  it.each(['name', 'place'] as const)(
    'is not done when it came to hold its %s meanwhile',
    async (which) => {
      const { wanted, id } = await aWish();
      const writes = await releasesOf(id, wanted);
      await hold(ports, id, { [which]: wanted[which] }, SENT_AT);
      expect(await commit(documents, writes)).toBe('MOVED');
    },
  );

  it('is not done when the card moved meanwhile, and then not in part', async () => {
    const { wanted, id } = await aWish();
    await hold(ports, id, wanted, SENT_AT);
    const writes = await releasesOf(id, wanted);
    const another = { ...wanted.name, industry: 'C13' };
    await ports.reserveName(another, await submitted(), SENT_AT, '2027-01-23T16:00:00.000Z');
    expect(await commit(documents, writes)).toBe('MOVED');
    expect((await holdings(id, wanted)).tenant?.holder).toBe(id);
  });
});
