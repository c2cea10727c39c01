import * as z from 'zod';
import { bytesUpTo } from '../e-licence/bounded-bytes.ts';
import { DomainError } from '../shared/errors.ts';
import type { CodeExchange, Exchanged } from './face-check.ts';
import type { IdentityProvider } from './identity-provider.ts';

/** All tries and pauses together stay under 20 seconds. */
const TRIES = 2;
const TIMEOUT_MS = 9_000;
const PAUSE_MS = 500;
/** An assertion has 8 kB at most; see application/form.ts. */
const MAX_ANSWER = 32_768;

const Asserted = z.object({ assertion: z.string().max(8_192) });
const Refused = z.object({ error: z.string() });

/**
 * Exchanges an authorisation code at the provider's token end-point (RFC 6749, 4.1.3) for the
 * assertion that it signed: never a face. An answer is tried for twice. A code is good for one
 * exchange, so that one refused after a silence counts as silence: it may have been spent by it.
 *
 * @param timeoutMs for each whole answer
 * @throws {DomainError} IdentityProviderUnavailable for silence, and for any answer that is none
 */
export const identityClient =
  (
    { token_endpoint: endpoint, client_id: client = '' }: IdentityProvider,
    { timeoutMs = TIMEOUT_MS, pauseMs = PAUSE_MS } = {},
  ) =>
  async ({ code, verifier, redirectUri }: CodeExchange): Promise<Exchanged> => {
    if (endpoint === undefined) return { outcome: 'CODE_REFUSED' };
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      client_id: client,
      code_verifier: verifier,
    });
    let silence: unknown;
    for (let tries = 1; tries <= TRIES; tries++) {
      try {
        const exchanged = await ask(endpoint, body, timeoutMs);
        if (exchanged.outcome === 'CODE_REFUSED' && silence) break;
        return exchanged;
      } catch (cause) {
        silence = cause;
      }
      if (tries < TRIES) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    throw new DomainError('IdentityProviderUnavailable', {}, { cause: silence });
  };

async function ask(endpoint: string, body: URLSearchParams, timeoutMs: number): Promise<Exchanged> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  const bytes = response.body && (await bytesUpTo(MAX_ANSWER, response.body));
  if (!bytes) throw new RangeError(`answer of ${response.status} without a body, or too long`);
  const answer: unknown = JSON.parse(new TextDecoder().decode(bytes));
  if (response.status === 200) return { outcome: 'ASSERTED', ...Asserted.parse(answer) };
  if (response.status !== 400) throw new RangeError(`answer of ${response.status}`);
  const { error } = Refused.parse(answer);
  if (error === 'access_denied') return { outcome: 'FACE_FAILED' };
  if (error === 'invalid_grant') return { outcome: 'CODE_REFUSED' };
  throw new RangeError(`refused: ${error}`);
}
