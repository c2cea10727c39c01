import type { Instant } from '../shared/calendar.ts';

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
    | 'TOO_OLD';
  /** when the provider verified the person */
  readonly verifiedAt?: Instant;
}
