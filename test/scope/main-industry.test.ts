import { expect, it } from 'vitest';
import { CATALOGUE_ITEMS } from '#functions/scope/catalogue.ts';
import { chooseScope } from '#functions/scope/chosen-scope.ts';
import { mainIndustryOf } from '#functions/scope/main-industry.ts';

it('the first item fixes the main industry', () => {
  const { items } = chooseScope({ items: ['软件开发', '餐饮服务'] }, '2026-11-23');
  expect(mainIndustryOf(items)).toEqual({
    item: '软件开发',
    class: 'I6513',
    division: 'I65',
    title: '软件和信息技术服务业',
  });
});

it('every item of the catalogue has an industry with a title', () => {
  const without = CATALOGUE_ITEMS.filter(({ item }) => !mainIndustryOf([item])?.title);
  expect(without.map(({ item }) => item.wording)).toEqual([]);
});

it('without items there is none', () => {
  expect(mainIndustryOf([])).toBeUndefined();
});
