import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { nameCardKey, nameStore, readCard } from '#functions/name/name.store.ts';
import type { WantedName } from '#functions/name/wanted-name.ts';
import { newId } from '#functions/runtime/draws.ts';
import { aDatabase, requestsOf } from '#test/builders/a-database.ts';

const { documents, tables, newClient } = await aDatabase();
const names = nameStore(documents, tables.register);

const NOW = '2026-11-23T04:00:00.000Z';
const UNTIL = '2027-01-23T16:00:00.000Z';

let words = 0;
const aName = (industry = 'F52'): WantedName => ({
  registrar: '440115',
  key: `字号${++words}`,
  industry,
});
const cardOf = async (name: WantedName) =>
  readCard(
    (await documents.send(new GetCommand({ TableName: tables.register, Key: nameCardKey(name) })))
      .Item,
  );
const reserve = (name: WantedName, id = newId('ap'), now = NOW, until = UNTIL) =>
  names.reserve(name, id, now, until);

describe('the reservation of a name', () => {
  it('takes one request where the 字号 is new, and two where it is known', async () => {
    const client = newClient();
    const requests = requestsOf(client);
    const counted = nameStore(client, tables.register);
    const name = aName();
    await counted.reserve(name, newId('ap'), NOW, UNTIL);
    expect(requests).toEqual(['PutItemCommand']);
    await counted.reserve({ ...name, industry: 'C13' }, newId('ap'), NOW, UNTIL);
    expect(requests).toEqual(['PutItemCommand', 'PutItemCommand', 'PutItemCommand']);
  });

  it('tells in one request that the name is another’s', async () => {
    const name = aName();
    await reserve(name);
    const client = newClient();
    const requests = requestsOf(client);
    const conflicts = await nameStore(client, tables.register).reserve(
      name,
      newId('ap'),
      NOW,
      UNTIL,
    );
    expect(conflicts).toEqual([{ industry: 'F52', kind: 'RESERVED' }]);
    expect(requests).toEqual(['PutItemCommand']);
  });

  it('changes nothing when it is asked for again', async () => {
    const name = aName();
    const id = newId('ap');
    await reserve(name, id);
    expect(await reserve(name, id, '2026-12-01T00:00:00.000Z', '2027-02-01T16:00:00.000Z')).toEqual(
      [],
    );
    expect(await cardOf(name)).toEqual({
      version: 1,
      holdings: { F52: { kind: 'RESERVED', holder: id, until: UNTIL } },
    });
  });

  it('is had by exactly one of twenty who want it at once', async () => {
    const name = aName();
    const ids = Array.from({ length: 20 }, () => newId('ap'));
    const answers = await Promise.all(ids.map((id) => reserve(name, id)));
    const winners = ids.filter((_, index) => answers[index]?.length === 0);
    expect(winners).toHaveLength(1);
    expect((await cardOf(name))?.holdings).toEqual({
      F52: { kind: 'RESERVED', holder: winners[0], until: UNTIL },
    });
  });

  it('is had by each of several who want it at once in industries of their own', async () => {
    const name = aName();
    const industries = ['A01', 'C13', 'F51', 'F52', 'H61', 'I65'];
    const answers = await Promise.all(industries.map((industry) => reserve({ ...name, industry })));
    expect(answers.flat()).toEqual([]);
    const card = await cardOf(name);
    expect(Object.keys(card?.holdings ?? {}).toSorted()).toEqual(industries);
    expect(card?.version).toBe(industries.length);
  });

  it('lapses at its moment and not before', async () => {
    const name = aName();
    await reserve(name);
    const later = '2027-03-23T16:00:00.000Z';
    expect(await reserve(name, newId('ap'), '2027-01-23T15:59:59.999Z', later)).toHaveLength(1);
    const next = newId('ap');
    expect(await reserve(name, next, UNTIL, later)).toEqual([]);
    expect((await cardOf(name))?.holdings.F52?.holder).toBe(next);
  });

  it.each([
    ['without industry against one with', '*', 'F52'],
    ['with an industry against one without', 'F52', '*'],
  ])('%s is refused', async (_, first, second) => {
    const name = aName(first);
    await reserve(name);
    expect(await reserve({ ...name, industry: second })).toEqual([
      { industry: first, kind: 'RESERVED' },
    ]);
  });

  it('at one registrar says nothing of another', async () => {
    const name = aName();
    await reserve(name);
    expect(await reserve({ ...name, registrar: '440106' })).toEqual([]);
  });
});
