import type { Holdings, Wanted } from '../application/holds.ts';
import { firstClaim, type IntentClaim } from '../application/intent-claim.ts';
import type { Tenant } from '../cluster/host.ts';
import { type NameCard, occupy } from '../name/name-card.ts';

/** What may be claimed for good, or what was lost between review and registration. */
export type Race =
  | { readonly lost: 'CLAIM' | 'NAME' | 'PLACE' }
  | {
      readonly lost?: undefined;
      /** nobody's yet: a submission whose end was lost, and that went to a person without a review */
      readonly claim?: IntentClaim;
      readonly card?: NameCard;
      readonly tenant?: Tenant;
    };

/**
 * Looks once more at claim, name and place, just before the registering transaction. Whoever lost one of
 * them gets a new round of review, which tells him so as a finding; never a failure.
 *
 * The look alone settles nothing: the transaction holds the claim's absence, the card's version and the place's holder.
 */
export function lostInTheRace(
  wanted: Wanted,
  held: Holdings,
  applicationId: string,
  uscc: string,
  now: string,
): Race {
  if (wanted.intent && held.claim && held.claim.holder !== applicationId) return { lost: 'CLAIM' };
  if (wanted.place && !held.tenant) return { lost: 'PLACE' };
  const sure = {
    ...(wanted.intent && !held.claim && { claim: firstClaim(applicationId, now) }),
    ...(wanted.place && held.tenant && { tenant: held.tenant }),
  };
  if (!wanted.name) return sure;
  const { industry, linked } = wanted.name;
  const answer = occupy(held.card, { industry, linked, applicationId, uscc, now });
  return 'conflicts' in answer ? { lost: 'NAME' } : { card: answer.card, ...sure };
}
