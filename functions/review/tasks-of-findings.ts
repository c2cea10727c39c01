import type { ApplicationForm } from '../application/form.ts';
import { type Task, tasksAfter } from '../scope/tasks-after.ts';
import type { Finding } from './review.ts';

/** Rules that tell what must be got after registration, and of which kind of item. */
const FOLLOWING: Readonly<Record<string, 'licensed' | 'filing'>> = {
  'SC-04': 'licensed',
  'SC-05': 'filing',
};

/**
 * What a decision leaves to be done, from what it told: the same years later, whatever has become of the
 * catalogue. A filing that was captured for no item of the scope is nothing to be done.
 */
export const tasksOfFindings = (
  findings: readonly Finding[],
  filings: ApplicationForm['filings'],
): readonly Task[] =>
  tasksAfter(
    findings.flatMap(({ rule, says, found = {} }) => {
      const kind = Object.hasOwn(FOLLOWING, rule) ? FOLLOWING[rule] : undefined;
      const { wording, permit } = found;
      if (!kind || says === 'STRAY' || wording === undefined) return [];
      return { kind, wording: String(wording), ...(permit && { permit: String(permit) }) };
    }),
    filings,
  );
