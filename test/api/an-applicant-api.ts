import { APPLICANT_ROUTES } from '#functions/api/applicant.routes.ts';
import { applicantUseCases } from '#functions/api/applicant.ts';
import { httpHandler } from '#functions/api/http.handler.ts';
import { idempotentIds } from '#functions/api/idempotency.store.ts';
import { applicationStore } from '#functions/application/application.store.ts';
import { holdPorts } from '#functions/application/holdings.store.ts';
import { ownedApplications } from '#functions/application/owned.store.ts';
import { intakeRecords } from '#functions/intake/intake.store.ts';
import { newId, newSalt } from '#functions/runtime/draws.ts';
import type { AttemptTask } from '#functions/shared/ids.ts';
import type { Database } from '#test/builders/a-database.ts';
import { anIndex } from '#test/builders/a-person-key.ts';
import { SENT_AT } from '#test/builders/applications-in.ts';
import { anEvent, read, type Sent } from './an-event.ts';

const PROBLEM_BASE = 'https://api.example/problems';

/** The applicant's API on the real stores; machines are only told of. */
export function anApplicantApi({ documents, tables }: Database) {
  const registered: AttemptTask[] = [];
  const applications = applicationStore(documents, tables.applications, newSalt);
  const handle = httpHandler(
    APPLICANT_ROUTES,
    applicantUseCases({
      ...intakeRecords(documents, tables.applications, tables.register, applications),
      ...holdPorts(documents, tables.register, tables.applications),
      register: async (task) => void registered.push(task),
      licence: async (uscc) => ({ uscc, licence: 'our.licence~' }),
      owned: ownedApplications(documents, tables.applications),
      idempotentId: idempotentIds(documents, tables.access, () => Date.parse(SENT_AT)),
      index: anIndex,
      newId,
      now: () => Date.parse(SENT_AT),
    }),
    PROBLEM_BASE,
  );
  let keys = 0;

  return {
    registered,
    /** A call of `sub`, with a key and a tag where the route asks for one. */
    async send(
      name: keyof typeof APPLICANT_ROUTES,
      {
        sub = 'applicant-1',
        id = '',
        version = 1,
        ...sent
      }: Sent & { sub?: string; id?: string; version?: number } = {},
    ) {
      return read(
        await handle(
          anEvent(APPLICANT_ROUTES[name], {
            claims: { sub, aud: 'applicant' },
            parameters: { id },
            ...sent,
            headers: {
              'idempotency-key': `key-${++keys}`,
              'if-match': `"${version}"`,
              ...sent.headers,
            },
          }),
        ),
      );
    },
  };
}
