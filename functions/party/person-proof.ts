import type { ApplicationForm } from '../application/form.ts';
import { legalDateOf } from '../shared/days.ts';
import { type AssertionFault, examineAssertion } from './accepted-assertion.ts';
import { enquiryDigest } from './enquiry.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { type AssertedPerson, claimedBy } from './signers.ts';

const DAY_MS = 86_400_000;

/** What a person signs to see what names her, and to deny it: the digest of this enquiry on a legal date. */
export const WHO_NAMES_ME = 'WHO_NAMES_ME';

/** Who asks, or why the assertion does not prove it. */
export type ProvenPerson =
  | { readonly person: AssertedPerson; readonly fault?: undefined }
  | { readonly person?: undefined; readonly fault: AssertionFault };

/**
 * The person whom an assertion over the enquiry of today, or of yesterday, proves: genuine, made for
 * us, of a face seen at most 72 hours ago. The same assertion serves for all that she asks on that day.
 *
 * @param now milliseconds since the epoch
 * @param enquiry what she asks; see enquiry.ts
 */
export async function provenPerson(
  provider: IdentityProvider,
  assertion: string,
  now: number,
  enquiry: string,
): Promise<ProvenPerson> {
  const person = claimedBy(assertion)?.person;
  if (!person) return { fault: 'UNKNOWN_PROVIDER' };
  const form: ApplicationForm = { people: { asker: person }, roles: { liaison: 'asker' } };
  for (const moment of [now, now - DAY_MS]) {
    const documentHash = await enquiryDigest(enquiry, legalDateOf(moment));
    const { fault } = await examineAssertion(
      provider,
      { form, documentHash },
      'asker',
      assertion,
      now,
    );
    if (!fault) return { person };
    if (fault !== 'ANOTHER_DOCUMENT') return { fault };
  }
  return { fault: 'ANOTHER_DOCUMENT' };
}
