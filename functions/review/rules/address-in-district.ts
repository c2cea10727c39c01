import { BUSINESS_TYPES } from '../../registrar/registrars.ts';
import type { ReviewFacts } from '../facts.ts';
import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';
import { isInDistrict, placeOutside } from '../where-it-belongs.ts';

/** The province or other city that own premises are in: wrong whatever the registrar. */
function outsideGuangzhou({ premises }: ReviewFacts['form']): Fault[] {
  const { kind, address } = premises ?? {};
  const place = (kind === 'OWN' || kind === 'HOME') && address && placeOutside(address);
  return place ? [{ pointer: '/premises/address', says: 'NOT_GUANGZHOU', found: { place } }] : [];
}

function placeFaults({ form, registrar, belongsTo, host }: ReviewFacts): Fault[] {
  if (!registrar) return outsideGuangzhou(form);
  const { kind, address } = form.premises ?? {};
  const found = { district: registrar.district };
  if (kind === 'CLUSTER')
    return host && host.registrar !== registrar.division
      ? [{ pointer: '/premises/host', says: 'HOST_OUTSIDE', found }]
      : [];
  const told = (kind === 'OWN' || kind === 'HOME') && address?.trim();
  if (!told || isInDistrict(told, registrar.district)) return [];
  const pointer = '/premises/address';
  if (belongsTo) {
    const { name, division } = belongsTo;
    const consequence = 'REFER';
    return [{ pointer, says: 'ELSEWHERE', found: { registrar: name, division }, consequence }];
  }
  const outside = outsideGuangzhou(form);
  return outside.length > 0 ? outside : [{ pointer, says: 'OUTSIDE', found }];
}

/** Jurisdiction: there is such a registrar, it registers this type, and the address is in its district. */
export const addressInDistrict: Rule = {
  id: 'AD-01',
  version: 2,
  onBreach: 'RETURN',
  counts: 'SUBMISSION',
  check: (facts) => {
    const { form, registrar } = facts;
    if (!form.registrar?.trim()) return NOT_APPLICABLE;
    if (!registrar)
      return breachedBy([{ pointer: '/registrar', says: 'NO_REGISTRAR' }, ...placeFaults(facts)]);
    const foreign =
      BUSINESS_TYPES.some((type) => type === form.type) &&
      !registrar.registers.some((type) => type === form.type);
    return breachedBy([
      ...(foreign ? [{ pointer: '/type', says: 'TYPE_ELSEWHERE' }] : []),
      ...placeFaults(facts),
    ]);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '住所（经营场所）在所申请登记机关的辖区内，该机关登记此类主体。',
    en: 'The premises are in the district of the registrar applied to, which registers this type of business.',
  },
  basis: [
    { law: '市场主体登记管理条例实施细则', article: '10' },
    { law: '市场主体登记管理条例实施细则', article: '18' },
  ],
  says: {
    NO_REGISTRAR: {
      zh: {
        fault: '所填的登记机关不在本系统受理范围内，或者在申请之日尚未受理。',
        mend: '请选择住所（经营场所）所在区的登记机关。',
      },
      en: {
        fault:
          'No registrar of that division takes applications here on the day of the application.',
        mend: 'Choose the registrar of the district in which the premises are.',
      },
    },
    TYPE_ELSEWHERE: {
      zh: {
        fault: '所选登记机关不登记此类主体。',
        mend: '请向登记此类主体的登记机关申请。',
      },
      en: {
        fault: 'The registrar chosen does not register this type of business.',
        mend: 'Apply to a registrar that does.',
      },
    },
    OUTSIDE: {
      zh: {
        fault: '地址不在所申请登记机关的辖区（广州市{district}）内，或者没有写明所在的区。',
        mend: '请写明完整地址，以“广州市{district}”开头；不在该区的，请向所在区的登记机关申请。',
      },
      en: {
        fault:
          'The address is not in the registrar’s district (广州市{district}), or names no district.',
        mend: 'Write the whole address, beginning with 广州市{district}, or apply to the registrar of its district.',
      },
    },
    ELSEWHERE: {
      zh: {
        fault: '按所填地址，本申请应由{registrar}（{division}）登记，不属于所申请的登记机关管辖。',
        mend: '无需重新签署：登记人员核对后将整件移送该机关；也可以撤回后自行向该机关申请。',
      },
      en: {
        fault:
          'By its address the application belongs to {registrar} ({division}), not to the registrar applied to.',
        mend: 'Nothing need be signed again: an official looks at it and hands it over whole. Or withdraw it and apply there.',
      },
    },
    NOT_GUANGZHOU: {
      zh: {
        fault: '所填地址在{place}，不属于广州市登记机关管辖。',
        mend: '请向{place}的登记机关申请；地址有误的，请更正后重新提交。',
      },
      en: {
        fault: 'The address is in {place}, where no registrar of Guangzhou has jurisdiction.',
        mend: 'Apply to the registrar of {place}; or correct the address.',
      },
    },
    HOST_OUTSIDE: {
      zh: {
        fault: '托管机构的地址不在所申请登记机关的辖区（广州市{district}）内。',
        mend: '请选择该区的托管机构，或者向托管机构所在区的登记机关申请。',
      },
      en: {
        fault: 'The host’s address is not in the registrar’s district (广州市{district}).',
        mend: 'Choose a host of that district, or apply to the registrar of the host’s district.',
      },
    },
  },
};
