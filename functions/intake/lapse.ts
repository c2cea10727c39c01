import type { ApplicationRecord } from '../application/application.ts';
import { custodyRefused } from '../party/custody.ts';
import { missingParties } from '../party/parties.ts';
import { standingRefusals } from '../party/refusal.ts';
import type { IntakeRecords } from './intake-ports.ts';
import { mayHold } from './submit.ts';

/**
 * Ends an application whose people did not go on in time; claim, name and place become free in the same
 * transaction. Its history tells who was missing, and who had refused.
 *
 * @returns MOVED where somebody did go on at this moment
 */
export async function lapse(
  ports: Pick<IntakeRecords, 'record' | 'move'>,
  record: ApplicationRecord,
  at: string,
): Promise<'COMMITTED' | 'MOVED'> {
  const { application } = record;
  const waits = application.state === 'SIGNING';
  const refusals = waits ? await standingRefusals(record) : [];
  const host = custodyRefused(record);
  const subject = {
    lapsed: application.attempt,
    missing: waits ? missingParties(record).map((it) => ({ ...it })) : [],
    refused: [
      ...refusals.map(({ person, code }) => ({ person, code })),
      ...(host ? [{ host: host.host, code: host.code }] : []),
    ],
  };
  const move = { to: ['LAPSED'], at, by: 'clock', subject } as const;
  return ports.move(record, move, undefined, await mayHold(ports, record));
}
