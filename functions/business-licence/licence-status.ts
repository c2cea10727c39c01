import * as z from 'zod';
import { STATUS_LIST_TYPE, statusListOf } from '../e-licence/status-list.ts';
import { base64url, signedToken } from './credential.ts';
import type { LicenceSigner } from './licence-signer.ts';

/** Licences in one list: enough that asking for it does not tell which of them is looked up. */
export const LIST_LENGTH = 2 ** 17;

/** Two bits, so that a licence can be suspended too. */
const BITS = 2;

/** How long others may keep a list, and until when they may rely on it, in seconds. */
const TTL_S = 300;
const LIFE_S = 3_600;

/** Division of the registrar and number of the list, e.g. 440115-0. */
export const StatusListId = z.string().regex(/^\d{6}-(0|[1-9]\d{0,5})$/);
export type StatusListId = z.infer<typeof StatusListId>;

/** Where a licence's status stands. */
export interface StatusPlace {
  readonly list: StatusListId;
  readonly idx: number;
}

/**
 * @param division of the registrar, six digits
 * @param serial the licence's number from the division's code lots, counted from 0: one allocation for both, and gaps
 *   are harmless
 */
export const statusOf = (division: string, serial: number): StatusPlace => ({
  list: `${division}-${Math.floor(serial / LIST_LENGTH)}`,
  idx: serial % LIST_LENGTH,
});

/** @param issuer base URL of our licences */
export const statusListUri = (issuer: string, list: StatusListId): string =>
  `${issuer}/v1/status-lists/${list}`;

/**
 * A signed status list of ours (statuslist+jwt).
 *
 * @param list `marks`: index → status of the licences that are not in force; `issuedAt`: milliseconds since the epoch
 * @see draft-ietf-oauth-status-list, section 5.1.
 */
export async function ourStatusList(
  list: {
    readonly uri: string;
    readonly marks: ReadonlyMap<number, number>;
    readonly issuedAt: number;
  },
  signer: LicenceSigner,
): Promise<string> {
  const { kid } = await signer.publicJwk();
  const iat = Math.floor(list.issuedAt / 1000);
  const header = { alg: 'ES256', typ: STATUS_LIST_TYPE, kid };
  const payload = {
    sub: list.uri,
    iat,
    exp: iat + LIFE_S,
    ttl: TTL_S,
    status_list: await statusListOf(BITS, LIST_LENGTH, list.marks),
  };
  const signingInput = `${base64url(header)}.${base64url(payload)}`;
  return signedToken(signingInput, await signer.sign(signingInput));
}
