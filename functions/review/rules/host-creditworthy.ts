import type { Listed } from '../cross-case.ts';
import { foundersOf, holdsOn } from '../listed.ts';
import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

const AGENT = '/mandate/agent';
const HOST = '/premises/host';

/** Class D, or on a list: what an entry comes to; of the other classes, and of the whitelist, nothing. */
const saidOf = ({ list, ground, pointer }: Listed): string | undefined => {
  const who = pointer === HOST ? '' : pointer === AGENT ? 'AGENT_' : 'INVESTOR_';
  if (list === 'CREDIT' && ground === 'D') return `${who}CLASS_D`;
  return list === 'ABNORMAL' ? `${who}ABNORMAL` : undefined;
};

export const hostCreditworthy: Rule = {
  id: 'RC-01',
  version: 2,
  onBreach: 'REFER',
  counts: 'DECISION',
  aboutPersons: true,
  check: ({ form, host, listed = [], decidedOn }) => {
    const hosted = form.premises?.kind === 'CLUSTER' && host !== undefined;
    const asked = [
      ...foundersOf(form),
      ...(form.mandate ? [AGENT] : []),
      ...(hosted ? [HOST] : []),
    ];
    if (asked.length === 0) return NOT_APPLICABLE;
    const said = [
      ...(hosted && host.creditClass === 'D' ? [`${HOST} CLASS_D`] : []),
      ...(hosted && host.abnormal ? [`${HOST} ABNORMAL`] : []),
      ...listed
        .filter((it) => asked.includes(it.pointer) && holdsOn(it, decidedOn))
        .flatMap((it) => {
          const says = saidOf(it);
          return says ? [`${it.pointer} ${says}`] : [];
        }),
    ];
    return breachedBy(
      [...new Set(said)].map((it): Fault => {
        const [pointer = '', says = ''] = it.split(' ');
        return { pointer, says };
      }),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '投资人、托管机构和代理人的信用风险分类不是D类，也未被列入经营异常名录、严重违法失信名单。',
    en: 'No investor, host or agent is of credit-risk class D nor on the list of abnormal operations or of serious breaches.',
  },
  basis: [
    { law: '市场主体登记管理条例', article: '38' },
    { law: '市场主体登记管理条例实施细则', article: '65' },
  ],
  says: {
    CLASS_D: {
      zh: {
        fault: '托管机构的信用风险分类为D类，需由登记人员审核。',
        mend: '请等待登记人员审核；也可以另选托管机构。',
      },
      en: {
        fault: 'The host is of credit-risk class D: an official looks at it.',
        mend: 'Wait for the official, or choose another host.',
      },
    },
    ABNORMAL: {
      zh: {
        fault: '托管机构已被列入经营异常名录，需由登记人员审核。',
        mend: '请等待登记人员审核；也可以另选托管机构。',
      },
      en: {
        fault: 'The host is on the list of abnormal operations: an official looks at it.',
        mend: 'Wait for the official, or choose another host.',
      },
    },
    AGENT_CLASS_D: {
      zh: {
        fault: '代理人的信用风险分类为D类，需由登记人员审核。',
        mend: '请等待登记人员审核；也可以由委托人本人申请。',
      },
      en: {
        fault: 'The agent is of credit-risk class D: an official looks at it.',
        mend: 'Wait for the official, or let the client apply in person.',
      },
    },
    AGENT_ABNORMAL: {
      zh: {
        fault: '代理人被列入经营异常名录或者严重违法失信名单，需由登记人员审核。',
        mend: '请等待登记人员审核；也可以由委托人本人申请。',
      },
      en: {
        fault:
          'The agent is on the list of abnormal operations or of serious breaches: an official looks at it.',
        mend: 'Wait for the official, or let the client apply in person.',
      },
    },
    INVESTOR_CLASS_D: {
      zh: {
        fault: '该投资人的信用风险分类为D类，需由登记人员审核。',
        mend: '请等待登记人员审核；信用已经修复的，请准备有关证明。',
      },
      en: {
        fault: 'This investor is of credit-risk class D: an official looks at it.',
        mend: 'Wait for the official; if the credit is restored, have the proof at hand.',
      },
    },
    INVESTOR_ABNORMAL: {
      zh: {
        fault: '该投资人被列入经营异常名录或者严重违法失信名单，需由登记人员审核。',
        mend: '请等待登记人员审核；信用已经修复的，请准备有关证明。',
      },
      en: {
        fault:
          'This investor is on the list of abnormal operations or of serious breaches: an official looks at it.',
        mend: 'Wait for the official; if the credit is restored, have the proof at hand.',
      },
    },
  },
};
