import { usccOf } from '../functions/shared/unified-social-credit-code.ts';
import type { Exchange } from './exchange.ts';

const CLOCK = {
  moment: '2026-11-23T04:00:00.000Z',
  due: '2026-11-26T16:00:00.000Z',
  leaseUntil: '2026-11-23T04:15:00.000Z',
  effectiveAt: '2026-11-23T04:01:00.000Z',
  established: '2026-11-23',
};

/** Members whose value is of the run, whatever it looks like. */
const BY_MEMBER: Readonly<Record<string, string | number>> = {
  due: CLOCK.due,
  leaseUntil: CLOCK.leaseUntil,
  effectiveAt: CLOCK.effectiveAt,
  established: CLOCK.established,
  bytes: 4096,
  kid: 'hRUqsWQoQF5vFh2GmDbmfP4U0dOkUyQ2RT3ZvQeVYtM',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
  url: 'https://files.example/batches/ba_01KARZ3QB0000000000000000A/rows?X-Amz-Signature=0f1e2d',
};

const ID = /\b(ap|ba|ca)_[0-9A-HJKMNP-TV-Z]{26}/g;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const TOKEN = /^[\w-]{10,}\.[\w-]{10,}\.[\w-]+((?:~[\w-]*)*)$/;
const USCC = /\b9[12]440\d{3}MA[0-9A-Z]{8}\b/g;
const BASE = /http:\/\/127\.0\.0\.1:\d+/g;
const REQUEST = /urn:request:[0-9a-f-]{36}/g;

/**
 * A run's exchanges with everything that is of this run alone (ids, moments, tokens, codes, ports)
 * written the same in every run; what was the same stays the same.
 */
export function steady(exchanges: readonly Exchange[]): Exchange[] {
  const ids = new Map<string, string>();
  const codes = new Map<string, string>();
  const known = (map: Map<string, string>, seen: string, make: (nth: number) => string): string => {
    const there = map.get(seen) ?? make(map.size);
    map.set(seen, there);
    return there;
  };
  const id = (seen: string): string => {
    const nth = (count: number) => String.fromCharCode(65 + count);
    return `${seen.slice(0, 3)}${known(ids, seen.slice(3), (count) => `01KARZ3QB0000000000000000${nth(count)}`)}`;
  };
  const code = (seen: string): string =>
    known(codes, seen, (count) =>
      usccOf({ class: seen[1] === '2' ? '2' : '1', division: seen.slice(2, 8), serial: count }),
    );
  const text = (seen: string): string => {
    if (INSTANT.test(seen)) return CLOCK.moment;
    const token = TOKEN.exec(seen);
    if (token)
      return `eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl${token[1] ? '~WyJzYWx0IiwibmFtZSJd~' : ''}`;
    return seen
      .replaceAll(ID, id)
      .replaceAll(USCC, code)
      .replaceAll(BASE, 'https://registrar.example')
      .replaceAll(REQUEST, 'urn:request:3f1c2a9e-0000-4000-8000-000000000000');
  };
  const value = (seen: unknown, member = ''): unknown => {
    if (Object.hasOwn(BY_MEMBER, member) && typeof seen === typeof BY_MEMBER[member])
      return BY_MEMBER[member];
    if (typeof seen === 'string') return text(seen);
    if (Array.isArray(seen)) return seen.map((it) => value(it));
    if (typeof seen !== 'object' || seen === null) return seen;
    return Object.fromEntries(Object.entries(seen).map(([name, it]) => [name, value(it, name)]));
  };
  return value(exchanges) as Exchange[];
}
