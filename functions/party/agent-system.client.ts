import type { AgentStanding } from '../application/agent-standing.ts';
import { bytesUpTo } from '../e-licence/bounded-bytes.ts';
import type { Clock } from '../shared/calendar.ts';
import { DomainError } from '../shared/errors.ts';
import { type AgentSystem, readStanding } from './standing-answer.ts';

/** An answer is a small JWT; what is longer is not read. In bytes. */
const MAX_ANSWER = 8_192;

/** A standing, and the signed answer that says so: evidence. */
export interface StandingAnswer {
  readonly standing: AgentStanding;
  readonly answer: string;
}

/**
 * Asks the national agent system for an agent's standing.
 *
 * @param timeoutMs for the whole answer
 * @returns a function that throws {DomainError} AgentSystemUnavailable for anything but a genuine, fresh answer in time
 */
export const agentSystem =
  ({ url, jwks }: AgentSystem, now: Clock, timeoutMs = 4_000) =>
  async (agent: string): Promise<StandingAnswer> => {
    const answer = await fetchAnswer(
      `${url}/agents/${encodeURIComponent(agent)}/standing`,
      timeoutMs,
    );
    const standing = await readStanding(answer, agent, jwks, now());
    if (!standing) throw unavailable('NOT_GENUINE');
    return { standing, answer };
  };

async function fetchAnswer(address: string, timeoutMs: number): Promise<string> {
  try {
    const response = await fetch(address, {
      headers: { accept: 'application/jwt' },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.status !== 200 || !response.body) {
      await response.body?.cancel();
      throw unavailable(`HTTP_${response.status}`);
    }
    const bytes = await bytesUpTo(MAX_ANSWER, response.body);
    if (!bytes) throw unavailable('TOO_LONG');
    return new TextDecoder().decode(bytes).trim();
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw unavailable('NO_ANSWER', error);
  }
}

const unavailable = (because: string, cause?: unknown): DomainError =>
  new DomainError('AgentSystemUnavailable', { because }, { cause });
