import { randomBytes } from 'node:crypto';
import { batchSigningUseCases } from '#functions/api/batch-signing.ts';
import { httpHandler } from '#functions/api/http.handler.ts';
import { IDENTITY_ACT_ROUTES } from '#functions/api/identity-act.routes.ts';
import { identityActUseCases } from '#functions/api/identity-act.ts';
import { SIGNING_ROUTES } from '#functions/api/signing.routes.ts';
import { type SigningPorts, signingUseCases } from '#functions/api/signing.ts';
import { applicationStore } from '#functions/application/application.store.ts';
import type { ApplicationForm } from '#functions/application/form.ts';
import { holdPorts } from '#functions/application/holdings.store.ts';
import { readLog } from '#functions/application/read-log.store.ts';
import { batchStore } from '#functions/batch/batch.store.ts';
import { rowLedger } from '#functions/batch/row-ledger.store.ts';
import { intakeRecords } from '#functions/intake/intake.store.ts';
import type { IdentityProvider } from '#functions/party/identity-provider.ts';
import { signingStore } from '#functions/party/signing.store.ts';
import { waitingAmong } from '#functions/party/waiting.store.ts';
import { newSalt } from '#functions/runtime/draws.ts';
import { bundleInForce } from '#functions/scope/catalogue.ts';
import type { AttemptTask } from '#functions/shared/ids.ts';
import type { Database } from '#test/builders/a-database.ts';
import { applicationsIn, SENT_AT } from '#test/builders/applications-in.ts';
import { anEvent, read, type Sent } from './an-event.ts';

const ROUTES = { ...SIGNING_ROUTES, ...IDENTITY_ACT_ROUTES };

/** The signing API on the real stores, at a moment that the test sets; machines are only told of. */
export function aSigningApi(
  { documents, tables }: Database,
  provider: IdentityProvider,
  exchange: SigningPorts['exchange'] = async () => ({ outcome: 'CODE_REFUSED' }),
) {
  const clock = { now: Date.parse(SENT_AT) };
  const registered: AttemptTask[] = [];
  const store = applicationStore(documents, tables.applications, newSalt);
  const ports = {
    ...intakeRecords(documents, tables.applications, tables.register, store),
    ...holdPorts(documents, tables.register, tables.applications),
    ...signingStore(documents, tables.access),
    register: async (task: AttemptTask) => void registered.push(task),
    exchange,
    bundles: async () => bundleInForce,
    provider,
    signingPage: 'https://registrar.example/signing',
    newSecret: () => randomBytes(32).toString('base64url'),
    now: () => clock.now,
  };
  const { batch } = batchStore(documents, tables.batches);
  const { rows } = rowLedger(documents, tables.batches);
  const waiting = waitingAmong(documents, tables.applications);
  const handle = httpHandler(
    ROUTES,
    {
      ...signingUseCases(ports),
      ...batchSigningUseCases({ ...ports, batch, rows, waiting }),
      ...identityActUseCases({
        ...ports,
        noteReading: readLog(documents, tables.applications, newSalt),
      }),
    },
    'https://api.example/problems',
  );

  const send = async (
    name: keyof typeof ROUTES,
    { id = '', claims, ...sent }: Sent & { id?: string } = {},
  ) => {
    const owner = { sub: 'applicant-1', aud: 'applicant' };
    const open = ROUTES[name].audiences.length === 0;
    const said = open ? {} : { claims: claims ?? owner };
    return read(await handle(anEvent(ROUTES[name], { parameters: { id }, ...said, ...sent })));
  };

  return {
    clock,
    registered,
    store,
    send,
    /** an application that waits for its signers, and their links: person → id and secret */
    async waiting(form: ApplicationForm) {
      const { application, sent } = await applicationsIn({
        documents,
        tables,
      } as Database).sent({ form, to: ['SIGNING'] });
      const links = await linksOf(application.id);
      return { id: application.id, documentHash: sent.documentHash, links };
    },
    linksOf,
  };

  async function linksOf(id: string) {
    const { body } = await send('makeSignings', { id });
    const made: { person: string; id: string; link: string }[] = body.signings;
    return new Map(
      made.map(({ person, id: signing, link }) => [
        person,
        { id: signing, secret: new URL(link).hash.slice(1), link },
      ]),
    );
  }
}

/** Slug of the problem that was answered. */
export const slugOf = ({ body }: { body: { type?: string } }): string | undefined =>
  body.type?.split('/').at(-1);
