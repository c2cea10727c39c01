import { legalDateOf } from '../../shared/days.ts';
import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/**
 * Not against a company that holds shares in the applicant and showed its genuine e-licence: that is
 * the investment relation, and its consent (art. 15, 17). The name of a business that is no more
 * stands for a year.
 */
export const nameDistinctInIndustry: Rule = {
  id: 'NM-08',
  version: 2,
  onBreach: 'RETURN',
  counts: 'DECISION',
  check: ({ name, nameConflicts, licences }) => {
    if (!name && nameConflicts.length === 0) return NOT_APPLICABLE;
    const linked = new Set(
      licences.flatMap(({ outcome, holderUscc, signed = 'SIGNED' }) =>
        outcome === 'VALID' && signed === 'SIGNED' ? (holderUscc ?? []) : [],
      ),
    );
    return breachedBy(
      nameConflicts
        .filter(({ holder }) => holder === undefined || !linked.has(holder))
        .map(({ industry, kind, until }) => ({
          pointer: '/name',
          says: until === undefined ? kind : 'FORMER',
          found: { industry, ...(until !== undefined && { from: legalDateOf(until) }) },
        })),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '字号与同一登记机关、同行业（或未标明行业）的已登记或在保留期内的名称不同。',
    en: 'The trade name differs from every live or reserved one of the same industry, or of none, at this registrar.',
  },
  basis: [
    { law: '企业名称登记管理规定', article: '15' },
    { law: '企业名称登记管理规定', article: '17' },
  ],
  says: {
    LIVE: {
      zh: {
        fault: '同一登记机关已有字号相同、行业相同（或未标明行业）的登记名称。',
        mend: '请另选字号；该主体是本公司股东的，请出示其电子营业执照；取得其授权的，请到窗口提交证明。',
      },
      en: {
        fault:
          'A registered business has the same trade name in the same industry, or names no industry.',
        mend: 'Choose another trade name; if that business is a shareholder, show its e-licence; with its authorisation, come to the counter.',
      },
    },
    FORMER: {
      zh: {
        fault: '字号相同、行业相同（或未标明行业）的名称，其主体注销、更名或者被撤销登记未满一年。',
        mend: '请另选字号，或者自{from}起再申请。',
      },
      en: {
        fault:
          'A business that was deregistered, renamed or annulled less than a year ago had the same trade name in the same industry, or without one.',
        mend: 'Choose another trade name, or apply again from {from}.',
      },
    },
    RESERVED: {
      zh: {
        fault: '字号相同、行业相同（或未标明行业）的名称已被他人申请，正在保留期内。',
        mend: '请另选字号，或者在保留期满后再申请。',
      },
      en: {
        fault:
          'Another application has reserved the same trade name in the same industry, or without one.',
        mend: 'Choose another trade name, or apply again once the reservation has lapsed.',
      },
    },
  },
};
