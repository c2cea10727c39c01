import type { Application, ApplicationRecord } from '../application/application.ts';
import type { HoldPorts } from '../application/holds.ts';
import type { IntentClaim } from '../application/intent-claim.ts';
import type { AttemptTask } from '../shared/ids.ts';

/** Another live application of the same client for the same business. Only who sent both is told which. */
export type CompetingApplication =
  | { readonly source: 'OWN'; readonly applicationId: string }
  | { readonly source: 'ANOTHER' };

export interface CompetingPorts extends Pick<HoldPorts, 'claimIntent'> {
  record(task: AttemptTask): Promise<ApplicationRecord>;
  /** notes an application as rival of the holder, so that both are told */
  contest(intent: string, applicationId: string, read: IntentClaim): Promise<void>;
}

/**
 * Whether the client's intention is another application's. A claim that was missed at submission is
 * made up for here. Only where the client has verifiably signed does an application contest the
 * holder's: nobody holds up another's by sending a form.
 */
export async function competingApplication(
  ports: CompetingPorts,
  { id, owner }: Pick<Application, 'id' | 'owner'>,
  intent: string | undefined,
  known: IntentClaim | undefined,
  signedByClient: boolean,
  at: string,
): Promise<CompetingApplication | undefined> {
  if (!intent) return undefined;
  const claim = known ?? (await ports.claimIntent(intent, id, at));
  if (!claim) return undefined;
  if (claim.holder === id) return claim.rivals.length > 0 ? { source: 'ANOTHER' } : undefined;
  const { application } = await ports.record({ applicationId: claim.holder, attempt: 1 });
  if (application.owner === owner) return { source: 'OWN', applicationId: claim.holder };
  if (signedByClient) await ports.contest(intent, id, claim);
  return { source: 'ANOTHER' };
}
