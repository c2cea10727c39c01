import { describe, expect, it } from 'vitest';
import { nameStore } from '#functions/name/name.store.ts';
import { nearSubject } from '#functions/name/near-key.ts';
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
const near = (name: WantedName, remembered: readonly string[], now = NOW) =>
  nearNames(documents, tables.register)(name, me, now, remembered);

await taken('晨岚');
await taken('陈兰');
await taken('岚晨', 'I65');
await taken('晨蓝', '*');
await names.reserve(aName('臣岚'), me, NOW, UNTIL);
const ALL = ['晨岚', '陈兰', '岚晨', '晨蓝', '臣岚', '尘岚'];

describe('names that are near', () => {
  it('are remembered with one subject at a registrar, however they are written', () => {
    const subjects = ['晨岚', '陈兰', '岚晨', '晨蓝'].map((key) => nearSubject(aName(key)));
    expect(new Set(subjects).size).toBe(1);
    expect(subjects).not.toContain(nearSubject(aName('明月')));
    expect(subjects).not.toContain(nearSubject(aName('晨岚', 'F52', '440106')));
  });

  it('are those remembered that others hold in the same or no industry, but the same one', async () => {
    expect(await near(aName('晨岚'), ALL)).toEqual(['晨蓝', '陈兰'].toSorted());
    expect(await near(aName('沉岚', 'I65'), ALL)).toEqual(['岚晨', '晨蓝'].toSorted());
    expect(await near(aName('沉岚', 'R90'), ALL)).toEqual(['晨蓝']);
    expect(await near(aName('沉岚', 'F52', '440103'), ALL)).toEqual([]);
  });

  it('are none whose reservation has lapsed', async () => {
    expect(await near(aName('沉岚'), ALL, '2027-01-23T15:59:59.999Z')).toHaveLength(3);
    expect(await near(aName('沉岚'), ALL, UNTIL)).toEqual([]);
  });

  it('are three at most, of ten cards that are read at most, and none for no request', async () => {
    const alike = [...'星兴形型行幸醒杏性姓猩惺腥刑邢荇悻硎陉擤饧'].map((it) => `瑞${it}`);
    for (const it of alike) await taken(it);
    const client = newClient();
    const requests = requestsOf(client);
    const ask = nearNames(client, tables.register);
    expect(await ask(aName('瑞〇'), me, NOW, [])).toEqual([]);
    expect(await ask(aName('瑞〇'), me, NOW, ['瑞〇'])).toEqual([]);
    expect(requests).toEqual([]);
    expect(await ask(aName('睿型'), me, NOW, alike)).toHaveLength(3);
    expect(requests).toEqual(['BatchGetItemCommand']);
    expect(await ask(aName('瑞〇'), me, NOW, [...alike.map((it) => `啊${it}`), '瑞星'])).toEqual(
      [],
    );
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
