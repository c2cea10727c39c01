import { dropDrafts } from '../form/draft.ts';
import { base64url, random } from '../parts/random.ts';
import { type Audience, forget, hold, signedInAs } from './session.ts';

interface Settings {
  readonly client: string;
  readonly authorize: string;
  readonly token: string;
}

/** What must survive the way to the issuer and back, in this tab alone; no token is among it. */
interface Begun {
  readonly state: string;
  readonly verifier: string;
  readonly audience: Audience;
  /** where one was */
  readonly back: string;
}

const BEGUN = 'sign-in';
/** As whom this tab was signed in: after a reload the issuer is asked again without a question to the person. */
const WAS_SIGNED_IN = 'signed-in';

const settings = async (): Promise<Settings> => (await fetch('/settings.json')).json();
const redirectUri = (): string => `${location.origin}/signed-in`;

/** Whom a token is for, as the issuer is asked for it (RFC 8707). */
const resourceOf = (audience: Audience): string => `urn:market-entry:${audience}`;

export const wasSignedIn = (audience: Audience): boolean =>
  sessionStorage.getItem(WAS_SIGNED_IN) === audience;

/** As whom one is, or was last, signed in in this tab. */
export const lastAudience = (): Audience =>
  (['official', 'agent'] as const).find(wasSignedIn) ?? 'applicant';

/** Goes to the issuer (authorisation code with PKCE, RFC 7636), which leads back to /signed-in. */
export async function signIn(audience: Audience): Promise<void> {
  const { client, authorize } = await settings();
  const begun: Begun = {
    state: random(),
    verifier: random(),
    audience,
    back: location.pathname + location.search,
  };
  sessionStorage.setItem(BEGUN, JSON.stringify(begun));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(begun.verifier));
  const url = new URL(authorize);
  const query = {
    response_type: 'code',
    client_id: client,
    redirect_uri: redirectUri(),
    scope: 'openid',
    resource: resourceOf(audience),
    state: begun.state,
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
    // whoever signed out, or comes anew, is asked who he is, though the issuer may remember somebody
    ...(!wasSignedIn(audience) && { prompt: 'login' }),
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  location.assign(url);
}

/**
 * Exchanges the code that the issuer led back with.
 *
 * @returns where one was, or undefined where there was nothing to be led back from, or it was refused
 * @throws {TypeError} when the connection is lost; the code is still good then
 */
export async function signedIn(search: string): Promise<string | undefined> {
  const query = new URLSearchParams(search);
  const begun: Begun | null = JSON.parse(sessionStorage.getItem(BEGUN) ?? 'null');
  const code = query.get('code');
  if (!begun || !code || query.get('state') !== begun.state) return undefined;
  const { client, token } = await settings();
  const response = await fetch(token, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: client,
      redirect_uri: redirectUri(),
      resource: resourceOf(begun.audience),
      code,
      code_verifier: begun.verifier,
    }),
  });
  sessionStorage.removeItem(BEGUN);
  sessionStorage.removeItem(WAS_SIGNED_IN);
  if (!response.ok) return undefined;
  const { access_token, expires_in } = await response.json();
  hold(access_token, begun.audience, expires_in);
  sessionStorage.setItem(WAS_SIGNED_IN, begun.audience);
  return begun.back;
}

/** Nothing of the person stays on this device; the next one who signs in is asked who he is. */
export function signOut(): void {
  dropDrafts(signedInAs()?.subject, localStorage);
  forget();
  sessionStorage.clear();
  location.assign('/');
}
