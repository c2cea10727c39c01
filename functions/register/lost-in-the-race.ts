import type { Holdings, Wanted } from '../application/holds.ts';
import type { Tenant } from '../cluster/host.ts';
import { type NameCard, occupy } from '../name/name-card.ts';

/** What may be claimed for good, or what was lost between review and registration. */
export type Race =
  | { readonly lost: 'NAME' | 'PLACE' }
  | { readonly lost?: undefined; readonly card?: NameCard; readonly tenant?: Tenant };

/**
 * Looks once more at name and place, just before the registering transaction. Whoever lost one of
 * them gets a new round of review, which tells him so as a finding; never a failure.
 *
 * The look alone settles nothing: the transaction holds the card's version and the place's holder.
 */
export function lostInTheRace(
  wanted: Wanted,
  held: Holdings,
  applicationId: string,
  uscc: string,
  now: string,
): Race {
  if (wanted.place && !held.tenant) return { lost: 'PLACE' };
  const tenant = wanted.place && held.tenant ? { tenant: held.tenant } : {};
  if (!wanted.name) return tenant;
  const { industry, linked } = wanted.name;
  const answer = occupy(held.card, { industry, linked, applicationId, uscc, now });
  return 'conflicts' in answer ? { lost: 'NAME' } : { card: answer.card, ...tenant };
}
