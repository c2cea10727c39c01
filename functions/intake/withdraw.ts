import type { ApplicationRecord } from '../application/application.ts';
import { caseIn } from '../application/case.ts';
import { mayBecome } from '../application/lifecycle.ts';
import type { IntakeRecords } from './intake-ports.ts';
import { mayHold, notInThisState, settle } from './submit.ts';

export interface WithdrawPorts extends Pick<IntakeRecords, 'record' | 'move'> {
  wake(taskToken: string, woken: object): Promise<void>;
  now(): number;
}

/**
 * Withdraws before the decision; name and place become free in the same transaction, an open case
 * is closed and its machine woken, which then ends.
 */
export async function withdraw(ports: WithdrawPorts, record: ApplicationRecord): Promise<void> {
  const { application, parts } = record;
  if (!mayBecome(application.state, 'WITHDRAWN')) throw notInThisState(record);
  const at = new Date(ports.now()).toISOString();
  const move = {
    to: ['WITHDRAWN'],
    at,
    by: application.owner,
    subject: { withdrawn: application.attempt },
  } as const;
  settle(await ports.move(record, move, undefined, await mayHold(ports, record)), record);
  const token = caseIn(parts)?.taskToken;
  if (token) await ports.wake(token, { outcome: 'DECIDED', holdSeconds: 0 });
}
