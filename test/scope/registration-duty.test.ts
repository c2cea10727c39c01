import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TRADES } from '#functions/scope/kinds-of-trade.ts';
import {
  DutyAnswers,
  registrationDuty,
  SMALL_TRADE_YUAN,
} from '#functions/scope/registration-duty.ts';

const seller = (change: Partial<DutyAnswers> = {}): DutyAnswers => ({
  who: 'PERSON',
  online: true,
  trades: ['OTHER_GOODS'],
  permitNeeded: false,
  yearlyYuan: 50_000,
  ...change,
});
const law = (answers: DutyAnswers) =>
  registrationDuty(answers).basis.map((it) => `${it.law} ${it.article}`);

/** Everything that can be answered, by one of each kind. */
const EVERY_ANSWER = (['PERSON', 'ORGANISATION'] as const).flatMap((who) =>
  [true, false].flatMap((online) =>
    [true, false].flatMap((permitNeeded) =>
      TRADES.flatMap((trade) =>
        [0, SMALL_TRADE_YUAN, 1e12].map((yearlyYuan) => ({
          ...{ who, online, permitNeeded, yearlyYuan },
          trades: [trade],
        })),
      ),
    ),
  ),
);

describe('an answer', () => {
  it('says why in both languages, and by which law', () => {
    for (const answers of EVERY_ANSWER) {
      const { because, basis, also } = registrationDuty(DutyAnswers.parse(answers));
      expect(because.zh).toMatch(/登记/u);
      expect(because.en).toMatch(/regist|small trade/);
      expect(basis.length).toBeGreaterThan(0);
      for (const { law } of basis) expect(law).toMatch(/^\p{Unified_Ideograph}+$/u);
      for (const { zh, en, law } of also)
        expect([zh, en, law].every((text) => text.length > 2)).toBe(true);
    }
  });

  it('names the limit of small trade', () => {
    const { because } = registrationDuty(seller({ yearlyYuan: 1e6 }));
    expect(because).toMatchObject({
      zh: expect.stringContaining('10万元'),
      en: expect.stringContaining('100,000 yuan'),
    });
  });

  it.each([
    { who: 'NOBODY' },
    { online: 'yes' },
    { trades: [] },
    { trades: ['OTHER'] },
    { permitNeeded: undefined },
    { yearlyYuan: -1 },
    { yearlyYuan: 1e13 },
    { more: 1 },
  ])('is given to no question with %j', (change) => {
    expect(DutyAnswers.safeParse({ ...seller(), ...change }).success).toBe(false);
  });
});

describe('the duty to register', () => {
  it.each([
    ['own produce, whatever the turnover', { trades: ['OWN_FARM_PRODUCE'], yearlyYuan: 9e6 }],
    ['handicraft of the home', { trades: ['HOME_HANDICRAFT'] }],
    ['convenience labour', { trades: ['CONVENIENCE_LABOUR', 'OWN_FARM_PRODUCE'] }],
  ] satisfies [string, Partial<DutyAnswers>][])('is not there for %s', (_, change) => {
    expect(registrationDuty(seller(change)).duty).toBe('NEED_NOT');
  });

  it.each([
    ['a permit is needed', { permitNeeded: true, trades: ['OWN_FARM_PRODUCE'] }],
    ['several trade together', { who: 'ORGANISATION', trades: ['HOME_HANDICRAFT'] }],
    ['the turnover is above the limit', { yearlyYuan: SMALL_TRADE_YUAN + 0.01 }],
    ['it is also done elsewhere', { online: false }],
    [
      'other goods are sold in the street beside own produce',
      { online: false, trades: ['OWN_FARM_PRODUCE', 'OTHER_GOODS'] },
    ],
    ['handicraft is sold in the street', { online: false, trades: ['HOME_HANDICRAFT'] }],
    [
      'own produce is sold beside other goods, for much',
      { trades: ['OWN_FARM_PRODUCE', 'OTHER_GOODS'], yearlyYuan: 200_000 },
    ],
  ] satisfies [string, Partial<DutyAnswers>][])('is there where %s', (_, change) => {
    expect(registrationDuty(seller(change))).toMatchObject({ duty: 'MUST', also: [] });
  });

  it('is free of small trade up to the limit, and only that long', () => {
    expect(SMALL_TRADE_YUAN).toBe(100_000);
    const found = registrationDuty(seller({ yearlyYuan: SMALL_TRADE_YUAN }));
    expect(found.duty).toBe('MAY');
    expect(found.because).toEqual({
      zh: expect.stringContaining('不超过10万元'),
      en: expect.stringContaining('100,000 yuan'),
    });
  });

  it('stands on the law', () => {
    expect(law(seller())).toEqual(['电子商务法 10', '网络交易监督管理办法 8']);
    expect(law(seller({ online: false }))).toEqual(['市场主体登记管理条例 3']);
    expect(law(seller({ online: false, trades: ['CONVENIENCE_LABOUR'] }))).toEqual([
      '无证无照经营查处办法 3',
    ]);
  });

  it('leaves those who are free online to say so, and to pay tax', () => {
    const also = (change: Partial<DutyAnswers>) =>
      registrationDuty(seller(change)).also.map(({ article }) => article);
    expect(also({})).toEqual(['15', '11']);
    expect(also({ trades: ['HOME_HANDICRAFT'] })).toEqual(['15', '11']);
  });

  it('never ends with more turnover, a permit, or company', () => {
    const answers = fc.record({
      who: fc.constantFrom('PERSON' as const, 'ORGANISATION' as const),
      online: fc.boolean(),
      trades: fc.uniqueArray(fc.constantFrom(...TRADES), { minLength: 1 }),
      permitNeeded: fc.boolean(),
      yearlyYuan: fc.double({ min: 0, max: 1e7, noNaN: true }),
    });
    fc.assert(
      fc.property(answers, fc.double({ min: 0, max: 1e6, noNaN: true }), (asked, more) => {
        if (registrationDuty(asked).duty !== 'MUST') return;
        const harder = { ...asked, yearlyYuan: asked.yearlyYuan + more };
        expect(registrationDuty(harder).duty).toBe('MUST');
        expect(registrationDuty({ ...asked, permitNeeded: true }).duty).toBe('MUST');
        expect(registrationDuty({ ...asked, who: 'ORGANISATION' }).duty).toBe('MUST');
      }),
    );
  });
});
