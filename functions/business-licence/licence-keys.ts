import type { JSONWebKeySet, JWK } from 'jose';
import * as z from 'zod';
import { LegalDate } from '../shared/calendar.ts';

/** Our licence keys as a deployment names them (`LICENCE_KEYS`): the one that signs is first. */
export const LicenceKeys = z
  .array(
    z.strictObject({
      /** id of the key in KMS */
      id: z.string().min(1),
      /** the day from which nothing signed by it counts; absent = published */
      withdrawn: LegalDate.optional(),
    }),
  )
  .min(1)
  .refine(([signing]) => signing?.withdrawn === undefined, 'a withdrawn key signs nothing');
export type LicenceKeys = z.infer<typeof LicenceKeys>;

/** The public half of a key of ours; `kid` is its thumbprint (RFC 7638). */
export type OurPublicJwk = JWK & { readonly kid: string };

export interface OurPublicKey {
  readonly jwk: OurPublicJwk;
  readonly withdrawn?: LegalDate;
}

/** What others verify by: every key but those withdrawn, the signing one first. */
export const publishedSet = (keys: readonly OurPublicKey[]): JSONWebKeySet => ({
  keys: keys.filter(({ withdrawn }) => withdrawn === undefined).map(({ jwk }) => jwk),
});
