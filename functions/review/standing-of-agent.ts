import type { AgentStanding } from '../application/agent-standing.ts';
import type { ApplicationRecord } from '../application/application.ts';
import { DomainError } from '../shared/errors.ts';

/**
 * The standing of the agent who acts: that of his file, for a row of it; for a single application it
 * is asked for, and silence is told as such: a person asks then, and nothing is returned for it.
 * Whoever sends a form without a mandate is no agent.
 *
 * @param standing throws {DomainError} AgentSystemUnavailable
 */
export async function standingOfAgent(
  standing: (agent: string) => Promise<AgentStanding>,
  { application: { owner, row }, sent }: ApplicationRecord,
  at: string,
): Promise<AgentStanding | undefined> {
  if (sent.standing || row || !sent.form.mandate) return sent.standing;
  try {
    return await standing(owner);
  } catch (error) {
    if (!(error instanceof DomainError) || error.name !== 'AgentSystemUnavailable') throw error;
    return { agent: owner, standing: 'SILENT', at };
  }
}
