import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { httpHandler } from '#functions/api/http.handler.ts';
import { SCOPE_ROUTES } from '#functions/api/scope.routes.ts';
import { scopeUseCases } from '#functions/api/scope.ts';
import { CATALOGUE_RELEASE } from '#functions/scope/catalogue.ts';
import { aBundle, anEdition } from '#test/builders/an-edition.ts';
import { anEvent, read, type Sent } from './an-event.ts';

/** 00:30 on 24 November in 广州. */
const NOW = Date.parse('2026-11-23T16:30:00.000Z');
/** A bundle that began this midnight, and one that begins at the next. */
const EDITIONS = [
  anEdition({ kind: 'BUNDLE', bundle: aBundle() }),
  anEdition({ kind: 'BUNDLE', bundle: aBundle({ id: 'B91' }) }, { from: '2026-11-25' }),
];
const handler = httpHandler(
  SCOPE_ROUTES,
  scopeUseCases({ published: async () => EDITIONS, now: () => NOW }),
  'https://registrar.example/problems',
);

type Name = keyof typeof SCOPE_ROUTES;

/** Asks as API Gateway hands it on, and holds what is answered to the table. */
async function asked(name: Name, sent: Sent = {}) {
  const answer = read(await handler(anEvent(SCOPE_ROUTES[name], sent)));
  if (answer.status === 200) SCOPE_ROUTES[name].answers[200].parse(answer.body);
  return answer;
}
const english = { 'accept-language': 'en' };

const Items = z.object({ on: z.string(), items: z.array(z.object({ wording: z.string() })) });
const Preview = SCOPE_ROUTES.previewScope.answers[200];
const preview = async (body: object, headers = {}) => {
  const { status, body: told } = await asked('previewScope', { body, headers });
  expect(status).toBe(200);
  return Preview.parse(told);
};

describe('the catalogue', () => {
  it('is told whole, as it is in force today in 广州', async () => {
    const { status, body, headers } = await asked('listScopeItems');
    const { on, items } = Items.parse(body);
    expect([status, on, items.length]).toEqual([200, '2026-11-24', 223]);
    expect(headers['cache-control']).toBe('public, max-age=300');
  });

  it('is told as it was on a day', async () => {
    const told = await asked('listScopeItems', { query: { on: '2022-02-28' } });
    expect(Items.parse(told.body).items).toEqual([]);
    const bundles = await asked('listScopeBundles', { query: { on: '2026-11-01' } });
    expect(bundles.body).toMatchObject({ bundles: { length: 14 } });
  });

  it('has the bundles that officials have published, from the day on which they begin', async () => {
    const Told = z.object({ bundles: z.array(z.looseObject({ id: z.string() })) });
    const told = async (on?: string) => {
      const { body, headers } = await asked('listScopeBundles', on ? { query: { on } } : {});
      return { ids: Told.parse(body).bundles.slice(14), etag: headers.etag };
    };
    expect((await told('2026-11-23')).ids).toEqual([]);
    const { ids, etag } = await told();
    expect(ids).toMatchObject([{ id: 'B90', version: '2026-12', from: '2026-11-24' }]);
    expect((await told('2026-11-25')).ids).toMatchObject([{ id: 'B90' }, { id: 'B91' }]);
    expect(etag).toBe(`"${CATALOGUE_RELEASE}.2026-11-24.4"`);
    const { body } = await asked('suggestScope', { query: { q: '示例打包' } });
    expect(body.bundles[0]).toMatchObject({ id: 'B90' });
    const { printed, findings } = await preview({ scope: { bundle: { id: 'B90' } } });
    expect(printed).toMatch(/^一般项目：国内贸易代理；日用百货销售（/);
    expect(findings).toEqual([]);
  });

  it.each(['2026-02-30', 'today', ''])('knows no day %j', async (on) => {
    const { status, body } = await asked('listScopeItems', { query: { on } });
    expect([status, body]).toMatchObject([400, { errors: [{ pointer: '#query/on' }] }]);
  });
});

describe('suggestions', () => {
  it('are as many as were asked for', async () => {
    const { body } = await asked('suggestScope', { query: { q: '销售', limit: '3' } });
    expect(body).toMatchObject({ items: { length: 3 } });
  });

  it.each([
    [{}, '#query/q'],
    [{ q: '' }, '#query/q'],
    [{ q: '衣'.repeat(101) }, '#query/q'],
    [{ q: '衣服', limit: '0' }, '#query/limit'],
    [{ q: '衣服', limit: '51' }, '#query/limit'],
  ])('are refused for %j', async (query, pointer) => {
    const { status, body } = await asked('suggestScope', { query });
    expect([status, body]).toMatchObject([400, { errors: [{ pointer }] }]);
  });
});

describe('a preview', () => {
  it('takes over what was pasted, behind what was chosen', async () => {
    const told = await preview({
      type: 'INDIVIDUAL_BUSINESS',
      scope: { items: ['服装服饰零售'] },
      pasted: '一般项目：鞋帽零售；卖衣裳许可项目：出版物零售',
    });
    expect(told.scope).toEqual({ items: ['服装服饰零售', '鞋帽零售', '卖衣裳', '出版物零售'] });
    expect(told.printed).toContain('一般项目：服装服饰零售；鞋帽零售（');
    expect(told.mainIndustry).toMatchObject({ item: '服装服饰零售', class: 'F5232' });
    expect(told.unknown).toEqual([
      {
        pointer: '/scope/items/2',
        wording: '卖衣裳',
        nearest: ['服装服饰零售', '服装服饰批发', '针纺织品销售'],
      },
    ]);
    expect(told.findings.map(({ rule, pointer }) => `${rule} ${pointer}`)).toEqual([
      'SC-01 /scope/items/2',
      'SC-04 /scope/items/3',
    ]);
    expect(told.tasks).toMatchObject([{ kind: 'PERMIT', what: '出版物经营许可证（零售）' }]);
  });

  it('shows what is open at once and what a permit holds up', async () => {
    const { categories } = await preview({ scope: { items: ['服装服饰零售', '出版物零售'] } });
    const state = (id: string) => categories.find((it) => it.id === id)?.state;
    expect(['CLOTHING', 'BOOKS', 'PETS', 'TOBACCO'].map(state)).toEqual([
      'OPEN',
      'AFTER_PERMIT',
      'NOT_IN_SCOPE',
      'NEVER',
    ]);
  });

  it('says where the business may be, by type and registrar', async () => {
    const asking = { type: 'LIMITED_COMPANY', scope: { bundle: { id: 'B09' } } };
    const may = async (registrar: string) =>
      (await preview({ ...asking, registrar })).premises.map((it) => `${it.kind} ${it.may}`);
    expect(await may('440115')).toEqual(['OWN YES', 'HOME IF', 'CLUSTER IF', 'NETWORK NO']);
    expect(await may('440106')).toContain('CLUSTER NO');
  });

  it('speaks English to whoever asks for it', async () => {
    const body = { scope: { items: ['食品互联网销售（仅销售预包装食品）'] } };
    const told = await preview(body, english);
    expect(told.tasks[0]).toMatchObject({ authority: 'district market regulator' });
    expect(told.categories.find(({ id }) => id === 'PETS')?.name).toBe('pets');
    expect(told.premises[0]?.because[0]?.text).toMatch(/^Title/);
    expect(told.findings[0]?.mend).toMatch(/^After the business licence/);
  });

  it('is empty of an empty form', async () => {
    expect(await preview({})).toMatchObject({
      scope: {},
      printed: '',
      items: [],
      unknown: [],
      findings: [],
      tasks: [],
    });
  });

  it('takes two hundred items, and no more', async () => {
    const pasted = Array.from({ length: 300 }, (_, at) => `项目${at}`).join('；');
    const { unknown } = await preview({ pasted: `卖衣服；${pasted}` });
    expect(unknown).toHaveLength(200);
    expect(unknown[0]?.nearest).toHaveLength(3);
  });

  it('looks up the nearest of the first unknown wordings only', async () => {
    const pasted = Array.from({ length: 30 }, (_, at) => `卖衣服${at}`).join('；');
    const { unknown } = await preview({ pasted });
    expect(unknown.filter((it) => it.nearest.length > 0)).toHaveLength(20);
  });

  it('cuts what was pasted to what a form can hold', async () => {
    const { scope } = await preview({ pasted: `${'甲'.repeat(199)}😀乙` });
    expect(scope.items?.[0]).toHaveLength(200);
    expect(scope.items?.[0]?.isWellFormed()).toBe(true);
  });

  it('tells with what a name is put together, and takes a given one apart', async () => {
    const { naming } = await preview({
      type: 'INDIVIDUAL_BUSINESS',
      registrar: '440115',
      name: '广州市南沙区晨岚百货店',
      scope: { bundle: { id: 'B01' } },
    });
    expect(naming).toMatchObject({
      divisions: ['广州市南沙区', '广州市', '广州'],
      parts: { division: '广州市南沙区', tradeName: '晨岚', industry: '百货', form: '店' },
    });
    expect([naming.industries[0], naming.forms[0]]).toEqual(['百货', '店']);
    const { naming: unknown } = await preview({});
    expect(unknown).toEqual({ divisions: [], industries: [], forms: [] });
  });

  it.each([
    [{ scope: { item: [] } }, '/scope/item'],
    [{ pasted: '甲'.repeat(20_001) }, '/pasted'],
    [{ names: '广州市南沙区晨岚百货店' }, '/names'],
    [{ filings: [{}] }, '/filings/0/item'],
  ])('refuses %#', async (body, pointer) => {
    const { status, body: told } = await asked('previewScope', { body });
    expect([status, told]).toMatchObject([400, { errors: [{ pointer }] }]);
  });
});

describe('the duty to register', () => {
  const answers = {
    who: 'PERSON',
    online: true,
    trades: ['OTHER_GOODS'],
    permitNeeded: false,
    yearlyYuan: 60_000,
  };

  it('is answered with the law, in the reader’s language', async () => {
    const { body } = await asked('readDuty', { body: answers, headers: english });
    expect(body).toMatchObject({
      duty: 'MAY',
      because: expect.stringContaining('100,000 yuan'),
      basis: [{ law: '电子商务法', article: '10' }, { law: '网络交易监督管理办法' }],
      also: [{ text: expect.stringMatching(/^Say/) }, { article: '11' }],
    });
  });

  it('is answered in traditional characters, with the remark that the simplified text counts', async () => {
    const headers = { 'accept-language': 'zh-Hant' };
    const { body } = await asked('readDuty', { body: answers, headers });
    expect(body).toMatchObject({
      because: expect.stringContaining('不超過10萬元'),
      remark: '以簡體中文文本為準。',
    });
    const told = await preview({ scope: { items: ['出版物零售'] } }, headers);
    expect(told).toMatchObject({
      remark: '以簡體中文文本為準。',
      tasks: [{ what: '出版物經營許可證（零售）', remark: '以簡體中文文本為準。' }],
      items: [{ wording: '出版物零售' }],
    });
    expect(told.findings[0]?.mend).toMatch(/^領取營業執照後/);
  });

  it.each([
    [{ ...answers, permitNeeded: true }, 'MUST'],
    [{ ...answers, trades: ['HOME_HANDICRAFT'] }, 'NEED_NOT'],
  ])('is told as the table has it %#', async (body, duty) => {
    expect((await asked('readDuty', { body })).body).toMatchObject({ duty });
  });

  it.each([
    [{ ...answers, yearlyYuan: -1 }, '/yearlyYuan'],
    [{ ...answers, trades: [] }, '/trades'],
    [{ ...answers, who: 'CAT' }, '/who'],
    [{ ...answers, online: undefined }, '/online'],
  ])('is not answered %#', async (body, pointer) => {
    const { status, body: told } = await asked('readDuty', { body });
    expect([status, told]).toMatchObject([400, { errors: [{ pointer }] }]);
  });
});
