import * as z from 'zod';
import { Instant } from '../shared/calendar.ts';
import { ApplicationId } from '../shared/ids.ts';

/** Rivals remembered beside a holder; further ones are told the same, and are remembered when they come again. */
const MOST_RIVALS = 8;

/**
 * Who has the one live application for what a client intends (`INTENT#keyed hash` · `CLAIM`): one
 * live mandate for each client and business. First come holds it; it is given back as a name is, and
 * stays with what was registered.
 */
export const IntentClaim = z.object({
  version: z.int().min(1),
  /** the application that holds it */
  holder: ApplicationId,
  at: Instant,
  /** applications of other sources, signed by the same client, until the client has chosen */
  rivals: z.array(ApplicationId).max(MOST_RIVALS),
});
export type IntentClaim = z.infer<typeof IntentClaim>;

export const firstClaim = (holder: string, at: string): IntentClaim => ({
  version: 1,
  holder,
  at,
  rivals: [],
});

/** The claim with one rival more; itself where nothing changes. */
export const contestedBy = (claim: IntentClaim, rival: string): IntentClaim =>
  claim.holder === rival || claim.rivals.includes(rival) || claim.rivals.length === MOST_RIVALS
    ? claim
    : { ...claim, version: claim.version + 1, rivals: [...claim.rivals, rival] };

/** What is left when an application gives up: nothing of a holder's claim, and of a rival's all the rest; itself where it has no part in it. */
export function givenUp(claim: IntentClaim, applicationId: string): IntentClaim | undefined {
  if (claim.holder === applicationId) return undefined;
  if (!claim.rivals.includes(applicationId)) return claim;
  const rivals = claim.rivals.filter((it) => it !== applicationId);
  return { ...claim, version: claim.version + 1, rivals };
}

/** The claim of an application that goes on under another id; undefined where it has no part in it. */
export function handedOn(claim: IntentClaim, from: string, to: string): IntentClaim | undefined {
  if (claim.holder !== from && !claim.rivals.includes(from)) return undefined;
  const renamed = (it: string) => (it === from ? to : it);
  return {
    ...claim,
    version: claim.version + 1,
    holder: renamed(claim.holder),
    rivals: claim.rivals.map(renamed),
  };
}

/** The claim after the client's choice: the chosen one's alone. */
export const chosenFor = (claim: IntentClaim, holder: string, at: string): IntentClaim => ({
  version: claim.version + 1,
  holder,
  at,
  rivals: [],
});
