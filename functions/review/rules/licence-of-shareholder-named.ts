import { licencesShown } from '../licences-shown.ts';
import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** Compared only where the licence itself is genuine and in force. */
export const licenceOfShareholderNamed: Rule = {
  id: 'EL-04',
  version: 1,
  onBreach: 'REFER',
  check: (facts) => {
    const compared = licencesShown(facts).filter(({ licence }) => licence.outcome === 'VALID');
    if (compared.length === 0) return NOT_APPLICABLE;
    return breachedBy(
      compared.flatMap(({ at, licence, company }): Fault[] => {
        const name = company.name?.trim();
        const uscc = company.uscc?.trim().toUpperCase();
        const place = `/shareholders/${at}/company`;
        return [
          ...(name && name !== licence.holderName
            ? [{ pointer: `${place}/name`, says: 'NAME' }]
            : []),
          ...(uscc && uscc !== licence.holderUscc
            ? [{ pointer: `${place}/uscc`, says: 'CODE' }]
            : []),
        ];
      }),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '所出示的电子营业执照属于所列的法人股东，名称和统一社会信用代码一致。',
    en: 'The e-licence is that of the shareholder named: same name, same unified social credit code.',
  },
  basis: [{ law: '市场主体登记管理条例', article: '17' }],
  says: {
    NAME: {
      zh: {
        fault: '所填的法人股东名称与其电子营业执照所载不一致，需由登记人员核实。',
        mend: '请对照营业执照核对名称；填写有误的，可撤回后更正。',
      },
      en: {
        fault:
          'The shareholder’s name is not the one on the e-licence shown: an official looks at it.',
        mend: 'Compare it with the business licence; if it is a slip, withdraw and correct it.',
      },
    },
    CODE: {
      zh: {
        fault: '所填的统一社会信用代码与电子营业执照所载不一致，需由登记人员核实。',
        mend: '请对照营业执照核对代码；填写有误的，可撤回后更正。',
      },
      en: {
        fault: 'The code is not the one on the e-licence shown: an official looks at it.',
        mend: 'Compare it with the business licence; if it is a slip, withdraw and correct it.',
      },
    },
  },
};
