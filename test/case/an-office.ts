import type { ApplicationRecord } from '#functions/application/application.ts';
import { releases } from '#functions/application/holdings.store.ts';
import { wanted } from '#functions/application/holds.ts';
import { awaitDecision } from '#functions/case/await-decision.ts';
import { carryOutDecision } from '#functions/case/carry-out-decision.ts';
import { carryingOut, caseStore } from '#functions/case/case.store.ts';
import { RELEASED_CLOCK } from '#functions/case/case-clock.ts';
import type { DecidePorts } from '#functions/case/decide.ts';
import { escalateCase } from '#functions/case/escalate-case.ts';
import type { ExtendPorts } from '#functions/case/extend.ts';
import { handingOver } from '#functions/case/hand-over.store.ts';
import { queueStore } from '#functions/case/queue.store.ts';
import { reopenCase } from '#functions/case/reopen-case.ts';
import type { AttemptTask } from '#functions/shared/ids.ts';
import type { Database } from '#test/builders/a-database.ts';
import { applicationsIn, SENT_AT } from '#test/builders/applications-in.ts';

/** Officials' work on the real database, at a clock that the test sets. The machine's waking is noted. */
export function anOffice(database: Database) {
  const { documents, tables } = database;
  const applications = applicationsIn(database);
  const { store } = applications;
  const cases = {
    ...caseStore(documents, tables.applications),
    ...queueStore(documents, tables.applications),
  };
  const releasesOf = releases(documents, tables.register);
  const clock = { now: Date.parse(SENT_AT) };
  const now = () => clock.now;
  const started: AttemptTask[] = [];
  const woken: { taskToken: string; holdSeconds: number }[] = [];
  const wake: DecidePorts['wake'] = async (taskToken, { holdSeconds }) =>
    void woken.push({ taskToken, holdSeconds });
  return {
    ...applications,
    cases,
    /** seconds after SENT_AT */
    setClock: (seconds: number) => {
      clock.now = Date.parse(SENT_AT) + seconds * 1000;
    },
    ports: {
      write: cases.write,
      wake,
      clock: async () => RELEASED_CLOCK,
      holdSeconds: 60,
      now,
    } satisfies DecidePorts & ExtendPorts,
    wokenBy: (token: string) =>
      woken.filter(({ taskToken }) => taskToken === token).map(({ holdSeconds }) => holdSeconds),
    taskOf: ({ application: { id, attempt } }: ApplicationRecord): AttemptTask => ({
      applicationId: id,
      attempt,
    }),
    awaitDecision: awaitDecision({ keepToken: cases.keepToken, wake, now }),
    escalate: escalateCase({
      read: cases.read,
      write: cases.write,
      clock: async () => RELEASED_CLOCK,
      now,
    }),
    reopen: reopenCase({ read: cases.read, write: cases.write, now }),
    carryOut: carryOutDecision({
      record: ({ applicationId, attempt }) => store.read(applicationId, attempt),
      carryOut: carryingOut(documents, tables.applications, store, ({ application, sent }) =>
        releasesOf(application.id, wanted(sent, SENT_AT)),
      ),
      handOver: handingOver(documents, tables.applications, tables.register, store),
      register: async (task) => void started.push(task),
      now,
    }),
    /** applications whose registration was started */
    started,
  };
}
