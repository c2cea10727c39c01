import { breachedBy, MET, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';
import { isNamedIn } from '../where-it-belongs.ts';

/** The name of a district must stand behind its city's, and a city's may stand alone (art. 7). */
export const nameDivisionFitsRegistrar: Rule = {
  id: 'NM-02',
  version: 2,
  onBreach: 'RETURN',
  counts: 'SUBMISSION',
  check: ({ name, registrar, belongsTo }) => {
    if (!name?.division || !registrar) return NOT_APPLICABLE;
    const { division } = name;
    if (isNamedIn(division, belongsTo ?? registrar)) return MET;
    const district = registrar.district.replace(/区$/, '');
    const says = new RegExp(`^${district}区?$`).test(division) ? 'CITY' : 'OTHER_PLACE';
    const found = { division, district: registrar.district };
    return breachedBy([{ pointer: '/name', says, found }]);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '名称中的行政区划是登记机关所在地的行政区划；使用区名的，同时冠以“广州市”。',
    en: 'The division in the name is the registrar’s; a district’s name carries the city’s in front.',
  },
  basis: [{ law: '企业名称登记管理规定', article: '7' }],
  says: {
    CITY: {
      zh: {
        fault: '名称以“{division}”开头，区名之前没有冠以“广州市”。',
        mend: '请改为“广州市{district}”开头。',
      },
      en: {
        fault: 'The name begins with {division}, without the city in front.',
        mend: 'Begin it with 广州市{district}.',
      },
    },
    OTHER_PLACE: {
      zh: {
        fault: '名称中的行政区划“{division}”不是本登记机关所在地（广州市{district}）。',
        mend: '请改为“广州市{district}”或者“广州”开头，或向住所所在地的登记机关申请。',
      },
      en: {
        fault: 'The division {division} in the name is not the registrar’s (广州市{district}).',
        mend: 'Begin with 广州市{district} or 广州, or apply to the registrar of your own place.',
      },
    },
  },
};
