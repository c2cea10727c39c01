import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from 'jose';
import * as z from 'zod';
import type { ApplicationForm } from '../application/form.ts';
import type { IdentityCheck } from './identity-check.ts';
import { type Documents, documentsCovering, forgedIn } from './kept-signatures.ts';
import { AssertedPerson, isNamedBy, partsSignedBy, signersOf } from './signers.ts';

/** How long before signing a person may have been verified: 72 hours, in seconds; rule ID-03. */
export const VERIFIED_WITHIN = 72 * 3600;
/** How far the provider's clock may run ahead of ours, in seconds. */
const CLOCK_TOLERANCE = 60;

/** What the identity provider signs: this person, verified by face at `auth_time`, signed this document at `iat`. */
const Claims = z.object({
  iat: z.int(),
  auth_time: z.int(),
  document_hash: z.string().regex(/^[0-9a-f]{64}$/),
  person: AssertedPerson,
  method: z.literal('face'),
});
type Claims = z.infer<typeof Claims>;

export interface IdentityEvidence {
  readonly form: ApplicationForm;
  /** JWTs, type `identity-assertion+jwt` */
  readonly assertions: readonly string[];
  /** digest of the form that is under review */
  readonly documentHash: string;
  /** manifests of the form before an edit, by digest: an assertion over one counts while the parts that its signer signs are as they were */
  readonly earlier?: Documents['earlier'];
  /** the identity provider's keys, as configured: never fetched from where an assertion points */
  readonly jwks: JSONWebKeySet;
  readonly issuer: string;
  readonly audience: string;
  /** milliseconds since the epoch */
  readonly now: number;
}

/** From the best to the worst; a person's best assertion counts, of equal ones the newest. */
const OUTCOMES = ['VERIFIED', 'TOO_OLD', 'OTHER_DOCUMENT'] as const;
type Outcome = (typeof OUTCOMES)[number];

/**
 * What the assertions prove: one result for each person who must be verified (MISSING where no
 * genuine assertion names him), then one without a person for each assertion that is not genuine, or
 * whose kept manifest is not (FORGED), or names nobody of the form (OTHER_PERSON).
 *
 * Verification is measured at signing: a face seen at most 72 hours before counts for as long as
 * the assertion lives. ES256 only; RFC 7519, RFC 8725.
 */
export async function checkIdentities(evidence: IdentityEvidence): Promise<IdentityCheck[]> {
  const { form } = evidence;
  const [all, covering, forged] = await Promise.all([
    readAll(evidence),
    documentsCovering(form, evidence),
    forgedIn(evidence),
  ]);
  const read = all.map((it) => (it && forged.has(it.claims.document_hash) ? undefined : it));
  const signers = signersOf(form).map((signer): IdentityCheck => {
    const { person } = signer;
    const documents = covering(partsSignedBy(signer));
    const own = read
      .filter((it) => it !== undefined)
      .filter((it) => isNamedBy(form, person, it.claims.person))
      .map((it) => ({ outcome: outcomeOf(it, documents), claims: it.claims }))
      .sort(
        (a, b) =>
          OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) ||
          b.claims.auth_time - a.claims.auth_time,
      )[0];
    if (!own) return { person, outcome: 'MISSING' };
    const verifiedAt = new Date(own.claims.auth_time * 1000).toISOString();
    return { person, outcome: own.outcome, verifiedAt };
  });
  const people = Object.keys(form.people ?? {});
  const others = read.flatMap((it): IdentityCheck[] => {
    if (!it) return [{ outcome: 'FORGED' }];
    const known = people.some((person) => isNamedBy(form, person, it.claims.person));
    return known ? [] : [{ outcome: 'OTHER_PERSON' }];
  });
  return [...signers, ...others];
}

interface Genuine {
  readonly claims: Claims;
  readonly expired: boolean;
}

function outcomeOf({ claims, expired }: Genuine, documents: ReadonlySet<string>): Outcome {
  if (!documents.has(claims.document_hash)) return 'OTHER_DOCUMENT';
  return expired || claims.iat - claims.auth_time > VERIFIED_WITHIN ? 'TOO_OLD' : 'VERIFIED';
}

type KeySet = ReturnType<typeof createLocalJWKSet>;
/** By the configured object: a key is imported once for each process, not for each signature. */
const keySets = new WeakMap<JSONWebKeySet, KeySet>();

function keySetOf(jwks: JSONWebKeySet): KeySet {
  const keys = keySets.get(jwks) ?? createLocalJWKSet(jwks);
  keySets.set(jwks, keys);
  return keys;
}

/** The assertions in their order; undefined where one is not genuine. */
function readAll({ assertions, jwks, issuer, audience, now }: IdentityEvidence) {
  const keys = keySetOf(jwks);
  const options = {
    issuer,
    audience,
    typ: 'identity-assertion+jwt',
    algorithms: ['ES256'],
    requiredClaims: ['exp'],
    currentDate: new Date(now),
  };
  const genuine = (payload: unknown, expired: boolean): Genuine | undefined => {
    const { data } = Claims.safeParse(payload);
    const inOrder = data && data.auth_time <= data.iat && data.iat <= now / 1000 + CLOCK_TOLERANCE;
    return inOrder ? { claims: data, expired } : undefined;
  };
  return Promise.all(
    assertions.map(async (assertion) => {
      try {
        return genuine((await jwtVerify(assertion, keys, options)).payload, false);
      } catch (error) {
        return error instanceof errors.JWTExpired ? genuine(error.payload, true) : undefined;
      }
    }),
  );
}
