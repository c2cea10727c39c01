import { applicationStore } from '#functions/application/application.store.ts';
import type { ApplicationForm } from '#functions/application/form.ts';
import { holdPorts } from '#functions/application/holdings.store.ts';
import { placeStore } from '#functions/cluster/place.store.ts';
import { keptLicencesIn, LICENCES_PART } from '#functions/e-licence/kept-licences.ts';
import { verifyLicence } from '#functions/e-licence/verify-licence.ts';
import { verifyLicences } from '#functions/e-licence/verify-licences.ts';
import { type PreCheckPorts, preCheck } from '#functions/intake/pre-check.ts';
import { nearNames, readCards } from '#functions/name/near-names.store.ts';
import { identitiesOf } from '#functions/party/identity-provider.ts';
import { documentsCovering } from '#functions/party/kept-signatures.ts';
import { leaveTraces } from '#functions/party/subject.store.ts';
import { type AutoReviewPorts, autoReview } from '#functions/review/auto-review.ts';
import { readHeldAndKnown } from '#functions/review/held-and-known.store.ts';
import { keepDecision } from '#functions/review/review.store.ts';
import { newSalt } from '#functions/runtime/draws.ts';
import type { AttemptTask } from '#functions/shared/ids.ts';
import type { Database } from '#test/builders/a-database.ts';
import { AUDIENCE } from '#test/builders/a-licence-holder.ts';
import { anIndex } from '#test/builders/a-person-key.ts';
import { SENT_AT } from '#test/builders/applications-in.ts';
import type { Signatories } from './signatories.ts';

export const REVIEWED_AT = Date.parse(SENT_AT) + 120_000;

type Published = AutoReviewPorts['published'];

/**
 * The registration as far as the review, and the pre-check, as their functions put them together.
 *
 * @param standingOf what the agent system says of an agent beside that he is in standing
 */
export function theReview(
  { documents, tables }: Database,
  signs: Signatories,
  standingOf: (agent: string) => object | undefined,
) {
  const store = applicationStore(documents, tables.applications, newSalt);
  const reviewing: AutoReviewPorts = {
    record: ({ applicationId, attempt }) => store.read(applicationId, attempt),
    held: readHeldAndKnown(documents, tables.register),
    nearNames: nearNames(documents, tables.register),
    published: async () => [],
    ...holdPorts(documents, tables.register, tables.applications),
    standing: async (agent) => ({
      agent,
      standing: 'ACTIVE',
      at: SENT_AT,
      ...standingOf(agent),
    }),
    identities: identitiesOf(signs.provider),
    leave: leaveTraces(documents, tables.register),
    keep: keepDecision(documents, tables.applications, store),
    now: () => REVIEWED_AT,
  };
  const preChecking: PreCheckPorts = {
    held: reviewing.held,
    index: anIndex,
    nearNames: reviewing.nearNames,
    published: reviewing.published,
    cards: readCards(documents, tables.register),
    placeFree: placeStore(documents, tables.register).isFree,
    now: () => REVIEWED_AT,
  };
  const licences = verifyLicences({
    async attempt({ applicationId, attempt }) {
      const { sent, parts } = await store.read(applicationId, attempt);
      return {
        form: sent.form,
        kept: keptLicencesIn(parts),
        presentations: new Map(
          sent.signatures.flatMap((it) =>
            'shareholder' in it ? [[it.shareholder, it.presentation] as const] : [],
          ),
        ),
        documents: (await documentsCovering(sent.form, sent))(['CHARTER']),
      };
    },
    keep: (task, kept) => store.keepPart(task, LICENCES_PART, { schemaVersion: 1, ...kept }),
    keepAnswer: async () => 'kept',
    verify: (shown) =>
      verifyLicence(shown, { ...signs.region, audience: AUDIENCE, now: REVIEWED_AT }),
  });

  /** The registration as far as the review; an issuer that stays silent has been asked often enough. */
  async function register(task: AttemptTask, published: Published): Promise<void> {
    await licences(task).catch((error) => {
      if (error?.name !== 'LicenceAuthorityUnavailable') throw error;
    });
    await autoReview({ ...reviewing, published })({ ...task, round: 1, licences: 'ASKED' });
  }

  return {
    register,
    /** all that may be told of a form whose persons are verified, the moment before it is sent */
    preChecked: (form: ApplicationForm, published: Published) =>
      preCheck({ ...preChecking, published }, form, true),
  };
}
