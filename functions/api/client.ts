import type { ApplicationRecord } from '../application/application.ts';
import type { IntentClaim } from '../application/intent-claim.ts';
import { type ChoosePorts, chooseSource } from '../intake/choose-source.ts';
import { endMandate } from '../intake/end-mandate.ts';
import type { AssertionFault } from '../party/accepted-assertion.ts';
import { enquiryDigest } from '../party/enquiry.ts';
import {
  applicationOfMandate,
  choiceOf,
  endingOf,
  MandateId,
  MY_MANDATES,
  mandatedBy,
} from '../party/mandate.ts';
import type { NamedIn } from '../party/person-index.ts';
import type { ProvenPerson } from '../party/person-proof.ts';
import type { AssertedPerson } from '../party/signers.ts';
import { legalDateOf } from '../shared/calendar.ts';
import { DomainError } from '../shared/errors.ts';
import { ApplicationId } from '../shared/ids.ts';
import type { CLIENT_ROUTES } from './client.routes.ts';
import { mandateView } from './client-view.ts';
import { Problem, type ProblemSlug } from './problems.ts';
import type { Answer, UseCases } from './request.ts';

export interface ClientPorts extends ChoosePorts {
  /** @param now milliseconds since the epoch */
  proven(assertion: string, now: number, enquiry: string): Promise<ProvenPerson>;
  /** keyed hash of a person; see party/person-hash.ts */
  hashOf(person: AssertedPerson): Promise<string>;
  namedIn(
    person: string,
    limit: number,
    before?: string,
  ): Promise<{ named: readonly NamedIn[]; next?: string }>;
  claims(intents: readonly string[]): Promise<ReadonlyMap<string, IntentClaim>>;
}

const PROBLEM_OF: Record<AssertionFault, ProblemSlug> = {
  ANOTHER_DOCUMENT: 'signature-of-another-document',
  ANOTHER_PERSON: 'signature-of-another-person',
  TOO_OLD: 'signature-too-old',
  UNKNOWN_PROVIDER: 'identity-provider-unknown',
};

/** How often an act looks again at an application that moves under its hands. */
const TRIES = 4;

/** What a client sees of her mandates and does with them, on the ports that the handler joins. */
export function clientUseCases(ports: ClientPorts): UseCases<typeof CLIENT_ROUTES> {
  const asking = async (assertion: string, enquiry: string): Promise<string> => {
    const { person, fault } = await ports.proven(assertion, ports.now(), enquiry);
    if (!person) throw new Problem(PROBLEM_OF[fault]);
    return ports.hashOf(person);
  };

  /** @throws {Problem} not-found for a mandate that does not exist, or is another client's */
  const own = async (mandateId: string, person: string): Promise<ApplicationRecord> => {
    const record = await ports.record(applicationOfMandate(mandateId));
    if (!mandatedBy(record.sent, person)) throw new Problem('not-found');
    return record;
  };

  const answer = async ({ application, sent }: NamedIn): Promise<Answer> => {
    const claim = sent.intent === undefined ? undefined : await ports.claim(sent.intent);
    return { status: 200, body: mandateView({ application, sent }, claim) };
  };

  /** Acts on a mandate of hers, again where the application moved meanwhile. */
  const acting = async (
    id: string | undefined,
    enquiry: (mandateId: string) => string,
    assertion: string,
    act: (record: ApplicationRecord) => Promise<void>,
  ): Promise<Answer> => {
    const mandate = MandateId.safeParse(id);
    if (!mandate.success) throw new Problem('not-found');
    const person = await asking(assertion, enquiry(mandate.data));
    for (let tries = 1; ; tries++) {
      try {
        await act(await own(mandate.data, person));
        return await answer(await own(mandate.data, person));
      } catch (error) {
        const moved = error instanceof DomainError && error.name === 'ApplicationMoved';
        if (!moved || tries === TRIES) throw error;
      }
    }
  };

  return {
    async readMandateDocument({ query: { act, mandate } }) {
      if (act !== 'LIST' && mandate === undefined)
        throw new Problem('invalid-request', [{ pointer: '#query/mandate', detail: 'missing' }]);
      const of = { LIST: () => MY_MANDATES, END: endingOf, CHOICE: choiceOf }[act];
      const enquiry = of(mandate ?? '');
      const on = legalDateOf(ports.now());
      const documentHash = await enquiryDigest(enquiry, on);
      return { status: 200, body: { enquiry, on, documentHash } };
    },

    async listMandates({ body: { assertion, limit, cursor } }) {
      const person = await asking(assertion, MY_MANDATES);
      if (cursor !== undefined && !ApplicationId.safeParse(cursor).success)
        throw new Problem('invalid-request', [{ pointer: '/cursor', detail: 'unknown' }]);
      const { named, next } = await ports.namedIn(person, limit, cursor);
      const given = named.filter(({ sent }) => mandatedBy(sent, person));
      const claims = await ports.claims(given.flatMap(({ sent }) => sent.intent ?? []));
      const mandates = given.map((it) => mandateView(it, claims.get(it.sent.intent ?? '')));
      return { status: 200, body: { mandates, ...(next && { next }) } };
    },

    endMandate: ({ parameters: { id }, body: { assertion } }) =>
      acting(id, endingOf, assertion, (record) => endMandate(ports, record)),

    chooseMandate: ({ parameters: { id }, body: { assertion } }) =>
      acting(id, choiceOf, assertion, (record) => chooseSource(ports, record)),
  };
}
