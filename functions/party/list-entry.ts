import * as z from 'zod';
import { LegalDate } from '../shared/calendar.ts';

/**
 * The lists that a review looks into, with the grounds that each knows. They come from other
 * authorities (courts, police, credit platform, housing) and from the registrar's own acts; a ground
 * that a source does not tell is UNKNOWN, and a person finds it out.
 */
export const LISTS = {
  /** 证件 lost, cancelled, or its holder deceased: police data */
  IDENTITY: ['LOST', 'CANCELLED', 'DECEASED'],
  /** 禁止从事营利性活动: civil servants and others whom the law bans from profit-making work */
  NO_PROFIT: ['CIVIL_SERVANT', 'OTHER'],
  /** 公司法 art. 178(2), (3); `from` is the end of the sentence, of the probation or of the bankruptcy */
  OFFICE: ['SENTENCE', 'PROBATION', 'BANKRUPTCY'],
  /** 失信被执行人: a large debt that is due (公司法 art. 178(5)), or another reason of the court */
  DISHONEST: ['DEBT', 'OTHER', 'UNKNOWN'],
  /** head of a business whose licence was revoked or that was closed by order; `from` is that day */
  REVOKED_HEAD: ['RESPONSIBLE', 'UNKNOWN'],
  /** 直接责任人 of an annulled registration; `from` is the day of the annulment (条例 art. 40) */
  BARRED: ['ANNULMENT'],
  /** state security, public interest (条例 art. 20) */
  STOP: ['STATE_SECURITY', 'PUBLIC_INTEREST'],
  /** 信用风险分类 */
  CREDIT: ['A', 'B', 'C', 'D'],
  /** 经营异常名录, 严重违法失信名单 */
  ABNORMAL: ['ABNORMAL', 'SERIOUS'],
  /** 直播电商白名单, and enterprises that a competent department referred (重点引进) */
  FAVOURED: ['WHITELIST', 'KEY_ENTERPRISE'],
  /** property data on an address agree with its use as premises, or do not */
  PROPERTY: ['CONFIRMED', 'CONTRADICTED'],
  /** an address at which nobody may register */
  BUILDING: ['ILLEGAL', 'DANGEROUS', 'EXPROPRIATION'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type List = keyof typeof LISTS;

const List = z.literal(Object.keys(LISTS).filter((it): it is List => it in LISTS));

/** One entry of a list on one person, business or address; dates are legal dates, both included. */
export const ListEntry = z
  .object({
    /** the source's own number of it: entered again, it replaces what was */
    id: z.string().regex(/^[A-Za-z0-9-]{1,40}$/),
    list: List,
    ground: z.string(),
    from: LegalDate,
    /** absent = until it is lifted, or as long as the law says */
    until: LegalDate.exactOptional(),
    /** the authority that keeps the list */
    source: z.string().min(1).max(100),
    /** FAVOURED: the official who looks after it (服务专员), by his token's subject */
    officer: z.string().min(1).max(100).exactOptional(),
  })
  .refine(({ list, ground }) => LISTS[list].some((it) => it === ground), 'no ground of this list');
export type ListEntry = z.infer<typeof ListEntry>;
