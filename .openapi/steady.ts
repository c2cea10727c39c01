import { legalDateOf } from '../functions/shared/days.ts';
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
  p50: 1.05,
  p90: 1.52,
  p99: 2.09,
  salt: 'WKcl1hHC4XrGKzM7ZMLN0w',
  secret: 'WKcl1hHC4XrGKzM7ZMLN0xk1ztTFP0pGZa3kfnFkKsA',
  kid: 'hRUqsWQoQF5vFh2GmDbmfP4U0dOkUyQ2RT3ZvQeVYtM',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
  url: 'https://files.example/batches/ba_01KARZ3QB0000000000000000A/rows?X-Amz-Signature=0f1e2d',
};

const ID = /\b(ap|ba|ca|si|ma|in|st|ed|le)_[0-9A-HJKMNP-TV-Z]{26}/g;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const TOKEN = /^[\w-]{10,}\.[\w-]{10,}\.[\w-]+((?:~[\w-]*)*)$/;
const USCC = /\b9[12]440\d{3}MA[0-9A-Z]{8}\b/g;
const BASE = /http:\/\/127\.0\.0\.1:\d+/g;
const BASE_IN_QUERY = /http%3A%2F%2F127\.0\.0\.1%3A\d+/g;
/** secret of a link, and what is made from it */
const SECRET = /(#|code_challenge=)[\w-]{43}/g;
/** number of a notice: its year, and the ULID of its application */
const NUMBER = /\b(\d{6})-\d{4}-([A-Z]+)-([0-9A-HJKMNP-TV-Z]{26})/g;
const DAY_IN_WORDS = /\d{4}年\d{1,2}月\d{1,2}日/g;
const DAY = /^\d{4}-\d\d-\d\d$/;
const WEEK = /^\d{4}-W\d\d$/;
const SHA_256 = /^[0-9a-f]{64}$/;
/** The days that a journey counts from its own, by how many from the run's end: one less where midnight fell between, one more for a leap day. */
const COUNTED_DAYS: Readonly<Record<number, string>> = {
  [-1]: CLOCK.established,
  0: CLOCK.established,
  1: '2026-11-25',
  2: '2026-11-25',
  364: '2027-11-23',
  365: '2027-11-23',
  729: '2028-11-23',
  730: '2028-11-23',
  731: '2028-11-23',
};
const COUNTED = ['from', 'until', 'validUntil'];
const DAY_MS = 86_400_000;
/** digests over what is of the run */
const SOME_DIGEST = '0f1e2d3c'.repeat(8);
const DIGESTS = ['zh-Hans', 'zh-Hant', 'en', 'personal'];
const REQUEST = /urn:request:[0-9a-f-]{36}/g;

/**
 * A run's exchanges with everything that is of this run alone (ids, moments, days, tokens, codes, ports)
 * written the same in every run; what was the same stays the same. `endedAt`: when the run
 * ended, in milliseconds since the epoch.
 */
export function steady(exchanges: readonly Exchange[], endedAt = Date.now()): Exchange[] {
  const today = Date.parse(legalDateOf(endedAt));
  const ids = new Map<string, string>();
  const codes = new Map<string, string>();
  const known = (map: Map<string, string>, seen: string, make: (nth: number) => string): string => {
    const there = map.get(seen) ?? make(map.size);
    map.set(seen, there);
    return there;
  };
  const id = (seen: string): string => {
    const letter = (nth: number) => String.fromCharCode(65 + nth);
    const nth = (count: number) =>
      (count < 26 ? '0' : letter(Math.floor(count / 26) - 1)) + letter(count % 26);
    return `${seen.slice(0, 3)}${known(ids, seen.slice(3), (count) => `01KARZ3QB000000000000000${nth(count)}`)}`;
  };
  const code = (seen: string): string =>
    known(codes, seen, (count) =>
      usccOf({ class: seen[1] === '2' ? '2' : '1', division: seen.slice(2, 8), serial: count }),
    );
  const text = (seen: string): string => {
    if (INSTANT.test(seen)) return CLOCK.moment;
    if (WEEK.test(seen)) return '2026-W48';
    const token = TOKEN.exec(seen);
    if (token)
      return `eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl${token[1] ? '~WyJzYWx0IiwibmFtZSJd~' : ''}`;
    return seen
      .replaceAll(ID, id)
      .replaceAll(
        NUMBER,
        (_, division, kind, ulid) => `${division}-2026-${kind}-${id(`ap_${ulid}`).slice(3)}`,
      )
      .replaceAll(DAY_IN_WORDS, '2026年11月23日')
      .replaceAll(USCC, code)
      .replaceAll(SECRET, `$1${BY_MEMBER.secret}`)
      .replaceAll(BASE, 'https://registrar.example')
      .replaceAll(BASE_IN_QUERY, 'https%3A%2F%2Fregistrar.example')
      .replaceAll(REQUEST, 'urn:request:3f1c2a9e-0000-4000-8000-000000000000');
  };
  /** undefined: a day that no journey counted */
  const counted = (day: unknown): string | undefined =>
    typeof day === 'string' && DAY.test(day)
      ? COUNTED_DAYS[(Date.parse(day) - today) / DAY_MS]
      : undefined;
  const ofSomeDay = (authorize: unknown): string =>
    text(String(authorize)).replace(/(document_hash=)[0-9a-f]{64}/, `$1${SOME_DIGEST}`);
  const value = (seen: unknown, member = ''): unknown => {
    if (typeof seen === 'string' && DAY.test(seen) && ['due', 'date', 'on'].includes(member))
      return CLOCK.established;
    if (COUNTED.includes(member) && counted(seen)) return counted(seen);
    if (typeof seen === 'string' && SHA_256.test(seen) && DIGESTS.includes(member))
      return SOME_DIGEST;
    if (Object.hasOwn(BY_MEMBER, member) && typeof seen === typeof BY_MEMBER[member])
      return BY_MEMBER[member];
    if (typeof seen === 'string') return text(seen);
    if (Array.isArray(seen)) return seen.map((it) => value(it));
    if (typeof seen !== 'object' || seen === null) return seen;
    // an enquiry is of its day, a withdrawal of its application
    const alone = Object.keys(seen).join() === 'documentHash';
    const ofToday = alone || 'enquiry' in seen ? { documentHash: SOME_DIGEST } : {};
    const isOfCode = 'code' in seen && 'secret' in seen;
    const isOfWeek = 'week' in seen && 'to' in seen;
    const isOfCountedDay = 'digest' in seen && 'from' in seen && counted(seen.from);
    // of a day whose holidays are published, or not yet
    const members = Object.entries(seen).filter(([name]) => name !== 'provisional');
    return {
      ...Object.fromEntries(members.map(([name, it]) => [name, value(it, name)])),
      ...ofToday,
      ...('enquiry' in seen && 'authorize' in seen && { authorize: ofSomeDay(seen.authorize) }),
      ...(isOfWeek && { from: '2026-11-23', to: '2026-11-29' }),
      ...(isOfCountedDay && { digest: SOME_DIGEST }),
      ...(isOfCode && { code: BY_MEMBER.salt }),
    };
  };
  return value(exchanges) as Exchange[];
}
