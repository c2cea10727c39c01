import { yuan } from '../amount.ts';
import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/**
 * Statistical: no law sets these figures. They only pick what a person looks at and never return or
 * refuse anything. By day of submission.
 */
const THRESHOLDS = [
  { from: '2024-07-01', until: '9999-12-31', capitalFen: 10_000_000_000, termYears: 100 },
] as const;

export const capitalNotAbnormal: Rule = {
  id: 'CP-06',
  version: 1,
  onBreach: 'REFER',
  counts: 'SUBMISSION',
  parameters: { statistical: true, thresholds: THRESHOLDS },
  check: ({ form: { capital, termYears }, submittedOn }) => {
    const limit = THRESHOLDS.find(({ from, until }) => from <= submittedOn && submittedOn <= until);
    if (!limit || (capital?.fen === undefined && termYears === undefined)) return NOT_APPLICABLE;
    const faults: Fault[] = [];
    if (capital?.fen !== undefined && capital.fen > limit.capitalFen)
      faults.push({
        pointer: '/capital/fen',
        says: 'CAPITAL',
        found: { capital: yuan(capital.fen) },
      });
    if (termYears !== undefined && termYears > limit.termYears)
      faults.push({ pointer: '/termYears', says: 'TERM', found: { years: termYears } });
    return breachedBy(faults);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '注册资本（出资额）和经营期限没有明显异常（统计指标，由登记人员判断）。',
    en: 'Capital and term are not clearly abnormal (a statistical sign, which a person weighs).',
  },
  basis: [
    { law: '国务院关于实施《公司法》注册资本登记管理制度的规定', article: '3' },
    { law: '公司登记管理实施办法', article: '19' },
  ],
  says: {
    CAPITAL: {
      zh: {
        fault: '注册资本（出资额）{capital}元明显高于一般水平，需由登记人员核实。',
        mend: '请准备出资能力的说明，等待登记人员联系；填写有误的，请更正。',
      },
      en: {
        fault: 'A capital of {capital} yuan is far above what is usual: an official looks at it.',
        mend: 'Be ready to explain it, or correct it if it is a slip.',
      },
    },
    TERM: {
      zh: {
        fault: '经营期限{years}年明显高于一般水平，需由登记人员核实。',
        mend: '无固定期限的，请将此项留空；填写有误的，请更正。',
      },
      en: {
        fault: 'A term of {years} years is far above what is usual: an official looks at it.',
        mend: 'Leave the field out for an unlimited term, or correct it if it is a slip.',
      },
    },
  },
};
