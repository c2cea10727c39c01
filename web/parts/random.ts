/** Bytes as base64url without padding (RFC 7515, 2). */
export const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** 256 random bits. */
export const random = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));
