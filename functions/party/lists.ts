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

/** Of whom or what lists speak. */
export const SUBJECT_KINDS = ['PERSON', 'BUSINESS', 'ADDRESS', 'HOST', 'AGENT'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** On whom or what each list may have an entry: what the review looks for in it. */
export const ABOUT: Readonly<Record<List, readonly SubjectKind[]>> = {
  IDENTITY: ['PERSON'],
  NO_PROFIT: ['PERSON'],
  OFFICE: ['PERSON'],
  DISHONEST: ['PERSON'],
  REVOKED_HEAD: ['PERSON'],
  BARRED: ['PERSON', 'BUSINESS', 'AGENT'],
  STOP: ['PERSON', 'BUSINESS', 'ADDRESS'],
  CREDIT: ['PERSON', 'BUSINESS', 'HOST', 'AGENT'],
  ABNORMAL: ['PERSON', 'BUSINESS', 'HOST', 'AGENT'],
  FAVOURED: ['PERSON', 'BUSINESS', 'HOST'],
  PROPERTY: ['ADDRESS'],
  BUILDING: ['ADDRESS'],
};
