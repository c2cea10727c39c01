import * as z from 'zod';
import { LegalDate } from '../shared/calendar.ts';

/** `vct` of a business licence (营业执照) as an SD-JWT VC. */
export const BUSINESS_LICENCE = 'urn:market-entry:business-licence:1';

const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** Public keys only, of the two curves that a licence may be signed on. */
const PublicKey = z.discriminatedUnion('kty', [
  z.strictObject({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: coordinate,
    y: coordinate,
    kid: z.string().exactOptional(),
    alg: z.literal('ES256').exactOptional(),
    use: z.literal('sig').exactOptional(),
  }),
  z.strictObject({
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    x: coordinate,
    kid: z.string().exactOptional(),
    alg: z.literal('EdDSA').exactOptional(),
    use: z.literal('sig').exactOptional(),
  }),
]);

const base = z.url().refine((url) => !url.endsWith('/'), 'ends without a slash');

/** An authority of another region whose e-licences count here (跨区域互认), as dated data. */
export const TrustedIssuer = z.strictObject({
  /** division of the region, e.g. 43 湖南 */
  region: z.string().regex(/^\d{2,6}$/),
  regionName: z.string(),
  /** the `iss` of its licences, e.g. https://licence.hunan.example */
  issuer: base,
  /** where its status lists are asked for; may differ from `issuer` by a gateway between the regions */
  endpoint: base,
  jwks: z.strictObject({ keys: z.array(PublicKey).min(1) }),
  /** the `vct` of each type of licence recognised */
  types: z.array(z.string()).min(1),
  from: LegalDate,
  /** last day in force; absent = until further notice */
  until: LegalDate.optional(),
});
export type TrustedIssuer = z.infer<typeof TrustedIssuer>;

const lastDay = ({ until }: TrustedIssuer): LegalDate => until ?? '9999-12-31';

/** No issuer has two entries in force on one day. */
export const TrustList = z
  .array(TrustedIssuer)
  .refine(
    (list) =>
      list.every((a, index) =>
        list
          .slice(index + 1)
          .every((b) => a.issuer !== b.issuer || lastDay(a) < b.from || lastDay(b) < a.from),
      ),
    'two entries of one issuer overlap',
  );
export type TrustList = z.infer<typeof TrustList>;

/** The trust list as the environment variable `TRUST_LIST` carries it. */
export const TrustListText = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.issues.push({ code: 'custom', input: text, message: 'not JSON' });
      return z.NEVER;
    }
  })
  .pipe(TrustList);

export const trusted = (
  list: TrustList,
  issuer: string,
  on: LegalDate,
): TrustedIssuer | undefined =>
  list.find((it) => it.issuer === issuer && it.from <= on && on <= lastDay(it));

/**
 * Where a status list is really asked for. The URI inside a token is never fetched as such: it must lie under the
 * issuer's own URL, in normal form without query, and is mapped onto the endpoint of the trust list.
 *
 * @returns undefined where the URI is not the issuer's
 */
export function statusListAddress(
  { issuer, endpoint }: TrustedIssuer,
  uri: string,
): string | undefined {
  const url = URL.canParse(uri) ? new URL(uri) : undefined;
  if (url?.href !== uri || !uri.startsWith(`${issuer}/`) || /[?#]/.test(uri)) return undefined;
  return endpoint + uri.slice(issuer.length);
}
