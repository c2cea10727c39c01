/** A link as it was opened, or as one comes back with from the identity provider. */
export interface OpenedLink {
  readonly id: string;
  readonly secret: string;
  /** authorisation code of the identity provider */
  readonly code?: string;
}

const kept = (id: string): string => `signing ${id}`;

/**
 * Reads the address. The secret stands behind `#`, which the provider does not know: it waits in this
 * tab until one comes back.
 *
 * @returns BROKEN: not the whole link. LOST: the provider led to another tab than the one that it left.
 */
export function openedLink(): OpenedLink | 'BROKEN' | 'LOST' {
  const { search, hash } = window.location;
  const query = new URLSearchParams(search);
  const id = query.get('id') ?? query.get('state');
  if (!id) return 'BROKEN';
  const secret = hash.slice(1) || sessionStorage.getItem(kept(id));
  const code = query.get('code');
  if (!secret) return code ? 'LOST' : 'BROKEN';
  return { id, secret, ...(code && { code }) };
}

/** Makes the address the link again, so that it may be loaded anew, and no code is left in it. */
export function tidyAddress({ id, secret }: OpenedLink): void {
  sessionStorage.removeItem(kept(id));
  window.history.replaceState(null, '', `/signing?id=${encodeURIComponent(id)}#${secret}`);
}

/** Goes to the identity provider, which leads back with a code. */
export function goToFaceCheck({ id, secret }: OpenedLink, authorize: string): void {
  sessionStorage.setItem(kept(id), secret);
  window.location.assign(authorize);
}
