import { createHash, randomBytes } from 'node:crypto';
import { CompactSign, type CryptoKey } from 'jose';

/** An issuer that shares no code with ours, and that signs anything, also what the standard forbids. */
export async function anSdJwt(
  key: CryptoKey,
  payload: object,
  { header = {}, disclosures = [] }: { header?: object; disclosures?: readonly string[] } = {},
): Promise<string> {
  const jwt = await new CompactSign(Buffer.from(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'ES256', typ: 'dc+sd-jwt', ...header })
    .sign(key, { crit: { 'urn:strange': false } });
  return [jwt, ...disclosures, ''].join('~');
}

/** `[salt, name, value]` for a claim, `[salt, value]` for an array element; written as the RFC's examples are. */
export const aDisclosure = (...nameAndValue: readonly unknown[]): string => {
  const parts = [randomBytes(16).toString('base64url'), ...nameAndValue];
  return Buffer.from(`[${parts.map((part) => JSON.stringify(part)).join(', ')}]`).toString(
    'base64url',
  );
};

export const digestOfDisclosure = (text: string): string =>
  createHash('sha256').update(text, 'ascii').digest('base64url');
