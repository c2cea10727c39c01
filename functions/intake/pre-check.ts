import type { ApplicationForm } from '../application/form.ts';
import { type Holdings, type Wanted, wanted } from '../application/holds.ts';
import type { Host } from '../cluster/host.ts';
import type { LicenceCheck } from '../e-licence/licence-check.ts';
import { conflictsOn } from '../name/name-card.ts';
import { inNfc } from '../party/document-hash.ts';
import { signersOf } from '../party/signers.ts';
import type { ReviewFacts } from '../review/facts.ts';
import { factsOf } from '../review/gathered-facts.ts';
import { type Review, review } from '../review/review.ts';

export interface PreCheckPorts {
  holdings(applicationId: string, wanted: Wanted): Promise<Holdings>;
  /** whether a place could be held now; nothing is held */
  placeFree(host: Host, agreed?: number): Promise<boolean>;
  now(): number;
}

/** Nobody holds anything under this id: everything held counts as another's. */
const NOBODY = 'ap_00000000000000000000000000';

/**
 * The review of a form that nobody sent yet: the same rules on the same facts, nothing saved.
 * Signatures do not exist yet and partners are not asked: both are taken to be in order.
 */
export async function preCheck(ports: PreCheckPorts, sent: ApplicationForm): Promise<Review> {
  const form = inNfc(sent);
  const now = new Date(ports.now()).toISOString();
  const want = wanted(form, now);
  const { card, host } = await ports.holdings(NOBODY, want);
  const gathered = {
    submittedAt: now,
    now,
    nameConflicts: want.name
      ? conflictsOn(card, { industry: want.name.industry, holder: NOBODY, now })
      : [],
    ...(host && { host }),
    place: await placeStanding(ports, want, host),
    licences: licencesToCome(form),
    identities: signersOf(form).map(({ person }) => ({ person, outcome: 'VERIFIED' as const })),
  };
  return review(factsOf(form, gathered));
}

/** Each e-licence that is shown, as if its issuer had confirmed what the form says of the company. */
const licencesToCome = ({ shareholders = [] }: ApplicationForm): LicenceCheck[] =>
  shareholders.flatMap(({ company }, shareholder) =>
    company?.licence
      ? [
          {
            shareholder,
            outcome: 'VALID',
            ...(company.name && { holderName: company.name.trim() }),
            ...(company.uscc && { holderUscc: company.uscc.trim().toUpperCase() }),
          },
        ]
      : [],
  );

async function placeStanding(
  ports: PreCheckPorts,
  { place }: Wanted,
  host: Host | undefined,
): Promise<ReviewFacts['place']> {
  if (!place || !host || host.status !== 'ACTIVE') return 'NOT_NEEDED';
  if (await ports.placeFree(host, place.agreed)) return 'HELD';
  return place.agreed === undefined ? 'NONE_FREE' : 'TAKEN';
}
