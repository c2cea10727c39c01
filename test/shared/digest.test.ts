import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf, sha256 } from '#functions/shared/digest.ts';

describe('a digest', () => {
  it('is SHA-256 in lower-case hexadecimal digits (FIPS 180-4)', async () => {
    expect(await sha256('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('is taken over UTF-8', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        expect(await sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
      }),
    );
  });

  it('of a value is one for every order of its members', async () => {
    expect(await digestOf({ a: 1, b: ['广州'] })).toBe(await digestOf({ b: ['广州'], a: 1 }));
    expect(await digestOf({ a: 1, b: ['广州'] })).toBe(await sha256('{"a":1,"b":["广州"]}'));
    expect(await digestOf({ a: 1 })).not.toBe(await digestOf({ a: '1' }));
  });
});
