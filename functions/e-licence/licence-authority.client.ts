import type { Clock } from '../shared/calendar.ts';
import { DomainError } from '../shared/errors.ts';
import { bytesUpTo } from './bounded-bytes.ts';
import { MAX_LIST_TOKEN, verifyStatusList } from './status-list.ts';
import type { TrustedIssuer } from './trust-list.ts';
import type { LicencePorts, ReadStatusList } from './verify-licence.ts';

/** The longest that a list is kept, whatever its issuer allows. */
const MAX_KEEP_MS = 5 * 60_000;

/** Lists kept in one process. */
const MAX_LISTS = 32;

interface Kept {
  readonly list: Promise<ReadStatusList>;
  /** milliseconds since the epoch; infinite while the issuer is being asked */
  readonly until: number;
}

/**
 * Asks the authorities of the trust list for their status lists, and keeps each for as long as its issuer allows.
 * Callers who want the same list at the same time share one request. A list that cannot be believed is never kept.
 *
 * @param timeoutMs for the whole answer
 */
export function licenceAuthority(now: Clock, timeoutMs = 5_000): Pick<LicencePorts, 'statusList'> {
  const lists = new Map<string, Kept>();

  const ask = async (
    issuer: TrustedIssuer,
    uri: string,
    address: string,
  ): Promise<ReadStatusList> => {
    const token = await fetchToken(issuer, address, timeoutMs);
    const readAt = now();
    const verdict = await verifyStatusList(token, { jwks: issuer.jwks, uri, now: readAt });
    if (!verdict.ok) throw unavailable(issuer, verdict.reason);
    const read = { list: verdict.list, token, readAt };
    lists.set(uri, {
      list: Promise.resolve(read),
      until: Math.min(verdict.keepUntil, readAt + MAX_KEEP_MS),
    });
    return read;
  };

  return {
    statusList(issuer, uri, address) {
      const known = lists.get(uri);
      if (known && now() < known.until) return known.list;
      const [oldest] = lists.keys();
      if (oldest !== undefined && lists.size >= MAX_LISTS) lists.delete(oldest);
      const list = ask(issuer, uri, address).catch((error) => {
        lists.delete(uri);
        throw error;
      });
      lists.set(uri, { list, until: Number.POSITIVE_INFINITY });
      return list;
    },
  };
}

/** @throws {DomainError} LicenceAuthorityUnavailable for anything but a 200 of tolerable size in time */
async function fetchToken(
  issuer: TrustedIssuer,
  address: string,
  timeoutMs: number,
): Promise<string> {
  try {
    const response = await fetch(address, {
      headers: { accept: 'application/statuslist+jwt' },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.status !== 200 || !response.body) {
      await response.body?.cancel();
      throw unavailable(issuer, `HTTP_${response.status}`);
    }
    const bytes = await bytesUpTo(MAX_LIST_TOKEN, response.body);
    if (!bytes) throw unavailable(issuer, 'TOO_LONG');
    return new TextDecoder().decode(bytes).trim();
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw unavailable(issuer, 'NO_ANSWER', error);
  }
}

const unavailable = ({ region }: TrustedIssuer, because: string, cause?: unknown): DomainError =>
  new DomainError('LicenceAuthorityUnavailable', { region, because }, { cause });
