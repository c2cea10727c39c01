import type { ApplicationRecord } from '../application/application.ts';
import type { IntentClaim } from '../application/intent-claim.ts';
import { type ChoosePorts, chooseSource } from '../intake/choose-source.ts';
import { endMandate } from '../intake/end-mandate.ts';
import {
  applicationOfMandate,
  choiceOf,
  endingOf,
  MandateId,
  MY_MANDATES,
  mandatedBy,
} from '../party/mandate.ts';
import type { NamedIn } from '../party/person-index.ts';
import { type AskerPorts, asking, enquiryOf, lookingAgain, namingsOf } from './asker.ts';
import type { CLIENT_ROUTES } from './client.routes.ts';
import { mandateView } from './client-view.ts';
import { Problem } from './problems.ts';
import type { Answer, UseCases } from './request.ts';

export interface ClientPorts extends ChoosePorts, AskerPorts {
  now(): number;
  claims(intents: readonly string[]): Promise<ReadonlyMap<string, IntentClaim>>;
}

/** What a client sees of her mandates and does with them, on the ports that the handler joins. */
export function clientUseCases(ports: ClientPorts): UseCases<typeof CLIENT_ROUTES> {
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
    const person = await asking(ports, assertion, enquiry(mandate.data));
    return lookingAgain(async () => {
      await act(await own(mandate.data, person));
      return answer(await own(mandate.data, person));
    });
  };

  return {
    async readMandateDocument({ query: { act, mandate } }) {
      if (act !== 'LIST' && mandate === undefined)
        throw new Problem('invalid-request', [{ pointer: '#query/mandate', detail: 'missing' }]);
      const of = { LIST: () => MY_MANDATES, END: endingOf, CHOICE: choiceOf }[act];
      return { status: 200, body: await enquiryOf(of(mandate ?? ''), ports.now()) };
    },

    async listMandates({ body: { assertion, ...page } }) {
      const person = await asking(ports, assertion, MY_MANDATES);
      const { named, next } = await namingsOf(ports, person, page);
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
