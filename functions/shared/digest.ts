import { canonicalJson, type Json } from './canonical-json.ts';

/** SHA-256 of the UTF-8 text, as 64 lower-case hexadecimal digits (FIPS 180-4). */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(digest).toString('hex');
}

/** The digest that signatures and decisions refer to: SHA-256 over the canonical form (RFC 8785). */
export const digestOf = (value: Json): Promise<string> => sha256(canonicalJson(value));
