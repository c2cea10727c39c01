import { holdPorts, readHoldings } from '#functions/application/holdings.store.ts';
import { wanted } from '#functions/application/holds.ts';
import { intakeRecords } from '#functions/intake/intake.store.ts';
import type { IntakePorts } from '#functions/intake/intake-ports.ts';
import type { Sent } from '#functions/intake/submit.ts';
import type { IndexForm } from '#functions/party/person-index.ts';
import { newId } from '#functions/runtime/draws.ts';
import type { AttemptTask } from '#functions/shared/ids.ts';
import type { Database } from '#test/builders/a-database.ts';
import { aForm } from '#test/builders/a-form.ts';
import { anIndex } from '#test/builders/a-person-key.ts';
import { applicationsIn, freshName, SENT_AT } from '#test/builders/applications-in.ts';

/** Intake on the real database. `registration` is not run: what it is started with is noted. */
export function anIntake(database: Database) {
  const { documents, tables } = database;
  const { store } = applicationsIn(database);
  const started: AttemptTask[] = [];
  const woken: unknown[] = [];
  const ports: IntakePorts & { readonly index: IndexForm } & {
    wake(token: string, told: object): Promise<void>;
  } = {
    ...intakeRecords(documents, tables.applications, tables.register, store),
    ...holdPorts(documents, tables.register, tables.applications),
    register: async (task) => void started.push(task),
    wake: async (token, told) => void woken.push([token, told]),
    index: anIndex,
    now: () => Date.parse(SENT_AT) + 60_000,
  };
  return {
    ports,
    store,
    startedFor: (id: string) => started.filter(({ applicationId }) => applicationId === id),
    woken,
    read: (id: string) => store.read(id),
    stateOf: async (id: string) => (await store.read(id)).application.state,
    /** what the application holds, of what a form of it wants */
    async held(id: string, form = aForm()) {
      const { card, tenant } = await readHoldings(documents, tables.register)(
        id,
        wanted({ form }, SENT_AT),
      );
      const holders = Object.values(card?.holdings ?? {}).map(({ holder }) => holder);
      return { name: holders.includes(id), place: tenant !== undefined };
    },
    /** what an applicant sends, with an id and a name of its own */
    sending: (change: Partial<Sent> = {}): Sent => ({
      id: newId('ap'),
      owner: 'applicant-1',
      form: aForm({ name: freshName() }),
      signatures: [],
      ...change,
    }),
  };
}
