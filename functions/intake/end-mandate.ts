import type { ApplicationRecord } from '../application/application.ts';
import { caseIn } from '../application/case.ts';
import { mayBecome } from '../application/lifecycle.ts';
import type { IntakeRecords, PassedClaim } from './intake-ports.ts';
import { mayHold, settle } from './submit.ts';

/** Who moves an application that its client stops; who she is stands in the form only. */
const CLIENT = 'the client';

export interface StopPorts extends Pick<IntakeRecords, 'record' | 'edit' | 'move'> {
  wake(taskToken: string, woken: object): Promise<void>;
  now(): number;
}

/**
 * Ends the mandate under which an application was sent (民法典 art. 173, 933 [M]), at any time: one that
 * is not decided yet is withdrawn with it in one transaction, and gives back claim, name and place.
 * What is registered stays. Ended twice, it is ended once.
 *
 * @throws {DomainError} ApplicationMoved when it changed meanwhile: worth another try
 */
export async function endMandate(ports: StopPorts, record: ApplicationRecord): Promise<void> {
  const { application, sent } = record;
  if (application.mandateEnded) return;
  const at = new Date(ports.now()).toISOString();
  if (mayBecome(application.state, 'WITHDRAWN'))
    return stopForClient(ports, record, { because: 'MANDATE_ENDED', mandateEnded: at });
  settle(await ports.edit(record, sent, at, { change: { mandateEnded: at } }), record);
}

/**
 * Withdraws an application because its client says so.
 *
 * @param passed the claim that goes to another application instead of being given back
 * @throws {DomainError} ApplicationMoved
 */
export async function stopForClient(
  ports: StopPorts,
  record: ApplicationRecord,
  {
    because,
    ...ended
  }: {
    readonly because: 'MANDATE_ENDED' | 'CLIENT_CHOSE_ANOTHER';
    readonly mandateEnded?: string;
  },
  passed?: PassedClaim,
): Promise<void> {
  const { application, parts } = record;
  const { intent, ...others } = await mayHold(ports, record);
  const released = { ...others, ...(intent && !passed && { intent }) };
  const move = {
    to: ['WITHDRAWN'],
    at: new Date(ports.now()).toISOString(),
    by: CLIENT,
    subject: { withdrawn: application.attempt, because },
    change: { withdrawnBecause: because, ...ended },
  } as const;
  settle(await ports.move(record, move, undefined, released, passed), record);
  const token = caseIn(parts)?.taskToken;
  if (token) await ports.wake(token, { outcome: 'DECIDED', holdSeconds: 0 });
}
