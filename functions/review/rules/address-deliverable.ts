import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

const NUMBER = /[0-9０-９一二三四五六七八九十百]\s*(号|栋|座|幢|楼|层|室|房|铺|档|单元|之)/;
/** Two door numbers with a separator or an “and” between them. */
const SEVERAL = /[；;]|号.*([、，,]|和|及).*号/;

export const addressDeliverable: Rule = {
  id: 'AD-02',
  version: 1,
  onBreach: 'RETURN',
  check: ({ form }) => {
    const { kind, address } = form.premises ?? {};
    if ((kind !== 'OWN' && kind !== 'HOME') || !address?.trim()) return NOT_APPLICABLE;
    const says = /信箱|邮箱/.test(address)
      ? 'BOX'
      : SEVERAL.test(address)
        ? 'SEVERAL'
        : NUMBER.test(address)
          ? undefined
          : 'NO_NUMBER';
    return breachedBy(says ? [{ pointer: '/premises/address', says }] : []);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '只登记一个住所（经营场所），地址具体到门牌号（有房号的写到房号），能够送达。',
    en: 'There is one address, down to the door (and room, where there is one), to which mail can be delivered.',
  },
  basis: [{ law: '市场主体登记管理条例', article: '11' }],
  says: {
    BOX: {
      zh: { fault: '信箱不能作为住所（经营场所）。', mend: '请填写实际的门牌地址。' },
      en: { fault: 'A post-office box cannot be the premises.', mend: 'Give the street address.' },
    },
    SEVERAL: {
      zh: {
        fault: '所填的地址像是两处以上；住所（经营场所）只能登记一个。',
        mend: '请只保留主要的一处。',
      },
      en: {
        fault: 'The entry looks like more than one address; only one can be registered.',
        mend: 'Keep the principal one.',
      },
    },
    NO_NUMBER: {
      zh: {
        fault: '地址没有具体到门牌号。',
        mend: '请补充路名、门牌号，有楼层、房号的一并写明。',
      },
      en: {
        fault: 'The address does not go down to the door number.',
        mend: 'Add road and door number, and floor and room where there are any.',
      },
    },
  },
};
