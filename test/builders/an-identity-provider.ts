import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { ApplicationForm, Signatures } from '#functions/application/form.ts';
import { documentHash } from '#functions/party/document-hash.ts';
import { IdentityProvider } from '#functions/party/identity-provider.ts';
import { signersOf } from '#functions/party/signers.ts';
import { SENT_AT } from './applications-in.ts';

/** An identity provider with a key of its own, which signs for whom it is told to, an hour before SENT_AT. */
export async function anIdentityProvider() {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const provider = IdentityProvider.parse({
    issuer: 'https://identity.example',
    audience: 'https://registry.example',
    jwks: { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1' }] },
  });
  const at = Date.parse(SENT_AT) / 1000 - 3600;

  /** Signatures of persons of the form; of all whom the law asks for, unless said. */
  const signed = async (
    form: ApplicationForm,
    persons: readonly string[] = signersOf(form).map(({ person }) => person),
  ): Promise<Signatures> => {
    const hash = await documentHash(form);
    return Promise.all(
      persons.map(async (key) => {
        const { name, document } = form.people?.[key] ?? {};
        const claims = {
          document_hash: hash,
          auth_time: at,
          person: { name, document: { kind: document?.kind, number: document?.number } },
          method: 'face',
        };
        const jwt = new SignJWT(claims)
          .setProtectedHeader({ alg: 'ES256', typ: 'identity-assertion+jwt', kid: 'k1' })
          .setIssuer(provider.issuer)
          .setAudience(provider.audience)
          .setIssuedAt(at)
          .setExpirationTime(at + 30 * 86_400);
        return { assertion: await jwt.sign(privateKey) };
      }),
    );
  };
  return { provider, signed };
}
