import { DESK_ROUTES } from '#functions/api/desk.routes.ts';
import { type DeskPorts, deskUseCases } from '#functions/api/desk.ts';
import { httpHandler } from '#functions/api/http.handler.ts';
import type { Case } from '#functions/application/case.ts';
import { caseStore } from '#functions/case/case.store.ts';
import { findCases } from '#functions/case/find-cases.store.ts';
import { queueStore } from '#functions/case/queue.store.ts';
import { newId } from '#functions/runtime/draws.ts';
import { attemptOfCase, caseIdOf } from '#functions/shared/ids.ts';
import type { Database } from '#test/builders/a-database.ts';
import { aForm } from '#test/builders/a-form.ts';
import { applicationsIn, freshName, SENT_AT } from '#test/builders/applications-in.ts';
import { anEvent, read, type Sent } from './an-event.ts';

/** Officials' desks at one register, at noon of the day on which everything was sent; each test has registrars of its own. */
export function aDesk(database: Database) {
  const { documents, tables } = database;
  const applications = applicationsIn(database);
  const cases = caseStore(documents, tables.applications);
  const woken: string[] = [];
  const ports: DeskPorts = {
    ...cases,
    ...queueStore(documents, tables.applications),
    find: findCases(documents, tables.applications, tables.register),
    record: applications.store.read,
    wake: async (token) => void woken.push(token),
    newId,
    holdSeconds: 60,
    now: () => Date.parse(SENT_AT),
  };

  return {
    ...applications,
    cases,
    ports,
    /** tokens of the machines that were woken */
    woken,
    stored: (id: string) => cases.read(attemptOfCase(id)),
    anOfficial: (
      registrars: readonly string[],
      sub = 'official-1',
      change: Partial<DeskPorts> = {},
    ) => {
      const handle = httpHandler(
        DESK_ROUTES,
        deskUseCases({ ...ports, ...change }),
        'https://api.example/problems',
      );
      const claims = {
        sub,
        aud: 'official',
        grade: 'OFFICER',
        registrars: `[${registrars.join(' ')}]`,
      };
      return async (name: keyof typeof DESK_ROUTES, sent: Sent = {}) =>
        read(await handle(anEvent(DESK_ROUTES[name], { claims, ...sent })));
    },
    /** a case at this registrar with one finding */
    aCase: async (
      registrar: string,
      change: Partial<Case> = {},
      form = aForm({ name: freshName() }),
    ) => {
      const { application } = await applications.referred(
        { form },
        { registrar, rules: ['NM-07'], ...change },
      );
      const id = caseIdOf({ applicationId: application.id, attempt: 1 });
      return { id, version: 1, applicationId: application.id };
    },
  };
}
