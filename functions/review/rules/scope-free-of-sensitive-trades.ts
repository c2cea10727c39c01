import {
  SENSITIVE_TRADES,
  sensitiveInItem,
  sensitiveInName,
} from '../../scope/sensitive-trades.ts';
import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/**
 * Items are standard wordings and judged whole: what a bracket leaves out is no hit. A name is judged
 * without its division. What the catalogue does not know is told by SC-01, and
 * what needs approval first by SC-03.
 */
export const scopeFreeOfSensitiveTrades: Rule = {
  id: 'SC-09',
  version: 1,
  onBreach: 'REFER',
  counts: 'SUBMISSION',
  parameters: SENSITIVE_TRADES,
  check: ({ name, scope: { items, pointers } }) => {
    if (!name && items.length === 0) return NOT_APPLICABLE;
    const named = [name?.tradeName, name?.industry?.word, name?.form].join('');
    const faults: Fault[] = [
      ...sensitiveInName(named).map(({ field, word }) => ({
        pointer: '/name',
        says: field,
        found: { text: named, word },
      })),
      ...items.flatMap(({ wording, preApproval }, at) =>
        (preApproval ? [] : sensitiveInItem(wording)).map(({ field, word }) => ({
          pointer: pointers[at] ?? '/scope',
          says: field,
          found: { text: wording, word },
        })),
      ),
    ];
    return breachedBy(faults);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '名称和经营范围涉及金融、虚拟货币、医疗、办学的，由登记人员审核。',
    en: 'Finance, virtual currencies, medical care and schooling in name or scope are looked at by an official.',
  },
  basis: [
    { law: '防范和处置非法集资条例', article: '9' },
    { law: '关于进一步防范和处置虚拟货币交易炒作风险的通知' },
    { law: '医疗机构管理条例' },
    { law: '民办教育促进法', article: '12' },
  ],
  says: {
    FINANCE: {
      zh: {
        fault: '“{text}”含有“{word}”，可能属于须经金融管理部门批准的业务，需由登记人员判断。',
        mend: '请等待登记人员审核；不从事金融业务的，可以更换名称用字或者删除该项目。',
      },
      en: {
        fault:
          '{text} contains {word}, which may be a business that financial authorities admit. An official decides.',
        mend: 'Wait for the official; if you do no such business, change the name or drop the item.',
      },
    },
    CRYPTO: {
      zh: {
        fault: '“{text}”含有“{word}”，可能涉及虚拟货币相关业务，需由登记人员判断。',
        mend: '请等待登记人员审核；不从事该业务的，可以更换名称用字或者删除该项目。',
      },
      en: {
        fault:
          '{text} contains {word}, which may be about virtual currencies. An official decides.',
        mend: 'Wait for the official; if you do no such business, change the name or drop the item.',
      },
    },
    MEDICAL: {
      zh: {
        fault:
          '“{text}”含有“{word}”，可能属于须经卫生健康或者药品监管部门许可的业务，需由登记人员判断。',
        mend: '请等待登记人员审核；不从事该业务的，可以更换名称用字或者删除该项目。',
      },
      en: {
        fault:
          '{text} contains {word}, which may be a business that health or drug authorities permit. An official decides.',
        mend: 'Wait for the official; if you do no such business, change the name or drop the item.',
      },
    },
    SCHOOLING: {
      zh: {
        fault:
          '“{text}”含有“{word}”，可能属于须经教育或者人社部门许可的办学、培训，需由登记人员判断。',
        mend: '请等待登记人员审核；不从事办学、培训的，可以更换名称用字或者删除该项目。',
      },
      en: {
        fault:
          '{text} contains {word}, which may be schooling that education or labour authorities permit. An official decides.',
        mend: 'Wait for the official; if you do no such business, change the name or drop the item.',
      },
    },
  },
};
