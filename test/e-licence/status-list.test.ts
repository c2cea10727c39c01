import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statusAt, statusListOf, verifyStatusList } from '#functions/e-licence/status-list.ts';
import { demoRegion, LICENSED_AT } from '#test/builders/a-licence.ts';

const hunan = await demoRegion();
const terms = { jwks: hunan.jwks, uri: hunan.statusListUri, now: LICENSED_AT };
const seconds = LICENSED_AT / 1000;

async function listOf(status_list: object) {
  const verdict = await verifyStatusList(
    await hunan.statusList(new Map(), 1, { status_list }),
    terms,
  );
  if (!verdict.ok) throw new Error(verdict.reason);
  return verdict.list;
}
const states = async (status_list: object, length: number) => {
  const list = await listOf(status_list);
  return Array.from({ length }, (_, index) => statusAt(list, index));
};

describe('a status list', () => {
  it('reads the vectors of the draft', async () => {
    expect(await states({ bits: 1, lst: 'eNrbuRgAAhcBXQ' }, 17)).toEqual([
      1,
      0,
      0,
      1,
      1,
      1,
      0,
      1,
      1,
      1,
      0,
      0,
      0,
      1,
      0,
      1,
      undefined,
    ]);
    expect(await states({ bits: 2, lst: 'eNo76fITAAPfAgc' }, 13)).toEqual([
      1,
      2,
      0,
      3,
      0,
      1,
      0,
      1,
      1,
      2,
      3,
      3,
      undefined,
    ]);
  });

  it('reads what it wrote, in every width', async () => {
    const width = fc.constantFrom(1 as const, 2 as const, 4 as const, 8 as const);
    await fc.assert(
      fc.asyncProperty(
        width,
        fc.uniqueArray(fc.nat(999)),
        fc.nat(255),
        async (bits, indexes, status) => {
          const marks = new Map(indexes.map((index) => [index, (status + index) % 2 ** bits]));
          const list = await listOf(await statusListOf(bits, 1_000, marks));
          for (let index = 0; index < 1_000; index++) {
            expect(statusAt(list, index)).toBe(marks.get(index) ?? 0);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('writes nothing outside itself', async () => {
    await expect(statusListOf(1, 8, new Map([[8, 1]]))).rejects.toThrow(RangeError);
    await expect(statusListOf(1, 8, new Map([[0, 2]]))).rejects.toThrow(RangeError);
  });

  it('may be kept as long as its ttl says, but not beyond its expiry', async () => {
    const keepUntil = async (change: object) => {
      const verdict = await verifyStatusList(await hunan.statusList(new Map(), 2, change), terms);
      return verdict.ok && (verdict.keepUntil - LICENSED_AT) / 1000;
    };
    expect(await keepUntil({})).toBe(300);
    expect(await keepUntil({ exp: seconds + 20 })).toBe(20);
    expect(await keepUntil({ ttl: undefined })).toBe(0);
  });

  it('gives up a bomb at 2 MiB', async () => {
    const lst = deflateSync(Buffer.alloc(128 * 1024 * 1024)).toString('base64url');
    const before = process.memoryUsage().rss;
    const token = await hunan.statusList(new Map(), 1, { status_list: { bits: 1, lst } });
    expect(await verifyStatusList(token, terms)).toEqual({ ok: false, reason: 'TOO_LARGE' });
    expect(process.memoryUsage().rss - before).toBeLessThan(32 * 1024 * 1024);
  });

  const whole = deflateSync(Buffer.alloc(2 * 1024 * 1024)).toString('base64url');
  it('takes 2 MiB', async () => {
    expect((await listOf({ bits: 1, lst: whole })).bytes).toHaveLength(2 * 1024 * 1024);
  });

  const packed = (bytes: Buffer) => ({
    status_list: { bits: 1, lst: bytes.toString('base64url') },
  });
  const list = deflateSync(Buffer.alloc(100, 7));
  it.each<[string, string, object, object?]>([
    ['of another address', 'OTHER_LIST', { sub: `${hunan.statusListUri}0` }],
    ['that has expired', 'EXPIRED', { exp: seconds }],
    ['made more than a day ago', 'STALE', { iat: seconds - 86_401, exp: undefined }],
    ['made in the future', 'NOT_YET_VALID', { iat: seconds + 61 }],
    ['without date', 'MALFORMED', { iat: undefined }],
    ['with a ttl in a string', 'MALFORMED', { ttl: '300' }],
    ['of another type', 'WRONG_TYPE', {}, { typ: 'JWT' }],
    ['of an unknown key', 'KEY_UNKNOWN', {}, { kid: 'none' }],
    ['of 3 bits', 'MALFORMED', { status_list: { bits: 3, lst: 'eNrbuRgAAhcBXQ' } }],
    ['without statuses', 'MALFORMED', { status_list: undefined }],
    ['cut off', 'MALFORMED', packed(list.subarray(0, -5))],
    ['with something behind', 'MALFORMED', packed(Buffer.concat([list, Buffer.from('x')]))],
    ['not in zlib form', 'MALFORMED', packed(Buffer.from('statuses'))],
    ['not in base64url', 'MALFORMED', { status_list: { bits: 1, lst: 'eNrbuRgAAhcBXQ==' } }],
  ])('is refused %s', async (_, reason, change, header) => {
    const token = await hunan.statusList(new Map(), 1, change, header);
    expect(await verifyStatusList(token, terms)).toEqual({ ok: false, reason });
  });

  it('is refused when any one character is another, or when it is any text', async () => {
    const token = await hunan.statusList();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(token.length - 1),
        fc.constantFrom(...'Aa0_-.~ '),
        async (at, character) => {
          fc.pre(token[at] !== character);
          const mutated = token.slice(0, at) + character + token.slice(at + 1);
          expect(await verifyStatusList(mutated, terms)).toMatchObject({ ok: false });
        },
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        expect(await verifyStatusList(text, terms)).toMatchObject({ ok: false });
      }),
    );
    expect(await verifyStatusList('x'.repeat(3_000_001), terms)).toEqual({
      ok: false,
      reason: 'TOO_LONG',
    });
  });
});
