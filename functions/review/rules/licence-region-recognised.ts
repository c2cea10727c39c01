import { licencesShown } from '../licences-shown.ts';
import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

export const licenceRegionRecognised: Rule = {
  id: 'EL-05',
  version: 1,
  onBreach: 'REFER',
  counts: 'DECISION',
  check: (facts) => {
    const shown = licencesShown(facts);
    if (shown.length === 0) return NOT_APPLICABLE;
    return breachedBy(
      shown
        .filter(({ licence }) => licence.outcome === 'NOT_RECOGNISED')
        .map(({ pointer }) => ({ pointer, says: 'NOT_RECOGNISED' })),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '签发地区的该类电子证照在互认范围内。',
    en: 'Licences of that type from that region are mutually recognised.',
  },
  basis: [
    {
      law: '广州市关于推动直播电商产业高质量发展助力传统商贸数字化转型的若干意见',
      article: '三(四)6',
    },
    { law: '广东省优化营商环境条例', article: '34' },
  ],
  says: {
    NOT_RECOGNISED: {
      zh: {
        fault: '该地区的电子营业执照尚未纳入互认，需由登记人员核实。',
        mend: '请准备该企业的主体资格文件，等待登记人员联系。',
      },
      en: {
        fault: 'E-licences of that region are not mutually recognised yet: an official checks.',
        mend: 'Have other proof of the company at hand and wait for the official.',
      },
    },
  },
};
