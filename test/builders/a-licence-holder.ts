import { createHash } from 'node:crypto';
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { LICENSED_AT } from './a-licence.ts';

/** Whom key bindings are made for: us. */
export const AUDIENCE = 'https://registry.example';

/** A company with a key of its own, which signs documents with its e-licence (KB-JWT); shares no code with ours. */
export async function aLicenceHolder() {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  return {
    /** what the issuer puts into the licence: `licence(claims, idx, { payload: holder.bound })` */
    bound: { cnf: { jwk: await exportJWK(publicKey) } },

    /** The licence as the company shows it over a document; `change` replaces or, when undefined, takes away. */
    async signs(
      licence: string,
      documentHash: string,
      change: object = {},
      header: object = {},
      key = privateKey,
    ): Promise<string> {
      const payload = {
        iat: LICENSED_AT / 1000,
        aud: AUDIENCE,
        nonce: documentHash,
        sd_hash: createHash('sha256').update(licence, 'ascii').digest('base64url'),
        ...change,
      };
      const binding = await new CompactSign(Buffer.from(JSON.stringify(payload)))
        .setProtectedHeader({ alg: 'ES256', typ: 'kb+jwt', ...header })
        .sign(key);
      return `${licence}${binding}`;
    },
  };
}
