import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personHash, personKeyOf } from '#functions/party/person-hash.ts';
import { aPersonKey } from '#test/builders/a-person-key.ts';

const key = await aPersonKey();
const kind = 'RESIDENT_ID';
const hashOf = (number: string, of = kind) => personHash(key, { kind: of, number });

describe('the keyed hash of a person', () => {
  it('is the same however the number is typed', async () => {
    const hash = await hashOf('44010619880412302X');
    for (const typed of [
      '44010619880412302x',
      ' 44010619880412302X ',
      '４４０１０６１９８８０４１２３０２ｘ',
    ])
      expect(await hashOf(typed)).toBe(hash);
    expect(hash).toMatch(/^[\w-]{43}$/);
  });

  it('is HMAC-SHA-256: made by node’s own implementation it is the same', async () => {
    const { createHmac } = await import('node:crypto');
    const made = createHmac('sha256', Buffer.alloc(32, 7))
      .update(JSON.stringify(['person', kind, 'A1']))
      .digest('base64url');
    expect(await hashOf('a1')).toBe(made);
  });

  it('differs for another number, another kind of document and under another key', async () => {
    const other = await personKeyOf(new Uint8Array(32).fill(8));
    const hashes = await Promise.all([
      hashOf('440106198804123025'),
      hashOf('440106198804123026'),
      hashOf('440106198804123025', 'PASSPORT'),
      personHash(other, { kind, number: '440106198804123025' }),
    ]);
    expect(new Set(hashes).size).toBe(4);
  });

  it('never runs kind and number together', () =>
    fc.assert(
      fc.asyncProperty(
        fc.string({ minLength: 1 }),
        fc.string({ minLength: 1 }),
        fc.nat(20),
        async (one, two, cut) => {
          const both = `${one}${two}`;
          const at = cut % both.length;
          const [a, b] = [both.slice(0, at), both.slice(at)];
          const same = (x: string) => x.normalize('NFKC').trim().toUpperCase();
          const equal = same(a) === same(one) && same(b) === same(two);
          expect((await hashOf(b, a)) === (await hashOf(two, one))).toBe(equal);
        },
      ),
      { numRuns: 50 },
    ));

  it('has a key that nothing can export', async () => {
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });
});
