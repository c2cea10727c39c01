import type { IdentityProvider } from './identity-provider.ts';

/** What a code was exchanged for. FACE_FAILED: the provider saw the person and says it is not he. */
export type Exchanged =
  | { readonly outcome: 'ASSERTED'; readonly assertion: string }
  | { readonly outcome: 'FACE_FAILED' }
  /** unknown, used, too old, or asked for with another secret */
  | { readonly outcome: 'CODE_REFUSED' };

export interface CodeExchange {
  readonly code: string;
  /** RFC 7636 */
  readonly verifier: string;
  readonly redirectUri: string;
}

const encoder = new TextEncoder();
const base64url = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('base64url');

/**
 * The code verifier of a link (RFC 7636, 4.1): made from its secret, so that nothing has to be kept
 * between opening and signing, and a code is worth nothing without the link.
 */
export async function codeVerifierOf(secret: string): Promise<string> {
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), hmac, false, ['sign']);
  return base64url(await crypto.subtle.sign('HMAC', key, encoder.encode('code_verifier')));
}

/**
 * Where the person's face is checked and the document signed: the provider's authorisation
 * end-point (OIDC code flow with PKCE). Undefined where the provider has none. The address names
 * what is signed and the document's digest, never the person.
 *
 * @param state what the provider leads back with, e.g. the number of a signing
 */
export async function authorizationUrl(
  { authorization_endpoint: endpoint, client_id: client }: IdentityProvider,
  state: string,
  asked: { readonly secret: string; readonly documentHash: string; readonly redirectUri: string },
): Promise<string | undefined> {
  if (endpoint === undefined || client === undefined) return undefined;
  const verifier = await codeVerifierOf(asked.secret);
  const challenge = await crypto.subtle.digest('SHA-256', encoder.encode(verifier));
  const url = new URL(endpoint);
  const query = {
    response_type: 'code',
    scope: 'openid',
    client_id: client,
    redirect_uri: asked.redirectUri,
    state,
    document_hash: asked.documentHash,
    code_challenge: base64url(challenge),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}
