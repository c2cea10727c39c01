import type { ApplicationRecord, SentAttempt } from '../application/application.ts';
import { denialsIn, keysOf } from '../application/denial.ts';
import { type DenyPorts, deny } from '../case/deny.ts';
import { authorizationUrl } from '../party/face-check.ts';
import type { IdentityProvider } from '../party/identity-provider.ts';
import { WHO_NAMES_ME } from '../party/person-proof.ts';
import type { Business } from '../register/business.ts';
import {
  type Inquiry,
  type InquiryId,
  inquiryOfPerson,
  openedInquiry,
} from '../register/inquiry.ts';
import { DomainError } from '../shared/errors.ts';
import { ApplicationId } from '../shared/ids.ts';
import type { Calendar } from '../shared/working-days.ts';
import { type AskerPorts, asking, enquiryOf, lookingAgain, namingsOf } from './asker.ts';
import { assertedFor, type ExchangePort } from './face-checked.ts';
import type { PERSON_ROUTES } from './person.routes.ts';
import { type DenialView, inquiryTold, namingView } from './person-view.ts';
import { Problem } from './problems.ts';
import type { UseCases } from './request.ts';

export interface PersonPorts extends DenyPorts, AskerPorts, ExchangePort {
  readonly provider: IdentityProvider;
  /** the page where the identity provider leads back to */
  readonly namingsPage: string;
  now(): number;
  /** the calendar by which a term is counted that begins today */
  calendar(): Promise<Calendar>;
  businesses(codes: readonly string[]): Promise<readonly Business[]>;
  /** @throws {DomainError} ApplicationNotFound */
  record(applicationId: string): Promise<ApplicationRecord>;
  /** opens an inquiry, or finds the one that is there */
  open(inquiry: Inquiry): Promise<Inquiry>;
  inquiries(wanted: readonly Pick<Inquiry, 'uscc' | 'id'>[]): Promise<readonly Inquiry[]>;
}

/** What a person sees and says of what names her, on the ports that the handler joins. */
export function personUseCases(ports: PersonPorts): UseCases<typeof PERSON_ROUTES> {
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
    const { application, sent, parts } = await ports.record(id);
    const keys = keysOf(sent, person);
    const denial = denialsIn(parts).findLast((it) => keys.includes(it.person));
    return { outcome: 'STOPPED', state: application.state, ...(denial && { at: denial.at }) };
  };

  return {
    async readNamingsDocument() {
      return { status: 200, body: await enquiryOf(WHO_NAMES_ME, ports.now()) };
    },

    async beginNamingsFaceCheck({ body: { secret } }) {
      const enquiry = await enquiryOf(WHO_NAMES_ME, ports.now());
      const { documentHash } = enquiry;
      const asked = { secret, documentHash, redirectUri: ports.namingsPage };
      const authorize = await authorizationUrl(ports.provider, WHO_NAMES_ME, asked);
      return { status: 200, body: { ...enquiry, ...(authorize && { authorize }) } };
    },

    async endNamingsFaceCheck({ body }) {
      const assertion = await assertedFor(ports, { ...body, redirectUri: ports.namingsPage });
      return { status: 200, body: { assertion } };
    },

    async listNamings({ body: { assertion, ...page } }) {
      const person = await asking(ports, assertion, WHO_NAMES_ME);
      const { named, next } = await namingsOf(ports, person, page);
      const codes = named.flatMap(({ application: { uscc } }) => uscc ?? []);
      const businesses = new Map((await ports.businesses(codes)).map((it) => [it.uscc, it]));
      const inquiries = await ports.inquiries(
        named.flatMap(({ application: { id, uscc }, sent }) =>
          uscc === undefined ? [] : { uscc, id: inquiryOfHers(id, sent, person) },
        ),
      );
      const namings = named.map((it) =>
        namingView(
          it,
          person,
          businesses.get(it.application.uscc ?? ''),
          inquiries.find(({ applicationId }) => applicationId === it.application.id),
        ),
      );
      return { status: 200, body: { namings, ...(next && { next }) } };
    },

    async denyNaming({ parameters: { id }, body: { assertion, statement } }) {
      const said = { assertion, ...(statement !== undefined && { statement }) };
      const person = await asking(ports, assertion, WHO_NAMES_ME);
      const known = ApplicationId.safeParse(id);
      if (!known.success) throw new Problem('not-found');
      return { status: 200, body: await lookingAgain(() => denied(known.data, person, said)) };
    },
  };
}

/**
 * The number of a person's inquiry: the place of her key among the keys of the attempt that was
 * registered, which no longer changes.
 */
function inquiryOfHers(id: ApplicationId, sent: SentAttempt, person: string): InquiryId {
  const [key = ''] = keysOf(sent, person);
  const keys = Object.keys(sent.persons ?? {}).sort();
  return inquiryOfPerson(id, keys.indexOf(key) + 1);
}

/**
 * Opens the inquiry into a registered business, once for each person in it.
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
  return ports.open(
    openedInquiry(
      {
        id: inquiryOfHers(applicationId, sent, person),
        uscc,
        applicationId,
        attempt,
        registrar: business.registrar,
        person: key,
        ...said,
      },
      new Date(ports.now()).toISOString(),
      await ports.calendar(),
    ),
  );
}
