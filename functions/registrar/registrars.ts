import type { LegalDate } from '../shared/calendar.ts';

export const BUSINESS_TYPES = [
  'LIMITED_COMPANY',
  'SOLE_PROPRIETORSHIP',
  'INDIVIDUAL_BUSINESS',
] as const;
export type BusinessType = (typeof BUSINESS_TYPES)[number];

/** LICENSING 核准制; CONFIRMATION 确认制, where what is promised is not checked before. */
export type Regime = 'LICENSING' | 'CONFIRMATION';

/** Grades of officials: SUPERVISOR stands for the head of the registrar (登记机关负责人). */
export const GRADES = ['OFFICER', 'SUPERVISOR'] as const;
export type Grade = (typeof GRADES)[number];

/** What an official does to a case: decide it, hand it over (移送), extend its clock (实施细则 art. 18). */
export type Act = 'DECIDE' | 'HAND_OVER' | 'EXTEND';

/** What a notice bears: the seal's name, and the key that signs for it. */
export interface Seal {
  readonly name: string;
  readonly key: string;
}

/**
 * A registrar (登记机关) as dated data: one entry for each time in which nothing of it changed. Who its
 * officials are, their tokens say; what their grade lets them do, it says.
 */
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
  readonly regime: Regime;
  readonly seal: Seal;
  /** acts by grade; that an extension is the head's is law, the rest [M] */
  readonly officials: Readonly<Record<Grade, readonly Act[]>>;
}

/** Where no registrar is known: what officials may do by law alone. */
const OFFICIALS: Registrar['officials'] = {
  OFFICER: ['DECIDE', 'HAND_OVER'],
  SUPERVISOR: ['DECIDE', 'HAND_OVER', 'EXTEND'],
};

const district = (division: string, name: string, more: Partial<Registrar> = {}): Registrar => ({
  division,
  name: `广州市${name}区市场监督管理局`,
  district: `${name}区`,
  from: '2022-03-01',
  registers: BUSINESS_TYPES,
  cluster: [],
  industryDigits: 2,
  addressByPromise: false,
  regime: 'LICENSING',
  seal: { name: `广州市${name}区市场监督管理局登记专用章`, key: `seal-${division}` },
  officials: OFFICIALS,
  ...more,
});

/** @throws {RangeError} when two entries of one division are in force on one day: which of them decides? */
export function withoutOverlaps(entries: readonly Registrar[]): readonly Registrar[] {
  for (const [index, one] of entries.entries()) {
    const other = entries
      .slice(index + 1)
      .find((it) => it.division === one.division && overlaps(it, one));
    if (other) throw new RangeError(`two entries of ${one.division} from ${other.from}`);
  }
  return entries;
}

const lastDayOf = ({ until }: Registrar): LegalDate => until ?? '9999-12-31';
const overlaps = (a: Registrar, b: Registrar): boolean =>
  a.from <= lastDayOf(b) && b.from <= lastDayOf(a);

/** The registrars of Guangzhou's eleven districts; domain.md 2.2. */
export const REGISTRARS: readonly Registrar[] = withoutOverlaps([
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
    regime: 'CONFIRMATION',
  }),
  district('440117', '从化'),
  district('440118', '增城'),
]);

/** The registrar of a division that is in force on a day. */
export const registrarOf = (division: string | undefined, on: LegalDate): Registrar | undefined =>
  REGISTRARS.find((it) => it.division === division && it.from <= on && lastDayOf(it) >= on);

/** Whether a registrar registers businesses of a type; a type that the form misspells, none does. */
export const registersType = ({ registers }: Registrar, type: string | undefined): boolean =>
  registers.some((it) => it === type);

/** Whether an official of this grade may do this act at a registrar. */
export const mayAct = (registrar: Registrar | undefined, grade: Grade, act: Act): boolean =>
  (registrar?.officials ?? OFFICIALS)[grade].includes(act);
