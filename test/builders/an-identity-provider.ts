import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { ApplicationForm } from '#functions/application/form.ts';
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

  /** The provider's word that a person signed a document; what is left out is in order. */
  const asserted = (
    person: object,
    { documentHash = '', ...change }: { documentHash?: string; [claim: string]: unknown },
  ): Promise<string> =>
    new SignJWT({
      document_hash: documentHash,
      auth_time: at,
      iat: at,
      person,
      method: 'face',
      iss: provider.issuer,
      aud: provider.audience,
      exp: at + 30 * 86_400,
      jti: randomUUID(),
      ...change,
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'identity-assertion+jwt', kid: 'k1' })
      .sign(privateKey);

  /** Signatures of persons of the form; of all whom the law asks for, unless said. */
  const signed = async (
    form: ApplicationForm,
    persons: readonly string[] = signersOf(form).map(({ person }) => person),
  ): Promise<{ assertion: string }[]> => {
    const hash = await documentHash(form);
    return Promise.all(
      persons.map(async (key) => ({
        assertion: await asserted(personAs(form, key), { documentHash: hash }),
      })),
    );
  };
  return { provider, signed, asserted };
}

/** A person as the form names him. */
export const personAs = ({ people = {} }: ApplicationForm, key: string): object => {
  const { name, document } = people[key] ?? {};
  return { name, document: { kind: document?.kind, number: document?.number } };
};
