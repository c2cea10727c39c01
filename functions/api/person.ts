import type { ApplicationRecord } from '../application/application.ts';
import { keysOf } from '../application/denial.ts';
import { type DenyPorts, deny } from '../case/deny.ts';
import { WHO_NAMES_ME } from '../party/person-proof.ts';
import type { Business } from '../register/business.ts';
import { type Inquiry, openedInquiry } from '../register/inquiry.ts';
import { DomainError } from '../shared/errors.ts';
import { ApplicationId } from '../shared/ids.ts';
import type { Calendar } from '../shared/working-days.ts';
import { type AskerPorts, asking, enquiryOf, lookingAgain, namingsOf } from './asker.ts';
import type { PERSON_ROUTES } from './person.routes.ts';
import { type DenialView, inquiryTold, namingView } from './person-view.ts';
import { Problem } from './problems.ts';
import type { UseCases } from './request.ts';

export interface PersonPorts extends DenyPorts, AskerPorts {
  now(): number;
  /** the calendar by which a term is counted that begins today */
  calendar(): Promise<Calendar>;
  businesses(codes: readonly string[]): Promise<readonly Business[]>;
  /** @throws {DomainError} ApplicationNotFound */
  record(applicationId: string): Promise<ApplicationRecord>;
  /** opens an inquiry, or finds the one that is there */
  open(inquiry: Inquiry): Promise<Inquiry>;
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
    const { application } = await ports.record(id);
    return { outcome: 'STOPPED', state: application.state };
  };

  return {
    async readNamingsDocument() {
      return { status: 200, body: await enquiryOf(WHO_NAMES_ME, ports.now()) };
    },

    async listNamings({ body: { assertion, ...page } }) {
      const person = await asking(ports, assertion, WHO_NAMES_ME);
      const { named, next } = await namingsOf(ports, person, page);
      const codes = named.flatMap(({ application: { uscc } }) => uscc ?? []);
      const businesses = new Map((await ports.businesses(codes)).map((it) => [it.uscc, it]));
      const namings = named.map((it) =>
        namingView(it, person, businesses.get(it.application.uscc ?? '')),
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
      await ports.calendar(),
    ),
  );
}
