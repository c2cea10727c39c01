import type { LegalDate } from '../shared/calendar.ts';

/** A promise (信用承诺) as it is shown and signed. The Chinese text counts. */
export interface PromiseText {
  /** member of the form that it belongs to */
  readonly pointer:
    | '/promises/address'
    | '/promises/noPremisesBoundActivity'
    | '/promises/similarName'
    | '/beneficialOwners/exemptionPromise';
  readonly zh: string;
  readonly en: string;
  /** what need not be brought where it is given: a part of the documents, or a check before registration */
  readonly replaces?: 'PREMISES_PROOF' | 'BENEFICIAL_OWNERS';
  /** PREMISES_PROOF is replaced under the confirmation regime only */
  readonly underConfirmationOnly?: true;
}

interface PromiseRelease {
  /** what the form's `promises.version` names; never used twice */
  readonly version: string;
  readonly from: LegalDate;
  /** last day on which it is signed; absent = until further notice */
  readonly until?: LegalDate;
  readonly texts: readonly PromiseText[];
}

const NO_PREMISES_BOUND: PromiseText = {
  pointer: '/promises/noPremisesBoundActivity',
  zh: '本经营主体不在托管地址从事须在固定场所开展的经营活动；需要开展的，先办理住所（经营场所）变更登记。',
  en: 'Nothing bound to premises is carried on at the host’s address; before that begins, another address is registered.',
};
const EXEMPTION: PromiseText = {
  pointer: '/beneficialOwners/exemptionPromise',
  zh: '本公司注册资本不超过一千万元，股东全部为自然人，且没有股东以外的自然人控制本公司或者从本公司获取收益；情况变化的，自变化之日起三十日内备案受益所有人信息。',
  en: 'The capital is at most RMB 10 million, all shareholders are natural persons, and nobody else controls or gains from the company; if that changes, the beneficial owners are filed within 30 days.',
  replaces: 'BENEFICIAL_OWNERS',
};

/** The texts are ours, after the regimes that ask for such promises; a registrar's own wording replaces them: [M]. */
export const PROMISE_RELEASES: readonly PromiseRelease[] = [
  {
    version: '2024-04',
    from: '2022-03-01',
    until: '2026-04-30',
    texts: [
      {
        pointer: '/promises/address',
        zh: '申报的住所（经营场所）真实存在，申请人有权使用。',
        en: 'The address declared exists and the applicant may use it.',
        replaces: 'PREMISES_PROOF',
        underConfirmationOnly: true,
      },
      NO_PREMISES_BOUND,
      {
        pointer: '/promises/similarName',
        zh: '知悉名称与他人名称近似的风险，自愿承担相应责任。',
        en: 'The applicant knows the risk of a name close to another and bears the liability.',
      },
      EXEMPTION,
    ],
  },
  {
    version: '2026-05',
    from: '2026-05-01',
    texts: [
      {
        pointer: '/promises/address',
        zh: '申报的住所（经营场所）真实、合法、有效，申请人依法享有使用权；登记机关事后核查不符的，依法更正或者接受撤销登记等处理，并承担相应法律责任。',
        en: 'The address declared is true and lawful and the applicant may use it; where a later check finds otherwise, the entry is corrected or annulled, and the applicant is liable.',
        replaces: 'PREMISES_PROOF',
        underConfirmationOnly: true,
      },
      NO_PREMISES_BOUND,
      {
        pointer: '/promises/similarName',
        zh: '已知悉名称与他人名称近似、可能误认的风险；因名称引发纠纷或者被认定为应当更名的，自愿承担法律责任并及时变更名称。',
        en: 'The applicant knows that the name is close to another and may be mistaken for it, bears the liability, and changes the name where so decided (企业名称登记管理规定 art. 16, 23).',
      },
      EXEMPTION,
    ],
  },
];

/** Days for which a signed text is still taken after another has replaced it, while others sign: policy, [M]. */
export const STILL_TAKEN_DAYS = 30;
const DAY_MS = 86_400_000;

/** The texts that are shown and signed on a day. */
export const promisesInForce = (on: LegalDate): PromiseRelease | undefined =>
  PROMISE_RELEASES.find(({ from, until = '9999-12-31' }) => from <= on && on <= until);

/**
 * Whether a version counts in an application that was submitted on a day: the one in force then, or
 * the one before it while its signatures may still be on their way.
 */
export function promisesTaken(version: string, submittedOn: LegalDate): boolean {
  const release = PROMISE_RELEASES.find((it) => it.version === version);
  if (!release || release.from > submittedOn) return false;
  const { until } = release;
  return (
    until === undefined || Date.parse(submittedOn) <= Date.parse(until) + STILL_TAKEN_DAYS * DAY_MS
  );
}
