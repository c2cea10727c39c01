import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawSignature } from '#functions/business-licence/der-signature.ts';

/** DER of two positive integers of 32 bytes, written independently of the reader. */
function derOf(raw: Uint8Array): Uint8Array {
  const integer = (value: Uint8Array) => {
    const digits = BigInt(`0x${Buffer.from(value).toString('hex')}`).toString(16);
    const even = digits.length % 2 ? `0${digits}` : digits;
    const content = Buffer.from(even >= '8' ? `00${even}` : even, 'hex');
    return [0x02, content.length, ...content];
  };
  const content = [...integer(raw.subarray(0, 32)), ...integer(raw.subarray(32))];
  return Uint8Array.from([0x30, content.length, ...content]);
}

const half = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .filter((value) => value.some((byte) => byte > 0));
/** Leading zeros and high bits are where the two forms differ. */
const short = fc
  .tuple(half, fc.nat(31))
  .map(([value, zeros]) => Uint8Array.from(value, (byte, at) => (at < zeros ? 0 : byte || 1)));
const pair = fc
  .tuple(fc.oneof(half, short), fc.oneof(half, short))
  .map(([r, s]) => Uint8Array.of(...r, ...s));

describe('a DER signature', () => {
  it('becomes the raw one that it was made of', () => {
    fc.assert(
      fc.property(pair, (raw) => {
        expect(rawSignature(derOf(raw))).toEqual(raw);
      }),
      { numRuns: 2_000 },
    );
  });

  it('of WebCrypto, written in DER, still verifies', async () => {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
    const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, false, [
      'sign',
      'verify',
    ]);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (bytes) => {
        const message = Uint8Array.from(bytes);
        const raw = new Uint8Array(await crypto.subtle.sign(algorithm, privateKey, message));
        const again = Uint8Array.from(rawSignature(derOf(raw)));
        expect(again).toEqual(raw);
        expect(await crypto.subtle.verify(algorithm, publicKey, again, message)).toBe(true);
      }),
    );
  });

  it('of OpenSSL becomes one that WebCrypto verifies', async () => {
    const pairOfKeys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const spki = pairOfKeys.publicKey.export({ type: 'spki', format: 'der' });
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
    const key = await crypto.subtle.importKey('spki', Uint8Array.from(spki), algorithm, false, [
      'verify',
    ]);
    for (let index = 0; index < 300; index++) {
      const message = Buffer.from(`licence ${index}`);
      const raw = Uint8Array.from(rawSignature(sign('sha256', message, pairOfKeys.privateKey)));
      expect(await crypto.subtle.verify(algorithm, key, raw, message)).toBe(true);
    }
  });

  const one = [2, 1, 1];
  it.each([
    ['nothing', []],
    ['another tag', [0x31, 6, ...one, ...one]],
    ['one integer', [0x30, 3, ...one]],
    ['three integers', [0x30, 9, ...one, ...one, ...one]],
    ['a length too small', [0x30, 5, ...one, ...one]],
    ['bytes behind', [0x30, 6, ...one, ...one, 0]],
    ['a length in long form', [0x30, 0x81, 6, ...one, ...one]],
    ['a negative integer', [0x30, 6, 2, 1, 0x80, ...one]],
    ['zero', [0x30, 6, 2, 1, 0, ...one]],
    ['an empty integer', [0x30, 5, 2, 0, ...one]],
    ['needless zeros', [0x30, 7, 2, 2, 0, 1, ...one]],
    ['an integer cut off', [0x30, 6, ...one, 2, 9, 1]],
    ['an integer of 33 bytes', [0x30, 38, 2, 33, ...Array.from({ length: 33 }, () => 1), ...one]],
  ])('is not %s', (_, bytes) => {
    expect(() => rawSignature(Uint8Array.from(bytes))).toThrow(RangeError);
  });

  it('is a pair or a RangeError, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        try {
          expect(rawSignature(bytes)).toHaveLength(64);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });
});
