import type { Registrar } from '../registrar/registrars.ts';
import type { ScopeItem } from './chosen-scope.ts';
import { atHostAddress } from './host-address.ts';

/** Kinds of premises that a form can name. */
export const PREMISES_KINDS = ['OWN', 'HOME', 'CLUSTER', 'NETWORK'] as const;
type PremisesKind = (typeof PREMISES_KINDS)[number];

/** IF: under the conditions that are told. */
export const ADVICE = ['YES', 'IF', 'NO'] as const;

interface Told {
  readonly zh: string;
  readonly en: string;
  readonly law: string;
  readonly article?: string;
  /** wordings that it is about */
  readonly items?: readonly string[];
}

interface PremisesAdvice {
  readonly kind: PremisesKind;
  readonly may: (typeof ADVICE)[number];
  readonly because: readonly Told[];
}

interface Asked {
  readonly type?: string | undefined;
  readonly items: readonly ScopeItem[];
  /** where it is known: which types may register at a host's address there, and whether a promise proves an address */
  readonly registrar?: Pick<Registrar, 'cluster' | 'addressByPromise'> | undefined;
}

const wordings = (items: readonly ScopeItem[]) => items.map(({ wording }) => wording);

/**
 * Where a business of this type and scope may have its address: own or rented premises, a dwelling, a host's
 * address, a shop inside a platform; each with the law. Advice: rules AD-03, AD-05 and AD-08 decide.
 */
export const premisesAdvice = (asked: Asked): PremisesAdvice[] => [
  own(asked),
  home(asked),
  cluster(asked),
  network(asked),
];

function proof({ registrar }: Asked): Told {
  const law = { law: '市场主体登记管理条例实施细则', article: '25' };
  return registrar?.addressByPromise
    ? {
        zh: '须有产权证明、租赁合同或者同意使用的证明，也可以签署承诺代替。',
        en: 'Title, lease or the owner’s consent, or a signed promise in its place.',
        ...law,
      }
    : {
        zh: '须有产权证明、租赁合同或者同意使用的证明。',
        en: 'Title, lease or the owner’s consent.',
        ...law,
      };
}

const own = (asked: Asked): PremisesAdvice => ({
  kind: 'OWN',
  may: 'YES',
  because: [proof(asked)],
});

/** 住改商: who lives in the building is asked, and what cannot be done in a flat is not. */
function home(asked: Asked): PremisesAdvice {
  const bound = asked.items.filter(({ cluster: at }) => at === 'no');
  const consent: Told = {
    zh: '将住宅改变为经营性用房的，除遵守法律、法规以及管理规约外，应当经有利害关系的业主一致同意。',
    en: 'To trade from a dwelling, the owners who are affected must all agree.',
    law: '民法典',
    article: '279',
  };
  const premises: Told = {
    zh: '这些项目一般须有专门场所，主管部门对场所另有要求，住宅通常不符合。',
    en: 'These commonly need premises of their own, which the permit’s authority looks at; a dwelling seldom serves.',
    law: '优化营商环境条例',
    article: '19',
    items: wordings(bound),
  };
  return {
    kind: 'HOME',
    may: 'IF',
    because: [proof(asked), consent, ...(bound.length > 0 ? [premises] : [])],
  };
}

function cluster({ type, items, registrar }: Asked): PremisesAdvice {
  const law = { law: '广东省商事登记条例' };
  const some = Map.groupBy(items, atHostAddress);
  const [no = [], official = [], promise = []] = [
    some.get('NO'),
    some.get('OFFICIAL'),
    some.get('PROMISE'),
  ];
  if (registrar && type !== undefined && !registrar.cluster.some((it) => it === type))
    return {
      kind: 'CLUSTER',
      may: 'NO',
      because: [
        {
          zh: '该登记机关不接受该类型的主体集群注册。',
          en: 'This registrar takes no business of this type at a host’s address.',
          ...law,
        },
      ],
    };
  const because: Told[] = [
    {
      zh: '须与托管机构签订至少一年的住所托管协议，由其代收法律文书。',
      en: 'A custody agreement with a host for at least a year, who receives legal documents.',
      ...law,
    },
    ...told(
      promise,
      '须承诺不在托管地址从事须有场所的经营活动。',
      'Promise to do nothing premises-bound there.',
    ),
    ...told(
      official,
      '许可经营项目能否使用托管地址，由登记人员判断。',
      'For licensed items an official decides.',
    ),
    ...told(no, '须有实际经营场所，不能使用托管地址。', 'Need real premises.'),
  ];
  return { kind: 'CLUSTER', may: no.length > 0 ? 'NO' : 'IF', because };

  function told(about: readonly ScopeItem[], zh: string, en: string): Told[] {
    return about.length > 0 ? [{ zh, en, ...law, items: wordings(about) }] : [];
  }
}

/** 网络经营场所 */
function network({ type, items }: Asked): PremisesAdvice {
  const law = { law: '网络交易监督管理办法', article: '9' };
  if (type !== undefined && type !== 'INDIVIDUAL_BUSINESS')
    return {
      kind: 'NETWORK',
      may: 'NO',
      because: [
        {
          zh: '只有仅通过网络经营的平台内经营者申请登记为个体工商户的，可以登记网络经营场所。',
          en: 'Only for an individual business that trades inside platforms alone.',
          ...law,
        },
      ],
    };
  const bound = items.filter(({ cluster: at }) => at === 'no');
  if (bound.length > 0)
    return {
      kind: 'NETWORK',
      may: 'NO',
      because: [
        {
          zh: '须有实际经营场所，不属于仅通过网络经营。',
          en: 'Need real premises and are not done through the network alone.',
          ...law,
          items: wordings(bound),
        },
      ],
    };
  return {
    kind: 'NETWORK',
    may: 'IF',
    because: [
      {
        zh: '仅限在电子商务平台内经营；以经常居住地为住所，向其所在区的登记机关申请；有两个以上网店的，一并登记。',
        en: 'Inside platforms only; apply to the registrar of the district where you live; several shops are registered together.',
        ...law,
      },
      {
        zh: '由平台出具网络经营场所的证明材料；自有域名、虚拟主机不能登记。',
        en: 'The platform certifies the shop; a domain or virtual host of your own will not do.',
        law: '网络交易监督管理办法',
        article: '10',
      },
    ],
  };
}
