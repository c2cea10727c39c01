import { type BegunFaceCheck, dropSecret, ledBack, secretKept } from '../parts/face-check.ts';

/** A link as it was opened, or as one comes back with from the identity provider. */
export interface OpenedLink extends BegunFaceCheck {
  /** authorisation code of the identity provider */
  readonly code?: string;
}

/**
 * Reads the address. The secret stands behind `#`, which the provider does not know: it waits in this
 * tab until one comes back.
 *
 * @returns BROKEN: not the whole link. LOST: the provider led to another tab than the one that it left.
 */
export function openedLink(): OpenedLink | 'BROKEN' | 'LOST' {
  const { search, hash } = window.location;
  const { id: state, code } = ledBack();
  const id = new URLSearchParams(search).get('id') ?? state;
  if (!id) return 'BROKEN';
  const secret = hash.slice(1) || secretKept(id);
  if (!secret) return code ? 'LOST' : 'BROKEN';
  return { id, secret, ...(code && { code }) };
}

/** Makes the address the link again, so that it may be loaded anew, and no code is left in it. */
export function tidyAddress({ id, secret }: OpenedLink): void {
  dropSecret(id);
  window.history.replaceState(null, '', `/signing?id=${encodeURIComponent(id)}#${secret}`);
}
