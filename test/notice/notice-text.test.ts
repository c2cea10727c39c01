import { describe, expect, it } from 'vitest';
import type { Matter } from '#functions/notice/matter.ts';
import {
  NOTICE_KINDS,
  NOTICE_LANGUAGES,
  type NoticeKind,
  type NoticeText,
} from '#functions/notice/notice.ts';
import { noticeText } from '#functions/notice/notice-text.ts';
import { type DueNotice, noticesOf } from '#functions/notice/notices-of.ts';
import { renderFinding } from '#functions/review/finding-in-words.ts';
import { aForm, anIndividualBusiness } from '#test/builders/a-form.ts';
import { aDossier, clock, DOUBTFUL, ID, MISSING } from './a-dossier.ts';

const term = { until: '2026-11-26', provisional: false };
const MATTERS: { readonly [Kind in NoticeKind]: Extract<Matter, { kind: Kind }> } = {
  RECEIPT: { kind: 'RECEIPT', materials: ['APPLICATION', 'CHARTER'], term },
  CORRECTIONS: { kind: 'CORRECTIONS', findings: [MISSING], lapses: '2026-12-23' },
  EXTENSION: { kind: 'EXTENSION', reason: '情况复杂', term },
  REGISTRATION: { kind: 'REGISTRATION', basis: 'CONFIRMED', uscc: '91440115MA0000001X' },
  REFUSAL: { kind: 'REFUSAL', reason: '名称不合规', findings: [DOUBTFUL] },
  TRANSFER: { kind: 'TRANSFER', to: '广州市天河区市场监督管理局', reason: '住所在天河区' },
  WITHDRAWAL: { kind: 'WITHDRAWAL', because: 'ASKED' },
  LAPSE: { kind: 'LAPSE', from: 'RETURNED' },
  REMINDER: { kind: 'REMINDER', lapses: '2026-12-23' },
  DENIAL: { kind: 'DENIAL' },
  CORRECTION_ORDER: {
    kind: 'CORRECTION_ORDER',
    uscc: '91440115MA0000001X',
    found: '门牌号有误。',
    correctBy: '2026-12-31',
  },
};

/** A notice of this matter, about an application of 2026-11-23. */
async function aNotice(matter: Matter, form = aForm()): Promise<DueNotice> {
  const [receipt] = noticesOf(await aDossier([['SUBMITTED', '2026-11-23']], { form }), clock);
  if (!receipt) throw new Error('no receipt');
  return { ...receipt, matter };
}
const textOf = async (
  matter: Matter,
  language: (typeof NOTICE_LANGUAGES)[number],
  form = aForm(),
): Promise<NoticeText> => noticeText(await aNotice(matter, form), ID, language, renderFinding);

describe.each(NOTICE_KINDS)('%s', (kind) => {
  it.each(NOTICE_LANGUAGES)('is whole in %s', async (language) => {
    const text = await textOf(MATTERS[kind], language);
    const all = JSON.stringify(text);
    expect(all).not.toMatch(/undefined|\{\w*\}|\bnull\b|NaN/);
    expect(text.title.length).toBeGreaterThan(3);
    expect(text.body.every((it) => it.length > 5)).toBe(true);
    expect(text.signed.by).toBe('广州市南沙区市场监督管理局');
  });

  it('names no person', async () => {
    const texts = await Promise.all(NOTICE_LANGUAGES.map((it) => textOf(MATTERS[kind], it)));
    for (const secret of ['岑晓岚', '440106198804123025', '13800000001', '云岭路'])
      expect(JSON.stringify(texts)).not.toContain(secret);
  });

  it('is another text in each language', async () => {
    const texts = await Promise.all(NOTICE_LANGUAGES.map((it) => textOf(MATTERS[kind], it)));
    expect(new Set(texts.map(({ body }) => body.join())).size).toBe(3);
  });
});

it('a withdrawal says whose word it is, in each language', async () => {
  const because = ['ASKED', 'MANDATE_ENDED', 'CLIENT_CHOSE_ANOTHER'] as const;
  for (const language of NOTICE_LANGUAGES) {
    const texts = because.map((it) => textOf({ kind: 'WITHDRAWAL', because: it }, language));
    const bodies = (await Promise.all(texts)).map(({ body }) => body.join());
    expect(new Set(bodies).size).toBe(3);
    expect(bodies.join()).not.toContain('undefined');
  }
});

describe('a refusal', () => {
  it('tells its reason and both remedies', async () => {
    const { body, rights } = await textOf(MATTERS.REFUSAL, 'zh-Hans');
    expect(body.join()).toContain('理由：名称不合规');
    expect(rights).toEqual([
      '如不服本决定，可以自收到本通知书之日起六十日内向广州市南沙区人民政府申请行政复议（《行政复议法》）。',
      '也可以自收到本通知书之日起六个月内依法向人民法院提起行政诉讼（《行政诉讼法》）。',
    ]);
  });
});

describe('a list of corrections', () => {
  it('has each finding with its requirement, how to mend it, and its basis', async () => {
    const { items } = await textOf(MATTERS.CORRECTIONS, 'zh-Hans');
    expect(items).toHaveLength(1);
    expect(items[0]?.heading).toBe('此项必填，但未填写。');
    expect(items[0]?.lines.join('\n')).toMatch(
      /位置: \/premises\/address\n要求: .+\n补正方法: .+\n依据: 《市场主体登记管理条例》第16条/,
    );
  });

  it('offers a person where the machine returned it alone', async () => {
    const byMachine = await textOf(MATTERS.CORRECTIONS, 'zh-Hans');
    expect(byMachine.rights.join()).toContain('登记工作人员审核');
    const byOfficial = await textOf({ ...MATTERS.CORRECTIONS, reason: '请更名' }, 'zh-Hans');
    expect(byOfficial.rights).toEqual([]);
    expect(byOfficial.body.join()).toContain('请更名');
  });
});

describe('a registration', () => {
  const promising = aForm({
    premises: { kind: 'OWN', address: '广州市南沙区望潮街12号305房', proof: 'PROMISE' },
    promises: { address: true, version: '2026-05' },
  });

  it('by confirmation says “confirmed”, by whose word each fact stands, and what was promised', async () => {
    const { title, body, items } = await textOf(MATTERS.REGISTRATION, 'zh-Hans', promising);
    expect(title).toBe('登记确认通知书');
    expect(body.join()).toContain('予以确认');
    const [declared, checked, promised] = items;
    expect(declared?.lines).toContain('住所及其使用权');
    expect(checked?.lines).toContain('身份证件');
    expect(checked?.lines).not.toContain('托管机构');
    expect(promised).toMatchObject({ heading: expect.stringContaining('2026-05') });
    expect(promised?.lines).toHaveLength(2);
    const confirmed = await textOf(MATTERS.REGISTRATION, 'en', promising);
    expect(confirmed.body.join()).toContain('confirms');
  });

  it('by approval says so, and nothing of promises', async () => {
    const matter = { ...MATTERS.REGISTRATION, basis: 'APPROVED' } as const;
    const { title, items } = await textOf(matter, 'zh-Hans', promising);
    expect([title, items]).toEqual(['准予登记通知书', []]);
  });
});

describe('a notice', () => {
  it('is for an applicant without a trade name too', async () => {
    const { addressee } = await textOf(
      MATTERS.RECEIPT,
      'zh-Hans',
      anIndividualBusiness({ name: undefined }),
    );
    expect(addressee).toBe('申请人（无字号名称的个体工商户）');
  });

  it('says where a day may still move', async () => {
    const matter = { ...MATTERS.RECEIPT, term: { until: '2027-01-05', provisional: true } };
    expect((await textOf(matter, 'zh-Hans')).body.join()).toContain('2027年1月5日（该日期');
    expect((await textOf(matter, 'en')).body.join()).toContain('5 January 2027 (provisional');
  });
});
