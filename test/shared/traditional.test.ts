import { fileURLToPath } from 'node:url';
import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { PROBLEMS } from '#functions/api/problems.ts';
import { PROMISE_RELEASES } from '#functions/registrar/promises.ts';
import { BUSINESS_TYPES, REGISTRARS } from '#functions/registrar/registrars.ts';
import { CATALOGUE_ITEMS } from '#functions/scope/catalogue.ts';
import { TRADES } from '#functions/scope/kinds-of-trade.ts';
import { premisesAdvice } from '#functions/scope/premises-advice.ts';
import { registrationDuty } from '#functions/scope/registration-duty.ts';
import { CATEGORIES } from '#functions/scope/shop-categories.ts';
import { PERMITS } from '#functions/scope/tasks-after.ts';
import { inTongue, type Told } from '#functions/shared/language.ts';
import { SIMPLIFIED_COUNTS, traditional } from '#functions/shared/traditional.ts';
import { readRules } from '#rules/read-rules.ts';
import { inTraditional, traditionalTable } from '#rules/traditional-table.ts';

const rules = await readRules();

const either = [true, false];
const DUTIES = (['PERSON', 'ORGANISATION'] as const).flatMap((who) =>
  either.flatMap((online) =>
    either.flatMap((permitNeeded) =>
      TRADES.flatMap((trade) =>
        [1, 1e9].map((yearlyYuan) => ({ who, online, permitNeeded, trades: [trade], yearlyYuan })),
      ),
    ),
  ),
);
const ITEMS = CATALOGUE_ITEMS.map(({ item }) => item);
const ADVICE = BUSINESS_TYPES.flatMap((type) =>
  [...REGISTRARS, undefined].flatMap((registrar) =>
    [[], ITEMS].map((items) => ({ type, registrar, items })),
  ),
);

/** Every pair of texts that the API tells, by where it stands. */
const TEXTS: readonly (readonly [string, Told])[] = [
  ...rules.flatMap(({ id, requires, says }) => [
    [id, requires] as const,
    ...Object.entries(says).flatMap(([code, { zh, en }]) => [
      [`${id} ${code} fault`, { zh: zh.fault, en: en.fault }] as const,
      [`${id} ${code} mend`, { zh: zh.mend, en: en.mend }] as const,
    ]),
  ]),
  ...Object.entries(PROBLEMS).flatMap(([slug, { zh, en }]) => [
    [`${slug} title`, { zh: zh.title, en: en.title }] as const,
    [`${slug} help`, { zh: zh.help, en: en.help }] as const,
  ]),
  ...PERMITS.flatMap(({ permit, what, authority, before }) =>
    [what, authority, before].map((it) => [permit, it] as const),
  ),
  ...CATEGORIES.flatMap(({ id, zh, en, asks, never }) =>
    [{ zh, en }, ...asks, ...(never ? [never] : [])].map((it) => [id, it] as const),
  ),
  ...PROMISE_RELEASES.flatMap(({ version, texts }) =>
    texts.map(({ zh, en }) => [version, { zh, en }] as const),
  ),
  ...DUTIES.flatMap((asked) => {
    const { because, also } = registrationDuty(asked);
    return [because, ...also].map((it) => [JSON.stringify(asked), it] as const);
  }),
  ...ADVICE.flatMap((asked) =>
    premisesAdvice(asked).flatMap(({ kind, because }) =>
      because.map((it) => [`${asked.type} ${kind}`, it] as const),
    ),
  ),
];

/** Brackets of ours instead of quotation marks, which the dictionary leaves as they are. */
const quoted = (text: string) => text.replaceAll('“', '「').replaceAll('”', '」');

describe('texts in traditional characters', () => {
  it.each(TEXTS)('%s is there in three languages, each in its own writing', (_, told) => {
    for (const language of ['zh-Hans', 'zh-Hant', 'en'] as const)
      expect(inTongue(language)(told).trim()).not.toBe('');
    expect(told.zh).toMatch(/\p{Script=Han}/u);
    expect(told.en).toMatch(/[a-z]/i);
  });

  it.each(TEXTS)('%s is as the dictionary and our terms have it', (_, { zh }) => {
    expect(traditional(zh)).toBe(quoted(inTraditional(zh)));
  });

  it('come back as they were by another table than made them', () => {
    const back = Converter({ from: 'hk', to: 'cn' });
    const lost = TEXTS.filter(([, { zh }]) => back(traditional(zh)) !== quoted(zh)).map(
      ([at, { zh }]) => `${at} ${zh} ${back(traditional(zh))}`,
    );
    expect(lost).toEqual([]);
  });

  it.each([
    ['注册资本', '註冊資本'],
    ['经营范围规范表述', '經營範圍規範表述'],
    ['批准、核准、准予登记', '批准、核准、准予登記'],
    ['标准', '標準'],
    ['行政复议', '行政復議'],
    ['房屋征收范围', '房屋徵收範圍'],
    ['网络经营场所', '網絡經營場所'],
    ['签署并提交', '簽署並提交'],
    ['台湾居民', '台灣居民'],
    ['登记联络员联系', '登記聯絡員聯繫'],
    ['托管机构', '託管機構'],
    ['《公司法》第47条', '《公司法》第47條'],
    ['“字号”', '「字號」'],
  ])('write %s as %s', (zh, hant) => {
    expect(traditional(zh)).toBe(hant);
  });

  it('say that the simplified text counts', () => {
    expect(SIMPLIFIED_COUNTS).toBe('以簡體中文文本為準。');
  });

  it('leave what is no text of ours as it is: Latin letters, placeholders, rare characters', () => {
    for (const it of ['{wording}', '91440115MAX0000153', '𠀀𡈽', ''])
      expect(traditional(it)).toBe(it);
  });

  it('are made by a table of a few kilobytes, which is that of the present texts', async () => {
    const { default: kept } = await import('#functions/shared/traditional.json');
    expect(kept).toEqual(traditionalTable(fileURLToPath(new URL('../..', import.meta.url))));
    expect(new TextEncoder().encode(JSON.stringify(kept)).length).toBeLessThan(6_000);
  });
});
