import { REGISTRARS } from '../registrar/registrars.ts';
import { DomainError } from '../shared/errors.ts';
import type { AttemptTask } from '../shared/ids.ts';
import { type CasePorts, escalateCase } from './escalate-case.ts';

export interface EscalateSamplesPorts extends CasePorts {
  /** open cases of a registrar, the soonest due first; second readings among them */
  queue(
    registrar: string,
    limit: number,
  ): Promise<{ readonly cases: readonly { readonly task: AttemptTask; readonly due: string }[] }>;
}

/** Looked at of each queue: what is overdue stands first, and moves back once it was escalated. */
const LOOK_AT = 100;

const DIVISIONS = [...new Set(REGISTRARS.map(({ division }) => division))];

/**
 * Second readings have no machine that waits for their clock: overdue ones are told one level higher
 * here, as cases are by theirs, so that no clock tells which is which.
 *
 * @returns how many
 */
export const escalateSamples = (ports: EscalateSamplesPorts) => async (): Promise<number> => {
  const escalate = escalateCase(ports);
  const now = new Date(ports.now()).toISOString();
  let escalated = 0;
  for (const division of DIVISIONS) {
    const { cases } = await ports.queue(division, LOOK_AT);
    for (const { task } of cases.filter(({ due }) => due <= now)) {
      if (!(await ports.read(task)).sample) continue;
      const { outcome } = await escalate(task).catch(unlessMoved);
      if (outcome === 'ESCALATED') escalated += 1;
    }
  }
  return escalated;
};

/** Its official was at it this moment: the next run looks again. */
function unlessMoved(error: unknown): { readonly outcome: 'MOVED' } {
  if (error instanceof DomainError && error.name === 'CaseMoved') return { outcome: 'MOVED' };
  throw error;
}
