import type { Stop } from '#functions/register/stop.ts';
import { newId } from '#functions/runtime/draws.ts';

/** A stop in force, of all issuance unless the scope says otherwise. */
export const aStop = (change: Partial<Stop> = {}): Stop => ({
  schemaVersion: 1,
  id: newId('st'),
  scope: { kind: 'ALL' },
  state: 'IN_FORCE',
  version: 1,
  since: '2026-11-24T01:00:00.000Z',
  by: 'supervisor-1',
  reason: '核查中',
  ...change,
});
