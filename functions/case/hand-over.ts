import { registersType, registrarOf } from '../registrar/registrars.ts';
import type { LegalDate } from '../shared/calendar.ts';

/** UNKNOWN: no registrar of that division is in force. SAME: it is there already. */
export type HandOverFault = 'UNKNOWN' | 'SAME' | 'DOES_NOT_REGISTER_TYPE';

/** Why a case of one registrar cannot be handed over (移送) to the registrar of a division; undefined where it can. */
export function handOverFault(
  from: string,
  to: string,
  type: string | undefined,
  on: LegalDate,
): HandOverFault | undefined {
  const target = registrarOf(to, on);
  if (!target) return 'UNKNOWN';
  if (to === from) return 'SAME';
  return registersType(target, type) ? undefined : 'DOES_NOT_REGISTER_TYPE';
}
