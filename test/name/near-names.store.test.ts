import { describe, expect, it } from 'vitest';
import { nameStore } from '#functions/name/name.store.ts';
import { nearNames, readCards } from '#functions/name/near-names.store.ts';
import type { WantedName } from '#functions/name/wanted-name.ts';
import { newId } from '#functions/runtime/draws.ts';
import { aDatabase, requestsOf } from '#test/builders/a-database.ts';

const { documents, tables, newClient } = await aDatabase();
const names = nameStore(documents, tables.register);

const NOW = '2026-11-23T04:00:00.000Z';
const UNTIL = '2027-01-23T16:00:00.000Z';
const me = newId('ap');
const aName = (key: string, industry = 'F52', registrar = '440115'): WantedName => ({
  registrar,
  key,
  industry,
});
const taken = (key: string, industry?: string, registrar?: string) =>
  names.reserve(aName(key, industry, registrar), newId('ap'), NOW, UNTIL);
const near = (name: WantedName, now = NOW) => nearNames(documents, tables.register)(name, me, now);

await taken('晨岚');
await taken('陈兰');
await taken('岚晨', 'I65');
await taken('晨蓝', '*');
await taken('辰岚', 'F52', '440106');
await names.reserve(aName('臣岚'), me, NOW, UNTIL);

describe('names that are near', () => {
  it('are those of the same or no industry at the registrar, but one’s own and the same one', async () => {
    expect(await near(aName('晨岚'))).toEqual(['晨蓝', '陈兰'].toSorted());
    expect(await near(aName('沉岚', 'I65'))).toEqual(['岚晨', '晨蓝'].toSorted());
    expect(await near(aName('沉岚', 'R90'))).toEqual(['晨蓝']);
    expect(await near(aName('沉岚', 'F52', '440103'))).toEqual([]);
    expect(await near(aName('明月'))).toEqual([]);
  });

  it('are none whose reservation has lapsed', async () => {
    expect(await near(aName('沉岚'), '2027-01-23T15:59:59.999Z')).toHaveLength(3);
    expect(await near(aName('沉岚'), UNTIL)).toEqual([]);
  });

  it('are three at most, for one request that reads at most ten cards', async () => {
    const alike = [...'星兴形型行幸醒杏性姓猩惺腥刑邢荇悻硎陉擤饧'];
    for (const it of alike) await taken(`瑞${it}`);
    const client = newClient();
    const requests = requestsOf(client);
    const counts: unknown[] = [];
    client.middlewareStack.add((next) => async (args) => {
      const result = await next(args);
      if ('Count' in result.output) counts.push(result.output.Count);
      return result;
    });
    expect(await nearNames(client, tables.register)(aName('瑞〇'), me, NOW)).toEqual([]);
    expect(await nearNames(client, tables.register)(aName('睿型'), me, NOW)).toHaveLength(3);
    expect(requests).toEqual(['QueryCommand', 'QueryCommand']);
    expect(counts).toEqual([0, 10]);
  });
});

it('reads the cards of names in their order', async () => {
  const cards = await readCards(
    documents,
    tables.register,
  )(['陈兰', '无人', '岚晨'].map((key) => aName(key)));
  expect(cards.map((card) => card && Object.keys(card.holdings))).toEqual([
    ['F52'],
    undefined,
    ['I65'],
  ]);
  expect(await readCards(documents, tables.register)([])).toEqual([]);
});
