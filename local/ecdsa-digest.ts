import { createECDH, type KeyObject, randomBytes } from 'node:crypto';
import * as z from 'zod';

/** Order of the group of P-256 (FIPS 186-5, SP 800-186). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * ECDSA (FIPS 186-5, 6.4.1) over a SHA-256 digest that was made elsewhere, in DER. Node's own `sign`
 * always hashes what it is given. For demo keys only: not in constant time.
 */
export function signDigest(key: KeyObject, digest: Buffer): Buffer {
  const { d } = z
    .object({ crv: z.literal('P-256'), d: z.string() })
    .parse(key.export({ format: 'jwk' }));
  const secret = integer(Buffer.from(d, 'base64url'));
  for (;;) {
    const nonce = randomBytes(32);
    const k = integer(nonce);
    if (k === 0n || k >= ORDER) continue;
    const point = createECDH('prime256v1');
    point.setPrivateKey(nonce);
    const r = integer(point.getPublicKey().subarray(1, 33)) % ORDER;
    const s = (power(k, ORDER - 2n) * (integer(digest) + r * secret)) % ORDER;
    if (r !== 0n && s !== 0n) return der(r, s);
  }
}

const integer = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`);

/** base^exponent modulo the order; with ORDER − 2 the inverse (Fermat). */
function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let square = base, bits = exponent; bits > 0n; bits >>= 1n) {
    if (bits & 1n) result = (result * square) % ORDER;
    square = (square * square) % ORDER;
  }
  return result;
}

/** SEQUENCE of two INTEGERs (RFC 3279, 2.2.3). */
function der(...values: readonly bigint[]): Buffer {
  const integers = values.map((value) => {
    const hex = value.toString(16);
    const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
    const positive = (bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes;
    return Buffer.concat([Buffer.of(0x02, positive.length), positive]);
  });
  const body = Buffer.concat(integers);
  return Buffer.concat([Buffer.of(0x30, body.length), body]);
}
