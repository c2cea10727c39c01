import { Refused } from './refusal.ts';
import { isMembers, jsonOf, type Members } from './signed-token.ts';

/** One claim or array element that the holder chose to show. */
interface Disclosure {
  /** absent for an array element */
  readonly name?: string;
  readonly value: unknown;
}

/** Names with a meaning of their own in an SD-JWT, and one that JavaScript gives a meaning to. */
const RESERVED = new Set(['_sd', '_sd_alg', '...', '__proto__']);

/** Claims that a credential must show to everybody (SD-JWT VC, 2.2.2.2): hidden, an expiry could be left out. */
const ALWAYS_PLAIN = new Set(['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'status']);

/** Levels of nesting, far above any licence and far below the stack. */
const MAX_DEPTH = 32;

/**
 * The claims of a signed payload with the disclosures put in their places and all traces of selective disclosure
 * taken out. Every disclosure must be used exactly once; digests without a disclosure are left out.
 *
 * @param payload signed by the issuer, verified before
 * @param disclosures as they stand between the tildes
 * @throws {Refused} MALFORMED, WRONG_DISCLOSURE
 * @see RFC 9901, section 7.1, steps 2 to 5.
 */
export async function disclosedClaims(
  payload: Members,
  disclosures: readonly string[],
): Promise<Members> {
  const { _sd_alg: algorithm = 'sha-256', ...claims } = payload;
  if (algorithm !== 'sha-256') throw new Refused('WRONG_DISCLOSURE');
  const shown = new Map<string, Disclosure>();
  for (const text of disclosures) shown.set(await disclosureDigest(text), readDisclosure(text));
  if (shown.size < disclosures.length) throw new Refused('WRONG_DISCLOSURE');

  const met = new Set<unknown>();
  const take = (digest: unknown): Disclosure | undefined => {
    if (typeof digest !== 'string' || met.has(digest)) throw new Refused('WRONG_DISCLOSURE');
    met.add(digest);
    return shown.get(digest);
  };

  const open = (value: unknown, depth: number): unknown => {
    if (depth > MAX_DEPTH) throw new Refused('MALFORMED');
    if (Array.isArray(value))
      return value.flatMap((element: unknown) => openElement(element, depth));
    return isMembers(value) ? openMembers(value, depth) : value;
  };

  const openElement = (element: unknown, depth: number): unknown[] => {
    if (!isMembers(element) || !Object.hasOwn(element, '...') || Object.keys(element).length > 1) {
      return [open(element, depth + 1)];
    }
    const disclosure = take(element['...']);
    if (!disclosure) return [];
    if (disclosure.name !== undefined) throw new Refused('WRONG_DISCLOSURE');
    return [open(disclosure.value, depth + 1)];
  };

  const openMembers = ({ _sd: digests = [], ...plain }: Members, depth: number): Members => {
    if (!Array.isArray(digests)) throw new Refused('WRONG_DISCLOSURE');
    const members = new Map<string, unknown>();
    const put = (name: string, value: unknown) => {
      if (RESERVED.has(name) || members.has(name)) throw new Refused('WRONG_DISCLOSURE');
      members.set(name, open(value, depth + 1));
    };
    for (const [name, value] of Object.entries(plain)) put(name, value);
    for (const disclosure of digests.map(take)) {
      if (!disclosure) continue;
      const { name } = disclosure;
      if (name === undefined || (depth === 0 && ALWAYS_PLAIN.has(name)))
        throw new Refused('WRONG_DISCLOSURE');
      put(name, disclosure.value);
    }
    return Object.fromEntries(members);
  };

  const opened = openMembers(claims, 0);
  if (![...shown.keys()].every((digest) => met.has(digest))) throw new Refused('WRONG_DISCLOSURE');
  return opened;
}

/** The digest by which an issuer refers to a disclosure: SHA-256 over its text, base64url (RFC 9901, 4.2.3). */
export async function disclosureDigest(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(digest).toString('base64url');
}

function readDisclosure(text: string): Disclosure {
  const parts = jsonOf(text);
  if (!Array.isArray(parts) || typeof parts[0] !== 'string') throw new Refused('WRONG_DISCLOSURE');
  if (parts.length === 2) return { value: parts[1] };
  const [, name, value]: unknown[] = parts;
  if (parts.length !== 3 || typeof name !== 'string') throw new Refused('WRONG_DISCLOSURE');
  return { name, value };
}
