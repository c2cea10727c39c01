/** The access token lives in this page's memory only: a reload asks the issuer again. */
let held: { readonly token: string; readonly until: number } | undefined;

/** Undefined where nobody is signed in, or the token is over. */
export const token = (): string | undefined =>
  held && held.until > Date.now() ? held.token : undefined;

export const hold = (accessToken: string, seconds: number): void => {
  held = { token: accessToken, until: Date.now() + seconds * 1000 };
};

export const forget = (): void => {
  held = undefined;
};
