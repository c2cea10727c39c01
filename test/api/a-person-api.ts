import { httpHandler } from '#functions/api/http.handler.ts';
import { PERSON_ROUTES } from '#functions/api/person.routes.ts';
import { type PersonPorts, personUseCases } from '#functions/api/person.ts';
import { applicationStore } from '#functions/application/application.store.ts';
import { RELEASED_CLOCK } from '#functions/case/case-clock.ts';
import { denials } from '#functions/case/deny.store.ts';
import type { IdentityProvider } from '#functions/party/identity-provider.ts';
import { namedIn } from '#functions/party/named.store.ts';
import { personHash } from '#functions/party/person-hash.ts';
import { provenPerson } from '#functions/party/person-proof.ts';
import { inquiryStore } from '#functions/register/inquiry.store.ts';
import { businessesOf } from '#functions/register/register.store.ts';
import { newSalt } from '#functions/runtime/draws.ts';
import type { AttemptTask } from '#functions/shared/ids.ts';
import { CALENDAR } from '#functions/shared/working-days.ts';
import type { Database } from '#test/builders/a-database.ts';
import { aPersonKey } from '#test/builders/a-person-key.ts';
import { SENT_AT } from '#test/builders/applications-in.ts';
import { anEvent, read, type Sent } from './an-event.ts';

/** The persons' API on the real stores; the machine that it starts is only told of. */
export function aPersonApi(
  { documents, tables }: Database,
  provider: IdentityProvider,
  exchange: PersonPorts['exchange'] = async () => ({ outcome: 'CODE_REFUSED' }),
) {
  const referred: AttemptTask[] = [];
  const applications = applicationStore(documents, tables.applications, newSalt);
  const inquiries = inquiryStore(documents, tables.register);
  const handle = httpHandler(
    PERSON_ROUTES,
    personUseCases({
      proven: (assertion, now, enquiry) => provenPerson(provider, assertion, now, enquiry),
      hashOf: async ({ document }) => personHash(await aPersonKey(), document),
      namedIn: namedIn(documents, tables.register, tables.applications),
      businesses: businessesOf(documents, tables.register),
      record: applications.read,
      deny: denials(documents, tables.applications, applications),
      open: inquiries.open,
      inquiries: inquiries.those,
      provider,
      exchange,
      namingsPage: 'https://registrar.example/not-me',
      refer: async (task) => void referred.push(task),
      clock: async () => RELEASED_CLOCK,
      calendar: async () => CALENDAR,
      now: () => Date.parse(SENT_AT),
    }),
    'https://api.example/problems',
  );
  const send = async (name: keyof typeof PERSON_ROUTES, sent: Sent = {}) =>
    read(await handle(anEvent(PERSON_ROUTES[name], sent)));
  return {
    referred: (id: string) => referred.filter(({ applicationId }) => applicationId === id),
    send,
    list: (assertion: string, more: object = {}) =>
      send('listNamings', { body: { assertion, ...more } }),
    deny: (id: string, assertion: string, more: object = {}) =>
      send('denyNaming', { parameters: { id }, body: { assertion, ...more } }),
  };
}
