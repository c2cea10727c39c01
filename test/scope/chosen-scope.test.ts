import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUNDLES, CATALOGUE_ITEMS } from '#functions/scope/catalogue.ts';
import { chooseScope, printedScope } from '#functions/scope/chosen-scope.ts';

const ON = '2026-11-23';
const wordings = (scope: Parameters<typeof chooseScope>[0]): string[] =>
  chooseScope(scope, ON).items.map((it) => it.wording);

const B04 = ['个人互联网直播服务', '文艺创作', '摄像及视频制作服务'];

describe('a chosen scope', () => {
  it('is the core of the bundle in force', () => {
    const chosen = chooseScope({ bundle: { id: 'B01', version: '2026-11' } }, ON);

    expect(chosen.items).toHaveLength(14);
    expect(chosen.items[0]).toEqual({
      wording: '互联网销售（除销售需要许可的商品）',
      kind: 'general',
      class: 'F5292',
      cluster: 'yes',
      individual: 'yes',
    });
    expect(chosen.bundle).toEqual({
      id: 'B01',
      version: '2026-11',
      state: 'IN_FORCE',
      types: ['LIMITED_COMPANY', 'SOLE_PROPRIETORSHIP', 'INDIVIDUAL_BUSINESS'],
      ownPremises: false,
    });
    expect(new Set(chosen.pointers)).toEqual(new Set(['/scope/bundle']));
  });

  it('leaves out what was dropped and adds what was asked for, each once, each with its place', () => {
    const chosen = chooseScope(
      {
        bundle: { id: 'B04' },
        without: ['文艺创作', '危险化学品经营', '不存在的项目'],
        items: ['摄像及视频制作服务', '软件开发', '通信设备销售', '通讯设备销售', '飞行表演'],
      },
      ON,
    );

    expect(chosen.items.map((it) => it.wording)).toEqual([
      ...['个人互联网直播服务', '摄像及视频制作服务', '广告设计、代理', '广告制作'],
      ...['互联网销售（除销售需要许可的商品）', '个人商务服务', '平面设计', '组织文化艺术交流活动'],
      ...['软件开发', '通讯设备销售'],
    ]);
    expect(chosen.pointers.slice(-3)).toEqual([
      '/scope/bundle',
      '/scope/items/1',
      '/scope/items/2',
    ]);
    expect(chosen.unknown).toEqual([{ pointer: '/scope/items/4', wording: '飞行表演' }]);
  });

  it('drops a bundle item by its alias', () => {
    expect(wordings({ bundle: { id: 'B10' } })).toContain('通讯设备销售');
    expect(wordings({ bundle: { id: 'B10' }, without: ['通信设备销售'] })).not.toContain(
      '通讯设备销售',
    );
  });

  it('keeps what was dropped and then asked for', () => {
    expect(wordings({ bundle: { id: 'B04' }, without: B04, items: ['文艺创作'] }).at(-1)).toBe(
      '文艺创作',
    );
  });

  it('says when the bundle was seen in another version, and takes the one in force', () => {
    const chosen = chooseScope({ bundle: { id: 'B01', version: '2024-01' } }, ON);
    expect(chosen.bundle).toMatchObject({ state: 'OTHER_VERSION', version: '2026-11' });
    expect(chosen.items).toHaveLength(14);
  });

  it.each(['B99', 'b01', ''])('has no items of a bundle that is not there: %s', (id) => {
    expect(chooseScope({ bundle: { id } }, ON)).toEqual({
      items: [],
      unknown: [],
      bundle: { id, state: 'UNKNOWN', types: [], ownPremises: false },
      pointers: [],
    });
  });

  it('is empty where the form says nothing', () => {
    expect(chooseScope(undefined, ON)).toEqual({ items: [], unknown: [], pointers: [] });
  });

  it('tells own premises', () => {
    expect(chooseScope({ bundle: { id: 'B13' } }, ON).bundle?.ownPremises).toBe(true);
  });

  it('holds each item once and a pointer for each, whatever is chosen', () => {
    const some = fc.array(fc.constantFrom(...CATALOGUE_ITEMS.map((it) => it.item.wording), '？'));
    fc.assert(
      fc.property(
        fc.constantFrom(...BUNDLES.map((it) => it.id)),
        some,
        some,
        (id, without, items) => {
          const chosen = chooseScope({ bundle: { id }, without, items }, ON);
          const found = chosen.items.map((it) => it.wording);
          expect(new Set(found).size).toBe(found.length);
          expect(chosen.pointers).toHaveLength(found.length);
          for (const wording of without) {
            if (!items.includes(wording)) expect(found).not.toContain(wording);
          }
          for (const [at, pointer] of chosen.pointers.entries()) {
            if (pointer !== '/scope/bundle')
              expect(items[Number(pointer.split('/')[3])]).toBe(found[at]);
          }
        },
      ),
    );
  });
});

describe('a printed scope', () => {
  const printed = (items: string[]): string => printedScope(chooseScope({ items }, ON).items);

  it('lists general items, those for filing among them, then licensed ones, each with its note', () => {
    const items = ['食品销售', '广告设计、代理', '食品互联网销售（仅销售预包装食品）', '餐饮服务'];
    expect(printed(items)).toBe(
      '一般项目：广告设计、代理；食品互联网销售（仅销售预包装食品）' +
        '（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）' +
        '许可项目：食品销售；餐饮服务' +
        '（依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以相关部门批准文件或许可证件为准）',
    );
  });

  it('has no heading without items', () => {
    expect(printed(['软件开发'])).not.toContain('许可项目');
    expect(printed(['餐饮服务'])).not.toContain('一般项目');
    expect(printed([])).toBe('');
  });
});
