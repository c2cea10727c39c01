import { describe, expect, it } from 'vitest';
import { registrarOf } from '#functions/registrar/registrars.ts';
import { chooseScope } from '#functions/scope/chosen-scope.ts';
import { premisesAdvice } from '#functions/scope/premises-advice.ts';

const ON = '2026-11-23';
const advice = (items: string[], type?: string, division?: string) =>
  Object.fromEntries(
    premisesAdvice({
      type,
      items: chooseScope({ items }, ON).items,
      registrar: registrarOf(division, ON),
    }).map((it) => [it.kind, it]),
  );
const laws = (told: { because: readonly { law: string; article?: string }[] } | undefined) =>
  told?.because.map(({ law, article = '' }) => `${law} ${article}`.trim());

it('is told in both languages, and by which law', () => {
  for (const type of [undefined, 'LIMITED_COMPANY', 'INDIVIDUAL_BUSINESS', 'PARTNERSHIP'])
    for (const division of [undefined, '440115', '440106'])
      for (const items of [[], ['软件开发', '包装服务', '网络文化经营'], ['餐饮服务']])
        for (const { because } of Object.values(advice(items, type, division))) {
          expect(because.length).toBeGreaterThan(0);
          for (const { zh, en, law } of because)
            expect([zh, en, law].every((text) => text.length > 2)).toBe(true);
        }
});

describe('own or rented premises', () => {
  it('are always possible, with proof or, where the registrar takes it, a promise', () => {
    expect(advice(['餐饮服务'], 'LIMITED_COMPANY', '440115').OWN?.may).toBe('YES');
    const text = (division: string) => advice([], undefined, division).OWN?.because[0]?.zh;
    expect(text('440115')).toContain('承诺');
    expect(text('440106')).not.toContain('承诺');
  });
});

describe('a dwelling', () => {
  it('wants the consent of the owners who are affected', () => {
    const { HOME } = advice(['软件开发']);
    expect(HOME?.may).toBe('IF');
    expect(laws(HOME)).toEqual(['市场主体登记管理条例实施细则 25', '民法典 279']);
  });

  it('seldom serves what needs premises of its own', () => {
    expect(advice(['软件开发', '餐饮服务']).HOME?.because.at(-1)?.items).toEqual(['餐饮服务']);
  });
});

describe('a host’s address', () => {
  it('wants an agreement, and a promise or an official for what depends', () => {
    const { CLUSTER } = advice(['软件开发', '包装服务', '网络文化经营']);
    expect(CLUSTER?.may).toBe('IF');
    expect(CLUSTER?.because.map(({ items }) => items)).toEqual([
      undefined,
      ['包装服务'],
      ['网络文化经营'],
    ]);
  });

  it('is out for what needs real premises or approval first', () => {
    expect(advice(['软件开发', '餐饮服务']).CLUSTER).toMatchObject({
      may: 'NO',
      because: [{}, { items: ['餐饮服务'] }],
    });
    expect(advice(['危险化学品经营']).CLUSTER?.may).toBe('NO');
  });

  it('is out where the registrar takes no such type', () => {
    expect(advice(['软件开发'], 'LIMITED_COMPANY', '440106').CLUSTER?.may).toBe('NO');
    expect(advice(['软件开发'], 'LIMITED_COMPANY', '440115').CLUSTER?.may).toBe('IF');
    expect(advice(['软件开发'], undefined, '440106').CLUSTER?.may).toBe('IF');
    const some = (type: string) =>
      premisesAdvice({
        type,
        items: [],
        registrar: { cluster: ['LIMITED_COMPANY'], addressByPromise: false },
      }).find(({ kind }) => kind === 'CLUSTER')?.may;
    expect([some('LIMITED_COMPANY'), some('INDIVIDUAL_BUSINESS')]).toEqual(['IF', 'NO']);
  });
});

describe('a shop inside a platform', () => {
  it('is an address of individual businesses only', () => {
    expect(advice([], 'LIMITED_COMPANY').NETWORK?.may).toBe('NO');
    const { NETWORK } = advice(['软件开发'], 'INDIVIDUAL_BUSINESS');
    expect(NETWORK?.may).toBe('IF');
    expect(laws(NETWORK)).toEqual(['网络交易监督管理办法 9', '网络交易监督管理办法 10']);
    expect(advice([]).NETWORK?.may).toBe('IF');
  });

  it('is out for what is not done through the network alone', () => {
    expect(advice(['餐饮服务'], 'INDIVIDUAL_BUSINESS').NETWORK).toMatchObject({
      may: 'NO',
      because: [{ items: ['餐饮服务'] }],
    });
  });
});
