import type { CryptoKey } from 'jose';

/** A person's identity document, as far as it tells persons apart. */
export interface PersonDocument {
  /** kind as the form names it, e.g. RESIDENT_ID */
  readonly kind: string;
  readonly number: string;
}

/** The secret under which persons are looked up; a WebCrypto HMAC key that nothing can export. */
export type PersonKey = CryptoKey;

/** @param secret 256 bits */
export const personKeyOf = (secret: Uint8Array<ArrayBuffer>): Promise<PersonKey> =>
  crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);

/** HMAC-SHA-256 (FIPS 198-1) over the texts, as 43 characters base64url; lengths are part of it, so no two lists run together. */
export async function keyedHash(key: PersonKey, texts: readonly string[]): Promise<string> {
  const message = new TextEncoder().encode(JSON.stringify(texts));
  const code = await crypto.subtle.sign('HMAC', key, message);
  return Buffer.from(code).toString('base64url');
}

/** The same for full-width digits, a small x and white space around, as people type them. */
export const asTyped = (text: string): string => text.normalize('NFKC').trim().toUpperCase();

/**
 * The person as the index knows him: by the document's kind and number, never by his name, which
 * transliterations and typing change.
 */
export const personHash = (key: PersonKey, { kind, number }: PersonDocument): Promise<string> =>
  keyedHash(key, ['person', asTyped(kind), asTyped(number)]);
