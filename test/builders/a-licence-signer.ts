import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import type { LicenceSigner } from '#functions/business-licence/licence-signer.ts';

/** A licence key in this process: what KMS is to the running system. */
export async function aLicenceSigner(): Promise<LicenceSigner> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return {
    async sign(signingInput) {
      const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
      return new Uint8Array(
        await crypto.subtle.sign(algorithm, privateKey, Buffer.from(signingInput)),
      );
    },
    async publicJwk() {
      return { ...jwk, kid, alg: 'ES256', use: 'sig' };
    },
  };
}
