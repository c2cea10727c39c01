import type { JSONWebKeySet } from 'jose';
import { bytesUpTo } from './bounded-bytes.ts';
import { Refused, type Verdict, verdictOf } from './refusal.ts';
import {
  bytesOf,
  isMembers,
  type Members,
  mustBeInForce,
  mustBeSignedBy,
  readSignedToken,
  secondsOf,
} from './signed-token.ts';

/** Status types; others are the application's own (draft-ietf-oauth-status-list, 7.1). */
export const STATUS = { VALID: 0, INVALID: 1, SUSPENDED: 2 } as const;

export const STATUS_LIST_TYPE = 'statuslist+jwt';

const WIDTHS = [1, 2, 4, 8] as const;

/** Bits that each status takes. */
export type StatusBits = (typeof WIDTHS)[number];

/** States of many tokens, packed from the least significant bit of each byte up. */
export interface StatusList {
  readonly bits: StatusBits;
  readonly bytes: Uint8Array;
}

/** The characters that a signed list may have: what 2 MiB come to when they cannot be compressed, and a margin. */
export const MAX_LIST_TOKEN = 3_000_000;
const MAX_LIST = 2 * 1024 * 1024;

/** A state that is older than this proves nothing: domain rule EL-03. */
const MAX_AGE_S = 86_400;

export interface VerifiedStatusList {
  readonly list: StatusList;
  /** milliseconds since the epoch until which the issuer lets it be kept; the present where it does not say */
  readonly keepUntil: number;
}

/**
 * Verifies a Token Status List in JWT form.
 *
 * @param terms `uri`: the list that was asked for; `now`: milliseconds since the epoch
 * @see draft-ietf-oauth-status-list, sections 5.1 and 8.3.
 */
export const verifyStatusList = (
  token: string,
  terms: { readonly jwks: JSONWebKeySet; readonly uri: string; readonly now: number },
): Promise<Verdict<VerifiedStatusList>> => verdictOf(read(token, terms));

async function read(
  token: string,
  { jwks, uri, now }: { readonly jwks: JSONWebKeySet; readonly uri: string; readonly now: number },
): Promise<VerifiedStatusList> {
  if (token.length > MAX_LIST_TOKEN) throw new Refused('TOO_LONG');
  const signed = readSignedToken(token, STATUS_LIST_TYPE);
  await mustBeSignedBy(jwks, signed);
  const { payload } = signed;
  if (payload.sub !== uri) throw new Refused('OTHER_LIST');
  mustBeInForce(payload, now);
  const iat = secondsOf(payload, 'iat');
  if (iat === undefined) throw new Refused('MALFORMED');
  if (iat < now / 1000 - MAX_AGE_S) throw new Refused('STALE');
  const exp = secondsOf(payload, 'exp') ?? Number.POSITIVE_INFINITY;
  const ttl = secondsOf(payload, 'ttl') ?? 0;
  return {
    list: await unpack(payload.status_list),
    keepUntil: Math.min(now + ttl * 1000, exp * 1000),
  };
}

/**
 * @param packed the `status_list` claim: `bits`, and `lst`, the bytes in zlib form and base64url
 * @throws {Refused} MALFORMED, TOO_LARGE
 */
async function unpack(packed: unknown): Promise<StatusList> {
  const { bits: width, lst }: Members = isMembers(packed) ? packed : {};
  const bits = WIDTHS.find((it) => it === width);
  if (bits === undefined || typeof lst !== 'string') throw new Refused('MALFORMED');
  const inflated = new Blob([bytesOf(lst)])
    .stream()
    .pipeThrough(new DecompressionStream('deflate'));
  try {
    const bytes = await bytesUpTo(MAX_LIST, inflated);
    if (!bytes) throw new Refused('TOO_LARGE');
    return { bits, bytes };
  } catch (error) {
    // how a DecompressionStream reports bytes that are cut off, damaged or followed by others
    if (error instanceof TypeError) throw new Refused('MALFORMED');
    throw error;
  }
}

/** The status at an index; undefined where the list has no such index. */
export function statusAt({ bits, bytes }: StatusList, index: number): number | undefined {
  const perByte = 8 / bits;
  const byte = bytes[Math.floor(index / perByte)];
  return byte === undefined ? undefined : (byte >> ((index % perByte) * bits)) & (2 ** bits - 1);
}

/**
 * Writes the `status_list` claim of a list.
 *
 * @param length statuses in the list; all VALID but those marked
 * @param marks index → status
 * @throws {RangeError} when a mark is outside the list or wider than its bits: a defect in the caller
 */
export async function statusListOf(
  bits: StatusBits,
  length: number,
  marks: ReadonlyMap<number, number>,
): Promise<{ bits: StatusBits; lst: string }> {
  const perByte = 8 / bits;
  const bytes = new Uint8Array(Math.ceil(length / perByte));
  for (const [index, status] of marks) {
    const fits = Number.isInteger(status) && status >= 0 && status < 2 ** bits;
    if (!fits || !Number.isInteger(index) || index < 0 || index >= length)
      throw new RangeError('no such status');
    const at = Math.floor(index / perByte);
    bytes[at] = (bytes[at] ?? 0) | (status << ((index % perByte) * bits));
  }
  const deflated = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return {
    bits,
    lst: Buffer.from(await new Response(deflated).arrayBuffer()).toString('base64url'),
  };
}
