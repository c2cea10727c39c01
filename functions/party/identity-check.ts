import type { Instant } from '../shared/calendar.ts';
import type { IdentityAct } from './identity-act.ts';

/** What became of one person's real-name verification and signature (实名验证, 实施细则 art. 16). */
export interface IdentityCheck {
  /** key into `form.people`; absent when the assertion names nobody of the form */
  readonly person?: string;
  readonly outcome: /** provider's signature, audience and document digest hold; name and number are this person's */
    | 'VERIFIED'
    /** nobody signed for this person */
    | 'MISSING'
    /** not signed by a provider that we trust, or not readable */
    | 'FORGED'
    /** signed, but another document */
    | 'OTHER_DOCUMENT'
    /** signed by a person who is not in the form */
    | 'OTHER_PERSON'
    /** verified more than 72 hours before it was used to sign */
    | 'TOO_OLD'
    /** signed for an application that was withdrawn since */
    | 'SPENT';
  /** when the provider, or an official, verified the person */
  readonly verifiedAt?: Instant;
  /** verified by an official instead of the provider */
  readonly act?: IdentityAct['kind'];
}

const secondsOf = (at: Instant): number => Math.floor(Date.parse(at) / 1000);

/**
 * What is verified of an application whose source withdrew another one for the same client and
 * business: only those whose face was seen after, to the second, as providers tell it. What an
 * official did stands in the attempt itself.
 */
export const notSpent = (
  checks: readonly IdentityCheck[],
  endedAt: Instant | undefined,
): readonly IdentityCheck[] =>
  checks.map((check) => {
    const { outcome, act, verifiedAt } = check;
    if (!endedAt || outcome !== 'VERIFIED' || act || !verifiedAt) return check;
    return secondsOf(verifiedAt) < secondsOf(endedAt) ? { ...check, outcome: 'SPENT' } : check;
  });
