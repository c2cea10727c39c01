import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { enquiryDigest } from '#functions/party/enquiry.ts';
import { IdentityProvider } from '#functions/party/identity-provider.ts';
import { WHO_NAMES_ME } from '#functions/party/person-proof.ts';
import type { AssertedPerson } from '#functions/party/signers.ts';
import { SENT_AT } from './applications-in.ts';

/** What differs from an assertion in order; times in seconds since the epoch. */
interface ProofChange {
  readonly documentHash?: string;
  readonly iat?: number;
  readonly seenAt?: number;
  readonly audience?: string;
}

/** An identity provider with a key of its own, asked by persons who ask who names them, an hour before SENT_AT. */
export async function anEnquirer() {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const provider = IdentityProvider.parse({
    issuer: 'https://identity.example',
    audience: 'https://registry.example',
    jwks: { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1' }] },
  });
  const at = Date.parse(SENT_AT) / 1000 - 3600;

  const prove = async (
    { name, document }: AssertedPerson,
    { documentHash, iat = at, seenAt = iat, audience = provider.audience }: ProofChange = {},
  ): Promise<string> => {
    const today = await enquiryDigest(WHO_NAMES_ME, SENT_AT.slice(0, 10));
    return new SignJWT({
      document_hash: documentHash ?? today,
      auth_time: seenAt,
      person: { name, document: { kind: document.kind, number: document.number } },
      method: 'face',
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'identity-assertion+jwt', kid: 'k1' })
      .setIssuer(provider.issuer)
      .setAudience(audience)
      .setIssuedAt(iat)
      .setJti(crypto.randomUUID())
      .setExpirationTime(iat + 90 * 86_400)
      .sign(privateKey);
  };
  return { provider, prove };
}
