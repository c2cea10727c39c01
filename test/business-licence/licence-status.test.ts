import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  LIST_LENGTH,
  ourStatusList,
  StatusListId,
  statusListUri,
  statusOf,
} from '#functions/business-licence/licence-status.ts';
import { statusAt, verifyStatusList } from '#functions/e-licence/status-list.ts';
import { aLicenceSigner } from '#test/builders/a-licence-signer.ts';

const signer = await aLicenceSigner();
const jwks = { keys: [await signer.publicJwk()] };
const issuedAt = Date.parse('2026-11-23T02:00:00.000Z');
const uri = statusListUri('https://licence.gz.example', '440115-0');

describe("a licence's status", () => {
  it('has a place that follows from its serial', () => {
    expect(statusOf('440115', 0)).toEqual({ list: '440115-0', idx: 0 });
    expect(statusOf('440115', 131_071)).toEqual({ list: '440115-0', idx: 131_071 });
    expect(statusOf('440115', 131_072)).toEqual({ list: '440115-1', idx: 0 });
  });

  it('has a place of its own, in a list that can be asked for', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 31 - 1), (serial) => {
        const { list, idx } = statusOf('440103', serial);
        expect(Number(list.split('-')[1]) * LIST_LENGTH + idx).toBe(serial);
        expect(StatusListId.parse(list)).toBe(list);
      }),
    );
  });
});

describe('our status list', () => {
  it('tells which licences are revoked or suspended, and that the others are in force', async () => {
    const marks = new Map([
      [0, 1],
      [77, 2],
      [131_071, 1],
    ]);
    const token = await ourStatusList({ uri, marks, issuedAt }, signer);
    const verdict = await verifyStatusList(token, { jwks, uri, now: issuedAt });
    if (!verdict.ok) throw new Error(verdict.reason);
    expect(
      [0, 1, 76, 77, 78, 131_071, 131_072].map((index) => statusAt(verdict.list, index)),
    ).toEqual([1, 0, 0, 2, 0, 1, undefined]);
    expect(verdict.keepUntil).toBe(issuedAt + 300_000);
    expect(token.length).toBeLessThan(1_000);
  });

  it('cannot be relied on after an hour', async () => {
    const token = await ourStatusList({ uri, marks: new Map(), issuedAt }, signer);
    const at = (now: number) => verifyStatusList(token, { jwks, uri, now });
    expect(await at(issuedAt + 3_599_000)).toMatchObject({ ok: true });
    expect(await at(issuedAt + 3_600_000)).toEqual({ ok: false, reason: 'EXPIRED' });
  });
});
