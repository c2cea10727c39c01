/** Who may be signed in on these pages: `aud` of the token. */
export type Audience = 'applicant' | 'official' | 'agent';

interface Session {
  readonly token: string;
  readonly audience: Audience;
  readonly until: number;
}

/** The access token lives in this page's memory only: a reload asks the issuer again. */
let held: Session | undefined;

const session = (): Session | undefined => (held && held.until > Date.now() ? held : undefined);

/** Undefined where nobody is signed in, or the token is over. */
export const token = (): string | undefined => session()?.token;

export const isSignedIn = (audience: Audience): boolean => session()?.audience === audience;

/** Who the token says he is; undefined where nobody is signed in. What it claims is for showing only: the API looks itself. */
export function signedInAs():
  | {
      readonly subject: string;
      readonly name?: string;
      readonly registrars?: readonly string[];
      readonly grade?: string;
    }
  | undefined {
  const claims = token()?.split('.')[1];
  if (claims === undefined) return undefined;
  const bytes = Uint8Array.from(atob(claims.replaceAll('-', '+').replaceAll('_', '/')), (it) =>
    it.charCodeAt(0),
  );
  const { sub, ...others } = JSON.parse(new TextDecoder().decode(bytes));
  return { subject: sub, ...others };
}

export const hold = (accessToken: string, audience: Audience, seconds: number): void => {
  held = { token: accessToken, audience, until: Date.now() + seconds * 1000 };
};

export const forget = (): void => {
  held = undefined;
};
