import type { OurPublicJwk } from './licence-keys.ts';

/** The key that signs our licences and status lists. */
export interface LicenceSigner {
  /** @returns an ES256 signature over the text, r‖s, 64 bytes */
  sign(signingInput: string): Promise<Uint8Array>;
  /** the public key as our JWKS publishes it; `kid` is its thumbprint (RFC 7638) */
  publicJwk(): Promise<OurPublicJwk>;
}
