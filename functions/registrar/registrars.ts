import type { LegalDate } from '../shared/calendar.ts';

export const BUSINESS_TYPES = [
  'LIMITED_COMPANY',
  'SOLE_PROPRIETORSHIP',
  'INDIVIDUAL_BUSINESS',
] as const;
export type BusinessType = (typeof BUSINESS_TYPES)[number];

/** A registrar (登记机关) as dated data. */
export interface Registrar {
  /** GB/T 2260 division: the registrar's id */
  readonly division: string;
  readonly name: string;
  readonly district: string;
  readonly from: LegalDate;
  /** last day in force; absent = until further notice */
  readonly until?: LegalDate;
  readonly registers: readonly BusinessType[];
  /** types that may register at a host's address (集群注册); empty = no clusters here. [M] but for 南沙 */
  readonly cluster: readonly BusinessType[];
  /** digits of the GB/T 4754 class within which two equal 字号 conflict; [M] */
  readonly industryDigits: 1 | 2 | 3 | 4;
  /** a signed promise stands in for the proof of the address (确认制; 南沙区市场主体登记确认制实施办法, 2024-04-01) */
  readonly addressByPromise: boolean;
}

const district = (division: string, name: string, more: Partial<Registrar> = {}): Registrar => ({
  division,
  name: `广州市${name}区市场监督管理局`,
  district: `${name}区`,
  from: '2022-03-01',
  registers: BUSINESS_TYPES,
  cluster: [],
  industryDigits: 2,
  addressByPromise: false,
  ...more,
});

/** The registrars of Guangzhou's eleven districts; domain.md 2.2. */
export const REGISTRARS: readonly Registrar[] = [
  district('440103', '荔湾'),
  district('440104', '越秀'),
  district('440105', '海珠'),
  district('440106', '天河'),
  district('440111', '白云'),
  district('440112', '黄埔'),
  district('440113', '番禺'),
  district('440114', '花都'),
  district('440115', '南沙', {
    from: '2024-04-01',
    cluster: BUSINESS_TYPES,
    addressByPromise: true,
  }),
  district('440117', '从化'),
  district('440118', '增城'),
];

/** The registrar of a division that is in force on a day. */
export const registrarOf = (division: string | undefined, on: LegalDate): Registrar | undefined =>
  REGISTRARS.find(
    (it) => it.division === division && it.from <= on && (it.until ?? '9999-12-31') >= on,
  );
