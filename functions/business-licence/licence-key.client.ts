import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { calculateJwkThumbprint, exportJWK, importSPKI, type JWK } from 'jose';
import { rawSignature } from './der-signature.ts';
import type { LicenceSigner } from './licence-signer.ts';

/** KMS takes a message of at most this many bytes; of a longer one it takes the digest. */
const MAX_MESSAGE = 4_096;

/**
 * Signs with the licence key in KMS (ECC_NIST_P256). Its public half is asked for once per process.
 *
 * @param keyId id, ARN or alias of the key
 */
export function licenceSigner(kms: KMSClient, keyId: string): LicenceSigner {
  let known: Promise<JWK & { kid: string }> | undefined;

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

    publicJwk() {
      known ??= publicJwk(kms, keyId).catch((error) => {
        known = undefined;
        throw error;
      });
      return known;
    },
  };
}

async function publicJwk(kms: KMSClient, keyId: string): Promise<JWK & { kid: string }> {
  const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: keyId }));
  const pem = `-----BEGIN PUBLIC KEY-----\n${Buffer.from(PublicKey ?? []).toString('base64')}\n-----END PUBLIC KEY-----`;
  const jwk = await exportJWK(await importSPKI(pem, 'ES256', { extractable: true }));
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' };
}
