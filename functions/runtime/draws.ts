import { randomBytes } from 'node:crypto';
import type { NewId } from '../shared/ids.ts';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID: 48 bits of time in milliseconds, 80 bits of randomness, in 26 characters that sort by time. */
function ulid(now: number): string {
  let value = (BigInt(now) << 80n) | BigInt(`0x${randomBytes(10).toString('hex')}`);
  let text = '';
  for (let i = 0; i < 26; i++) {
    text = CROCKFORD[Number(value & 31n)] + text;
    value >>= 5n;
  }
  return text;
}

export const newId: NewId = (prefix) => `${prefix}_${ulid(Date.now())}`;

/** 128 random bits in base64url: salts of digests and disclosures. */
export const newSalt = (): string => randomBytes(16).toString('base64url');

/** 256 random bits in base64url: the secret of a link. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
