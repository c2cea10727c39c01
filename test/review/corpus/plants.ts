import type { Plant } from './labelled.ts';
import type { Base } from './lawful-bases.ts';

/** A slip, or a circumstance, and all that is told of it. */
export const plant = (
  tells: string | readonly string[],
  on: Base | readonly Base[],
  more: Omit<Plant, 'tells' | 'on'> = {},
): Plant => ({ tells: [tells].flat(), on: [on].flat(), ...more });

export const COMPANIES = ['company', 'board', 'company by agent'] as const satisfies Base[];
export const NATURAL = ['sole', 'individual'] as const satisfies Base[];
export const ANY = ['company', 'sole', 'individual'] as const satisfies Base[];
export const HOSTED = [
  'company at host',
  'sole at host',
  'individual at host',
] as const satisfies Base[];
