import { decodeJwt } from 'jose';
import type { SentAttempt } from '../application/application.ts';
import { sha256 } from '../shared/digest.ts';
import { checkIdentities, VERIFIED_WITHIN } from './identity-assertion.ts';
import type { IdentityProvider } from './identity-provider.ts';

/** Why an assertion is not this person's signature of this document. */
export type AssertionFault =
  | 'ANOTHER_DOCUMENT'
  | 'ANOTHER_PERSON'
  | 'TOO_OLD'
  /** not signed by the provider that we trust, not for us, or without a number of its own (jti) */
  | 'UNKNOWN_PROVIDER';

export type ExaminedAssertion =
  | { readonly fault: AssertionFault }
  /** digest of issuer and jti: under it an assertion is used once */
  | { readonly fault?: undefined; readonly digest: string };

/**
 * Whether an assertion is this person's signature of this document, made now: the provider's
 * signature, the person's name and number, the document's digest, and a face seen at most 72 hours
 * ago (rule ID-03 asks the same of the moment of signing).
 */
export async function examineAssertion(
  provider: IdentityProvider,
  { form, documentHash }: Pick<SentAttempt, 'form' | 'documentHash'>,
  person: string,
  assertion: string,
  now: number,
): Promise<ExaminedAssertion> {
  const evidence = { ...provider, form, documentHash, assertions: [assertion], now };
  const checks = await checkIdentities(evidence);
  const own = checks.find((it) => it.person === person);
  if (checks.some(({ outcome }) => outcome === 'FORGED')) return { fault: 'UNKNOWN_PROVIDER' };
  if (!own?.verifiedAt) return { fault: 'ANOTHER_PERSON' };
  if (own.outcome === 'OTHER_DOCUMENT') return { fault: 'ANOTHER_DOCUMENT' };
  const seconds = (now - Date.parse(own.verifiedAt)) / 1000;
  if (own.outcome !== 'VERIFIED' || seconds > VERIFIED_WITHIN) return { fault: 'TOO_OLD' };
  const { iss, jti } = decodeJwt(assertion);
  if (!jti) return { fault: 'UNKNOWN_PROVIDER' };
  return { digest: await sha256(`${iss}#${jti}`) };
}
