import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { calculateJwkThumbprint, exportJWK, importSPKI } from 'jose';
import { rawSignature } from './der-signature.ts';
import type { LicenceKeys, OurPublicJwk, OurPublicKey } from './licence-keys.ts';
import type { LicenceSigner } from './licence-signer.ts';

/** KMS takes a message of at most this many bytes; of a longer one it takes the digest. */
const MAX_MESSAGE = 4_096;

/**
 * Signs with the licence key in KMS (ECC_NIST_P256). Its public half is asked for once per process.
 *
 * @param keyId id, ARN or alias of the key
 */
export function licenceSigner(kms: KMSClient, keyId: string): LicenceSigner {
  const publicJwk = publicJwkOf(kms, keyId);

  return {
    async sign(signingInput) {
      const message = new TextEncoder().encode(signingInput);
      const { Signature } = await kms.send(
        new SignCommand({
          KeyId: keyId,
          SigningAlgorithm: 'ECDSA_SHA_256',
          ...(message.length > MAX_MESSAGE
            ? {
                MessageType: 'DIGEST',
                Message: new Uint8Array(await crypto.subtle.digest('SHA-256', message)),
              }
            : { MessageType: 'RAW', Message: message }),
        }),
      );
      return rawSignature(Signature ?? new Uint8Array());
    },

    publicJwk,
  };
}

/** The public halves of all our licence keys, in their order; each is asked for once per process. */
export function ourPublicKeys(
  kms: KMSClient,
  keys: LicenceKeys,
): () => Promise<readonly OurPublicKey[]> {
  const each = keys.map(({ id, withdrawn }) => {
    const publicJwk = publicJwkOf(kms, id);
    return async (): Promise<OurPublicKey> => ({
      jwk: await publicJwk(),
      ...(withdrawn !== undefined && { withdrawn }),
    });
  });
  return () => Promise.all(each.map((read) => read()));
}

/** Asks once, and again only after a failure. */
function publicJwkOf(kms: KMSClient, keyId: string): () => Promise<OurPublicJwk> {
  let known: Promise<OurPublicJwk> | undefined;
  return () => {
    known ??= readPublicJwk(kms, keyId).catch((error) => {
      known = undefined;
      throw error;
    });
    return known;
  };
}

async function readPublicJwk(kms: KMSClient, keyId: string): Promise<OurPublicJwk> {
  const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: keyId }));
  const pem = `-----BEGIN PUBLIC KEY-----\n${Buffer.from(PublicKey ?? []).toString('base64')}\n-----END PUBLIC KEY-----`;
  const jwk = await exportJWK(await importSPKI(pem, 'ES256', { extractable: true }));
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' };
}
