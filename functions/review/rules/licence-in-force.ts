import { legalDateOf } from '../../shared/days.ts';
import { licencesShown } from '../licences-shown.ts';
import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

const DAY_MS = 86_400_000;

/** An issuer that does not answer, or did so longer ago than a day, is never a pass: a person asks it. */
export const licenceInForce: Rule = {
  id: 'EL-03',
  version: 2,
  onBreach: 'RETURN',
  counts: 'DECISION',
  check: (facts) => {
    const shown = licencesShown(facts);
    if (shown.length === 0) return NOT_APPLICABLE;
    const yesterday = legalDateOf(Date.parse(facts.decidedOn) - DAY_MS);
    return breachedBy(
      shown.flatMap(({ pointer, licence: { outcome, statusAt } }): Fault[] => {
        if (outcome === 'NOT_IN_FORCE') return [{ pointer, says: 'NOT_IN_FORCE' }];
        if (outcome === 'SILENT') return [{ pointer, says: 'SILENT', consequence: 'REFER' }];
        const old =
          outcome === 'VALID' && statusAt !== undefined && legalDateOf(statusAt) < yesterday;
        return old ? [{ pointer, says: 'OLD', consequence: 'REFER' }] : [];
      }),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '签发机关确认，所出示的电子营业执照在审核时有效，没有被吊销、撤销或者暂停。',
    en: 'The issuer confirms that the e-licence is in force at the decision, neither revoked nor suspended.',
  },
  basis: [{ law: '优化营商环境条例', article: '37' }],
  says: {
    NOT_IN_FORCE: {
      zh: {
        fault: '该电子营业执照已被签发机关吊销、撤销、注销或者暂停使用。',
        mend: '请由该企业向其登记机关核实；状态恢复后重新出示，或者更换股东。',
      },
      en: {
        fault: 'The issuer has revoked or suspended this e-licence.',
        mend: 'Let the company ask its registrar and show a licence in force, or change the shareholder.',
      },
    },
    SILENT: {
      zh: {
        fault: '签发机关没有及时答复该电子营业执照的状态，需由登记人员核实。',
        mend: '无需更正；登记人员将向签发机关核实。',
      },
      en: {
        fault:
          'The issuer did not answer in time whether the e-licence is in force: an official asks it.',
        mend: 'Nothing to correct; the official asks the issuer.',
      },
    },
    OLD: {
      zh: {
        fault: '签发机关对该电子营业执照状态的答复已超过一日，需由登记人员重新核实。',
        mend: '无需更正；登记人员将向签发机关核实。',
      },
      en: {
        fault:
          'What the issuer said of the e-licence is more than a day old: an official asks again.',
        mend: 'Nothing to correct; the official asks the issuer.',
      },
    },
  },
};
