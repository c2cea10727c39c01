import type { ApplicationRecord } from '../application/application.ts';
import { keysOf } from '../application/denial.ts';
import { type DenyPorts, deny } from '../case/deny.ts';
import type { AssertionFault } from '../party/accepted-assertion.ts';
import { enquiryDigest } from '../party/enquiry.ts';
import type { NamedIn } from '../party/person-index.ts';
import { type ProvenPerson, WHO_NAMES_ME } from '../party/person-proof.ts';
import type { AssertedPerson } from '../party/signers.ts';
import type { Business } from '../register/business.ts';
import { type Inquiry, openedInquiry } from '../register/inquiry.ts';
import { legalDateOf } from '../shared/calendar.ts';
import { DomainError } from '../shared/errors.ts';
import { ApplicationId } from '../shared/ids.ts';
import type { PERSON_ROUTES } from './person.routes.ts';
import { type DenialView, inquiryTold, namingView } from './person-view.ts';
import { Problem, type ProblemSlug } from './problems.ts';
import type { UseCases } from './request.ts';

export interface PersonPorts extends DenyPorts {
  /** @param now milliseconds since the epoch */
  proven(assertion: string, now: number): Promise<ProvenPerson>;
  /** keyed hash of a person; see party/person-hash.ts */
  hashOf(person: AssertedPerson): Promise<string>;
  namedIn(
    person: string,
    limit: number,
    before?: string,
  ): Promise<{ named: readonly NamedIn[]; next?: string }>;
  businesses(codes: readonly string[]): Promise<readonly Business[]>;
  /** @throws {DomainError} ApplicationNotFound */
  record(applicationId: string): Promise<ApplicationRecord>;
  /** opens an inquiry, or finds the one that is there */
  open(inquiry: Inquiry): Promise<Inquiry>;
}

const PROBLEM_OF: Record<AssertionFault, ProblemSlug> = {
  ANOTHER_DOCUMENT: 'signature-of-another-document',
  ANOTHER_PERSON: 'signature-of-another-person',
  TOO_OLD: 'signature-too-old',
  UNKNOWN_PROVIDER: 'identity-provider-unknown',
};

/** How often a denial looks again at an application that moves under its hands. */
const TRIES = 4;

/** What a person sees and says of what names her, on the ports that the handler joins. */
export function personUseCases(ports: PersonPorts): UseCases<typeof PERSON_ROUTES> {
  const asking = async (assertion: string): Promise<string> => {
    const { person, fault } = await ports.proven(assertion, ports.now());
    if (!person) throw new Problem(PROBLEM_OF[fault]);
    return ports.hashOf(person);
  };

  const denied = async (
    id: ApplicationId,
    person: string,
    said: { readonly statement?: string; readonly assertion: string },
  ): Promise<DenialView> => {
    const record = await ports.record(id);
    // another person's application does not exist for her
    if (keysOf(record.sent, person).length === 0) throw new Problem('not-found');
    if (record.application.state === 'REGISTERED') {
      const inquiry = await opened(ports, record, person, said);
      return { outcome: 'INQUIRY', inquiry: inquiryTold(inquiry) };
    }
    await deny(ports, record, person, said);
    const { application } = await ports.record(id);
    return { outcome: 'STOPPED', state: application.state };
  };

  return {
    async readNamingsDocument() {
      const on = legalDateOf(ports.now());
      const documentHash = await enquiryDigest(WHO_NAMES_ME, on);
      return { status: 200, body: { enquiry: WHO_NAMES_ME, on, documentHash } };
    },

    async listNamings({ body: { assertion, limit, cursor } }) {
      const person = await asking(assertion);
      if (cursor !== undefined && !ApplicationId.safeParse(cursor).success)
        throw new Problem('invalid-request', [{ pointer: '/cursor', detail: 'unknown' }]);
      const { named, next } = await ports.namedIn(person, limit, cursor);
      const codes = named.flatMap(({ application: { uscc } }) => uscc ?? []);
      const businesses = new Map((await ports.businesses(codes)).map((it) => [it.uscc, it]));
      const namings = named.map((it) =>
        namingView(it, person, businesses.get(it.application.uscc ?? '')),
      );
      return { status: 200, body: { namings, ...(next && { next }) } };
    },

    async denyNaming({ parameters: { id }, body: { assertion, statement } }) {
      const said = { assertion, ...(statement !== undefined && { statement }) };
      const person = await asking(assertion);
      const known = ApplicationId.safeParse(id);
      if (!known.success) throw new Problem('not-found');
      for (let tries = 1; ; tries++) {
        try {
          return { status: 200, body: await denied(known.data, person, said) };
        } catch (error) {
          const moved = error instanceof DomainError && error.name === 'ApplicationMoved';
          if (!moved || tries === TRIES) throw error;
        }
      }
    },
  };
}

/**
 * Opens the inquiry into a registered business, once for each person in it: its number is the place
 * of her key among the keys of the attempt that was registered, which no longer changes.
 *
 * @throws {DomainError} NotInThisState for a business that is no more
 */
async function opened(
  ports: PersonPorts,
  { application: { id: applicationId, attempt, uscc = '', state }, sent }: ApplicationRecord,
  person: string,
  said: Pick<Inquiry, 'statement' | 'assertion'>,
): Promise<Inquiry> {
  const [business] = await ports.businesses([uscc]);
  if (business?.status !== 'REGISTERED')
    throw new DomainError('NotInThisState', { applicationId, state });
  const [key = ''] = keysOf(sent, person);
  const number =
    Object.keys(sent.persons ?? {})
      .sort()
      .indexOf(key) + 1;
  return ports.open(
    openedInquiry(
      {
        id: `in_${applicationId.slice(3)}-${number}`,
        uscc,
        applicationId,
        attempt,
        registrar: business.registrar,
        person: key,
        ...said,
      },
      new Date(ports.now()).toISOString(),
    ),
  );
}
