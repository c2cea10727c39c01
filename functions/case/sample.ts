import type { ApplicationRecord } from '../application/application.ts';
import type { Case } from '../application/case.ts';
import type { CaseClock } from './case-clock.ts';
import { newCase } from './open-case.ts';

/** No machine waits for a second reading. */
const NOBODY_WAITS = 'second reading';

/**
 * A second reading of what the machine has registered: to its official a case like any other that came
 * without findings, with the clock of its submission. Blind: neither verdict nor warnings are told, nor is
 * it preferred, which a case without findings never is.
 */
export function sampleOf(record: ApplicationRecord, at: string, clock: CaseClock): Case {
  const { submittedAt, createdAt } = record.application;
  const {
    measured,
    favour: _ofWhatIsKnown,
    rules: _ofTheMachine,
    ...opened
  } = newCase(record, {
    reason: 'TECHNICAL',
    at,
    openedBy: NOBODY_WAITS,
    receivedAt: submittedAt ?? createdAt,
    clock,
  });
  return {
    ...opened,
    sample: {},
    ...(measured && { measured: { ...measured, sample: true } }),
  };
}

/** Nobody can take the decision back any more. */
export const inEffect = ({ decision }: Case, now: number): boolean =>
  decision !== undefined && Date.parse(decision.effectiveAt) <= now;

/** A second reading, and its official is not to know it yet: he has not decided, or can still decide otherwise. */
export const isBlind = (read: Case, now: number): boolean =>
  read.sample !== undefined && !inEffect(read, now);

/** The record of a second reading as that of a case that waits for its official. */
export const asReferred = ({ application, sent, parts }: ApplicationRecord): ApplicationRecord => ({
  application: { ...application, state: 'REFERRED' },
  sent,
  parts: new Map([...parts].filter(([part]) => !part.startsWith('#DECISION#'))),
});
