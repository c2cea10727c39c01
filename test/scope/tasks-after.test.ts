import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE_ITEMS } from '#functions/scope/catalogue.ts';
import { chooseScope } from '#functions/scope/chosen-scope.ts';
import { PERMITS, tasksAfter } from '#functions/scope/tasks-after.ts';

const itemsOf = (...items: string[]) => chooseScope({ items }, '2026-11-23').items;
const brief = (items: string[]) =>
  tasksAfter(itemsOf(...items)).map((it) => `${it.kind} ${it.what.zh}: ${it.items.join(' ')}`);

describe('the permits', () => {
  it('are those that the catalogue names, each once', () => {
    const named = new Set(CATALOGUE_ITEMS.flatMap(({ item }) => item.permit ?? []));
    expect(PERMITS.map(({ permit }) => permit).toSorted()).toEqual([...named].toSorted());
  });

  it('are filings for items for filing, approvals for what needs one first, else permits', () => {
    for (const { item } of CATALOGUE_ITEMS) {
      if (item.kind === 'general') continue;
      const licensed = item.preApproval ? 'APPROVAL' : 'PERMIT';
      expect([item.wording, tasksAfter([item])[0]?.kind]).toEqual([
        item.wording,
        item.kind === 'filing' ? 'FILING' : licensed,
      ]);
    }
  });
});

describe('the tasks of a scope', () => {
  it('are none of general items', () => {
    expect(tasksAfter(itemsOf('软件开发', '广告发布'))).toEqual([]);
    expect(tasksAfter([])).toEqual([]);
  });

  it('say what, where, before what and by which law', () => {
    expect(tasksAfter(itemsOf('第二类医疗器械销售'))).toEqual([
      {
        kind: 'FILING',
        items: ['第二类医疗器械销售'],
        what: { zh: '第二类医疗器械经营备案', en: expect.stringContaining('filing') },
        authority: { zh: '市级药品监督管理部门', en: 'municipal drug regulator' },
        before: { zh: '经营第二类医疗器械', en: expect.any(String) },
        basis: { law: '医疗器械监督管理条例', article: '41' },
      },
    ]);
  });

  it('are one where several items want the same, in the order of the scope', () => {
    const scope = ['网络文化经营', '食品销售', '软件开发', '餐饮服务', '食品互联网销售'];
    expect(brief(scope)).toEqual([
      'PERMIT 网络文化经营许可证: 网络文化经营',
      'PERMIT 食品经营许可证: 食品销售 餐饮服务 食品互联网销售',
    ]);
  });

  it('need no filing beside the permit that covers it', () => {
    const filing = '食品互联网销售（仅销售预包装食品）';
    expect(brief([filing])).toEqual([`FILING 仅销售预包装食品备案: ${filing}`]);
    expect(brief([filing, '餐饮服务'])).toEqual([`PERMIT 食品经营许可证: ${filing} 餐饮服务`]);
  });

  it('are told without a name where the catalogue names none', () => {
    const untold = { wording: '晨岚服务', kind: 'licensed' as const };
    expect(tasksAfter([untold, { ...untold, kind: 'filing' }])).toMatchObject([
      { kind: 'PERMIT', what: { zh: '主管部门许可' }, items: ['晨岚服务'] },
      { kind: 'FILING', what: { zh: '主管部门备案' }, items: ['晨岚服务'] },
    ]);
    expect(tasksAfter([{ ...untold, permit: '不存在的许可' }])).toMatchObject([{ kind: 'PERMIT' }]);
  });

  it('carry what the form captured for their items, and no other', () => {
    const filing = {
      item: ' 食品销售（仅销售预包装食品）',
      channels: ['RETAIL'],
      products: '饼干',
    };
    const [first, second] = tasksAfter(
      itemsOf('食品销售（仅销售预包装食品）', '第二类医疗器械销售'),
      [filing, { item: '软件开发' }],
    );
    expect(first?.declared).toEqual([filing]);
    expect(second).not.toHaveProperty('declared');
  });

  it('name every item that is not general exactly once', () => {
    const some = fc.uniqueArray(fc.constantFrom(...CATALOGUE_ITEMS.map(({ item }) => item)));
    fc.assert(
      fc.property(some, (items) => {
        const wanted = items.filter(({ kind }) => kind !== 'general').map((it) => it.wording);
        const told = tasksAfter(items).flatMap((it) => it.items);
        expect(told.toSorted()).toEqual(wanted.toSorted());
      }),
    );
  });
});
