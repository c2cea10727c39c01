import type { Case } from '../application/case.ts';
import { DomainError } from '../shared/errors.ts';
import { type AttemptTask, attemptOfCase, CaseId } from '../shared/ids.ts';
import { Problem } from './problems.ts';
import type { Caller } from './request.ts';

/**
 * A case of one of the caller's registrars; another registrar's does not exist for him.
 *
 * @throws {Problem} not-found
 * @throws {DomainError} CaseMoved where it is not at the version that he read
 */
export const ownCase =
  (read: (task: AttemptTask) => Promise<Case>) =>
  async (id: string | undefined, { registrars }: Caller, version?: number): Promise<Case> => {
    if (id === undefined || !CaseId.safeParse(id).success) throw new Problem('not-found');
    const found = await read(attemptOfCase(id));
    if (!registrars.includes(found.registrar)) throw new Problem('not-found');
    if (version !== undefined && found.version !== version)
      throw new DomainError('CaseMoved', { caseId: id });
    return found;
  };

/** The one registrar asked for, or the caller's first; never one that the token does not name. */
export function registrarOf({ registrars }: Caller, asked: string | undefined): string {
  const registrar = asked ?? registrars[0];
  if (registrar === undefined || !registrars.includes(registrar)) throw new Problem('not-found');
  return registrar;
}
