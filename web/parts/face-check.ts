/** What a face check is for, and the secret without which its code is worth nothing. */
export interface BegunFaceCheck {
  /** what the provider leads back with as `state` */
  readonly id: string;
  readonly secret: string;
}

/** How the identity provider led back here. */
interface LedBack {
  /** `state` */
  readonly id?: string;
  /** authorisation code */
  readonly code?: string;
  /** the person, or the provider, broke it off (RFC 6749, 4.1.2.1) */
  readonly isBrokenOff: boolean;
}

const kept = (id: string): string => `signing ${id}`;

/** Goes to the identity provider, which does not learn the secret: it waits in this tab. */
export function goToFaceCheck({ id, secret }: BegunFaceCheck, authorize: string): void {
  sessionStorage.setItem(kept(id), secret);
  window.location.assign(authorize);
}

export function ledBack(): LedBack {
  const query = new URLSearchParams(window.location.search);
  const id = query.get('state');
  const code = query.get('code');
  return { ...(id && { id }), ...(code && { code }), isBrokenOff: query.has('error') };
}

/** Undefined in another tab than the one that was left. */
export const secretKept = (id: string): string | undefined =>
  sessionStorage.getItem(kept(id)) ?? undefined;

export const dropSecret = (id: string): void => sessionStorage.removeItem(kept(id));
