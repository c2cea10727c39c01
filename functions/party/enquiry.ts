import type { LegalDate } from '../shared/calendar.ts';
import { digestOf } from '../shared/digest.ts';

/**
 * What a person without an account signs to ask about herself, or to act in her own name: the
 * digest of what she asks for and of the legal date on which she does. Verified by person-proof.ts.
 *
 * @param enquiry what is asked, with what it is about, e.g. `MY_MANDATES` or `END_MANDATE ma_…`
 */
export const enquiryDigest = (enquiry: string, on: LegalDate): Promise<string> =>
  digestOf({ enquiry, on });
