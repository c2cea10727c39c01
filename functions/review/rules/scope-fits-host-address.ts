import { atHostAddress } from '../../scope/host-address.ts';
import type { ReviewFacts } from '../facts.ts';
import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** Items of a bundle that is out as a whole are not told one by one. */
function itemFaults({ form, scope: { items, pointers, bundle } }: ReviewFacts): Fault[] {
  const promised = form.promises?.noPremisesBoundActivity === true;
  const faults = items.flatMap((item, at): Fault[] => {
    const place = { pointer: pointers[at] ?? '/scope', found: { wording: item.wording } };
    if (bundle?.ownPremises && place.pointer === '/scope/bundle') return [];
    const may = atHostAddress(item);
    if (may === 'YES') return [];
    if (may === 'NO') return [{ ...place, says: 'EXCLUDED' }];
    if (may === 'OFFICIAL') return [{ ...place, says: 'LICENSED', consequence: 'REFER' }];
    return promised
      ? [{ ...place, says: 'PROMISED', consequence: 'WARN' }]
      : [{ ...place, says: 'NO_PROMISE' }];
  });
  const unpromised = faults.find(({ says }) => says === 'NO_PROMISE');
  const others = faults.filter(({ says }) => says !== 'NO_PROMISE');
  return unpromised ? [...others, { ...unpromised, pointer: PROMISE }] : others;
}

/** One promise covers every item, so its lack is told once, with the first item that needs it. */
const PROMISE = '/promises/noPremisesBoundActivity';

/**
 * `depends` in the item list: general and filing items pass with a signed promise of no
 * premises-bound activity, licensed ones go to an official. Which types a district lets register at
 * a host's address stands with the registrar.
 */
export const scopeFitsHostAddress: Rule = {
  id: 'AD-08',
  version: 1,
  onBreach: 'RETURN',
  counts: 'SUBMISSION',
  check: (facts) => {
    const { form, registrar, scope } = facts;
    if (form.premises?.kind !== 'CLUSTER') return NOT_APPLICABLE;
    const faults: Fault[] = [];
    const known = registrar?.registers.some((type) => type === form.type);
    if (known && !registrar?.cluster.some((type) => type === form.type))
      faults.push({
        pointer: '/premises/kind',
        says: 'TYPE',
        found: { district: registrar?.district ?? '' },
      });
    if (scope.bundle?.ownPremises)
      faults.push({
        pointer: '/scope/bundle/id',
        says: 'BUNDLE',
        found: { bundle: scope.bundle.id },
      });
    return breachedBy([...faults, ...itemFaults(facts)]);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '集群注册的主体类型、打包项目和经营项目均允许使用托管地址。',
    en: 'Type, bundle and items may all register at a host’s address.',
  },
  basis: [{ law: '广东省商事登记条例' }, { law: '广州市南沙区市场主体集群注册登记管理办法' }],
  says: {
    TYPE: {
      zh: {
        fault: '广州市{district}不接受该类型的主体集群注册。',
        mend: '请填写自有或租用的地址，或者向接受集群注册的登记机关申请。',
      },
      en: {
        fault: '广州市{district} does not take this type of business at a host’s address.',
        mend: 'Give an own or rented address, or apply to a registrar that takes it.',
      },
    },
    BUNDLE: {
      zh: {
        fault: '打包项目{bundle}须有实际经营场所，不能使用托管地址。',
        mend: '请另选打包项目，或者填写实际地址。',
      },
      en: {
        fault: 'Bundle {bundle} needs real premises and cannot be at a host’s address.',
        mend: 'Choose another bundle, or give a real address.',
      },
    },
    EXCLUDED: {
      zh: {
        fault: '“{wording}”须有实际经营场所，不能使用托管地址。',
        mend: '请删除该项目，或者填写实际地址。',
      },
      en: {
        fault: '{wording} needs real premises and cannot be at a host’s address.',
        mend: 'Drop the item, or give a real address.',
      },
    },
    LICENSED: {
      zh: {
        fault: '“{wording}”是许可经营项目，能否使用托管地址需由登记人员判断。',
        mend: '请等待登记人员审核；也可以删除该项目，或者填写实际地址。',
      },
      en: {
        fault:
          'Whether {wording}, a licensed item, may be at a host’s address is for an official to judge.',
        mend: 'Wait for the official, drop the item, or give a real address.',
      },
    },
    NO_PROMISE: {
      zh: {
        fault:
          '“{wording}”等项目使用托管地址，须承诺不在托管地址从事需要场所的经营活动，但未承诺。',
        mend: '请勾选该承诺；确需场所的，请删除该项目或者填写实际地址。',
      },
      en: {
        fault:
          '{wording} and the like may be at a host’s address only with a promise to do nothing bound to premises there. It was not given.',
        mend: 'Give the promise; if you need premises, drop the item or give a real address.',
      },
    },
    PROMISED: {
      zh: {
        fault: '“{wording}”：已承诺不在托管地址从事需要场所的经营活动。',
        mend: '无需更正；将来需要场所时，请先办理住所（经营场所）变更登记。',
      },
      en: {
        fault: '{wording}: promised that nothing bound to premises is done at the host’s address.',
        mend: 'Nothing to correct; register a change of address before you need premises.',
      },
    },
  },
};
