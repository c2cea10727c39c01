import type { Json } from '../shared/canonical-json.ts';
import type { ReviewFacts } from './facts.ts';

/**
 * RETURN: the applicant can mend it. REFER: a person weighs it. PROPOSE_REFUSAL: a bar in law,
 * which only a person may pronounce (条例 art. 20, 个人信息保护法 art. 24). WARN: shown and kept.
 */
export type Consequence = 'RETURN' | 'REFER' | 'PROPOSE_REFUSAL' | 'WARN';

/** Values that a finding's text is filled with. Never an identity number or an address. */
export type Found = Readonly<Record<string, string | number>>;

/** One fault, at one place of the form. */
export interface Fault {
  /** JSON Pointer (RFC 6901) into the form */
  readonly pointer: string;
  /** key into `says` of the rule's texts */
  readonly says: string;
  readonly found?: Found;
  /** where it differs from the rule's `onBreach` */
  readonly consequence?: Consequence;
}

export type Check = 'MET' | 'NOT_APPLICABLE' | { readonly faults: readonly [Fault, ...Fault[]] };

/** What is wrong, and how to mend it; `{placeholders}` are filled from the fault's `found`. */
export interface Says {
  readonly fault: string;
  readonly mend: string;
}

export interface Rule {
  /** Printed on notices and stored with decisions, so never renamed and never reused; domain.md section 7. */
  readonly id: string;
  /** Raised when the rule's meaning changes. */
  readonly version: number;
  readonly onBreach: Consequence;
  /**
   * Where what it asks depends on a day: that of the submission, so that a change of law or of a figure meets
   * only what is sent after it; or that of the decision, which is the day on which the business would begin.
   */
  readonly counts?: 'SUBMISSION' | 'DECISION';
  /** Its findings tell of persons what is not public: who asks before signing is not told them, unless his identity is verified. */
  readonly aboutPersons?: true;
  /** Figures that are policy, not law: part of the rule set's digest. */
  readonly parameters?: { readonly [name: string]: Json };
  /** Pure, total, synchronous: gets every fact, looks at nothing else, never throws. */
  readonly check: (facts: ReviewFacts) => Check;
}

/**
 * What a rule tells people; `texts` of its file. Apart from the rule, so that the function that reviews
 * carries none of them.
 */
export interface RuleTexts {
  /** What must hold, in the affirmative. */
  readonly requires: { readonly zh: string; readonly en: string };
  /** The provisions that give the rule its force; the Chinese short title, and the article where one is known. */
  readonly basis: readonly { readonly law: string; readonly article?: string }[];
  /** Texts of each kind of fault. The Chinese text counts. */
  readonly says: Readonly<Record<string, { readonly zh: Says; readonly en: Says }>>;
}

/** `says` of a finding whose rule threw: a defect of ours, never a pass, never the applicant's fault. */
export const DEFECT = 'DEFECT';

/** `says` of a finding whose rule officials, or we ourselves, have switched off. */
export const SWITCHED_OFF = 'SWITCHED_OFF';

export const MET = 'MET';
export const NOT_APPLICABLE = 'NOT_APPLICABLE';

/** MET where there is no fault. */
export const breachedBy = (faults: readonly Fault[]): Check => {
  const [first, ...rest] = faults;
  return first ? { faults: [first, ...rest] } : MET;
};
