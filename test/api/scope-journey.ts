import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { recorder } from './recorder.ts';

/** Somebody without an account wonders what to register, and whether at all. */
export async function scopeJourney(system: System): Promise<Exchange[]> {
  const { exchanges, shown } = recorder(system);

  await shown('plain-words', 'suggestScope', {
    query: { q: '网上卖零食', limit: '3', on: '2026-11-23' },
  });
  await shown('not-in-the-catalogue', 'suggestScope', { query: { q: '民宿', on: '2026-11-23' } });
  await shown('before-anything', 'listScopeItems', { query: { on: '2022-02-28' } });
  await shown('in-force', 'listScopeBundles', { query: { on: '2026-11-23' } });
  await shown('pasted', 'previewScope', {
    body: {
      type: 'INDIVIDUAL_BUSINESS',
      registrar: '440115',
      name: '广州市南沙区晨岚服装店',
      pasted:
        '一般项目：广告设计、代理；服装服饰零售；食品互联网销售（仅销售预包装食品）' +
        '（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）许可项目：出版物零售；卖衣服' +
        '（依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以相关部门批准文件或许可证件为准）',
      filings: [
        {
          item: '食品互联网销售（仅销售预包装食品）',
          channels: ['ONLINE'],
          products: '坚果、饼干',
        },
      ],
    },
  });
  const seller = { who: 'PERSON', online: true, permitNeeded: false };
  await shown('own-produce', 'readDuty', {
    body: { ...seller, trades: ['OWN_FARM_PRODUCE'], yearlyYuan: 300_000 },
  });
  await shown('small-trade', 'readDuty', {
    body: { ...seller, trades: ['OTHER_GOODS'], yearlyYuan: 60_000 },
  });
  return exchanges;
}
