import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ApplicationRecord } from '#functions/application/application.ts';
import { caseWrite } from '#functions/application/case.store.ts';
import { type Case, carriedOut } from '#functions/application/case.ts';
import { hitsOf, type Measured } from '#functions/application/measured.ts';
import { caseStore } from '#functions/case/case.store.ts';
import { RELEASED_CLOCK } from '#functions/case/case-clock.ts';
import { readCaseOrSample } from '#functions/case/case-or-sample.store.ts';
import { concludingSamples } from '#functions/case/conclude-sample.store.ts';
import { escalateSamples } from '#functions/case/escalate-samples.ts';
import { newCase } from '#functions/case/open-case.ts';
import { queueStore } from '#functions/case/queue.store.ts';
import { switchingOff } from '#functions/published/publish.ts';
import { publishedStore } from '#functions/published/published.store.ts';
import { Business } from '#functions/register/business.ts';
import { businessKey } from '#functions/register/business-key.ts';
import { keepDecision } from '#functions/review/review.store.ts';
import { newId } from '#functions/runtime/draws.ts';
import { commit } from '#functions/runtime/transaction.ts';
import { usccOf } from '#functions/shared/unified-social-credit-code.ts';
import { decidedBetween } from '#functions/statistics/decided.store.ts';
import { sampleStore } from '#functions/statistics/sample.store.ts';
import { type SweepDecisionsPorts, sweepDecisions } from '#functions/statistics/sweep-decisions.ts';
import { switchedOffStore } from '#functions/statistics/switched-off.store.ts';
import { tallyStore } from '#functions/statistics/tally.store.ts';
import type { Database } from '#test/builders/a-database.ts';
import { aForm } from '#test/builders/a-form.ts';
import { aPersonKey } from '#test/builders/a-person-key.ts';
import { applicationsIn, freshName } from '#test/builders/applications-in.ts';

const later = (at: string, seconds: number): string =>
  new Date(Date.parse(at) + seconds * 1000).toISOString();

/** A breach as decisions keep it. */
export const aFinding = (
  rule: string,
  consequence: 'RETURN' | 'REFER' | 'PROPOSE_REFUSAL' | 'WARN',
  version = 1,
) => ({ rule, version, pointer: '', says: 'WRONG', consequence });

interface Machine {
  readonly verdict: 'APPROVE' | 'RETURN' | 'REFER';
  readonly at: string;
  /** since when it had been submitted */
  readonly seconds?: number;
  readonly findings?: readonly ReturnType<typeof aFinding>[];
  readonly measured?: Partial<Measured>;
  readonly registered?: boolean;
  readonly facts?: object;
}

let serial = 0;

/** Decisions in the database as the procedure leaves them, and the sweep that counts them, at a clock that the test sets. */
export function decisionsIn(database: Database) {
  const { documents, tables } = database;
  const { store, sent } = applicationsIn(database);
  const keep = keepDecision(documents, tables.applications, store);
  const clockNow = { now: 0 };

  /** The machine decides on an application of its own. */
  const byMachine = async ({
    verdict,
    at,
    seconds = 2,
    findings = [],
    measured = {},
    registered = verdict === 'APPROVE',
    facts = {},
  }: Machine): Promise<ApplicationRecord> => {
    const submittedAt = later(at, -seconds);
    const { application } = await sent({ form: aForm({ name: freshName() }), at: submittedAt });
    const hits = hitsOf(findings);
    const ruleSet = { id: 'test', hash: measured.ruleSet ?? 'rules-1' };
    const counted: Measured = {
      registrar: '440115',
      bundle: 'B01',
      lane: 'SINGLE',
      source: 'SELF',
      takenInAt: submittedAt,
      submittedAt,
      verdict,
      ruleSet: ruleSet.hash,
      ...(hits.length > 0 && { hits }),
      ...measured,
    };
    await keep(application, {
      schemaVersion: 1,
      round: counted.round ?? 1,
      decidedAt: at,
      verdict,
      findings: [...findings],
      rules: [],
      ruleSet,
      facts,
      measured: counted,
    });
    if (registered) await register(application.id, later(at, 1));
    return store.read(application.id, 1);
  };

  /** What RegisterBusiness leaves, as far as a second reading looks at it. */
  const register = async (id: string, at: string): Promise<string> => {
    const { application, sent: of } = await store.read(id, 1);
    const uscc = usccOf({ class: '1', division: '440115', serial: ++serial });
    const business = Business.parse({
      schemaVersion: 1,
      uscc,
      status: 'REGISTERED',
      registrar: '440115',
      serial,
      applicationId: id,
      attempt: 1,
      face: {
        uscc,
        name: of.form.name ?? '',
        head: '岑晓岚',
        type: '有限责任公司',
        capitalFen: 100_000_000,
        address: '广州市南沙区望潮街12号305房',
        scope: '日用百货销售。',
        registrar: '广州市南沙区市场监督管理局',
        established: '2026-11-23',
      },
    });
    const move = { to: ['REGISTERED'], at, by: 'automatic review', subject: {} } as const;
    await commit(documents, await store.moved(application, { ...move, change: { uscc } }));
    await documents.send(
      new PutCommand({ TableName: tables.register, Item: { ...businessKey(uscc), ...business } }),
    );
    return uscc;
  };

  /** An official has decided the case of what the machine referred (or returned), and it took effect. */
  const byPerson = async (
    record: ApplicationRecord,
    outcome: 'REGISTER' | 'RETURN' | 'REFUSE' | 'HAND_OVER',
    at: string,
  ): Promise<Case> => {
    const opened = newCase(record, {
      reason: 'REVIEW',
      at,
      openedBy: 'execution-1',
      receivedAt: record.application.submittedAt ?? at,
    });
    const decision = { outcome, reason: '核对无误', by: 'official-1', at, effectiveAt: at };
    const closed = carriedOut({ ...opened, state: 'DECIDED', decision }, at);
    const { Put } = caseWrite(tables.applications, closed);
    await documents.send(new PutCommand(Put as ConstructorParameters<typeof PutCommand>[0]));
    return closed;
  };

  const switchOff = switchingOff({
    ...publishedStore(documents, tables.register),
    newId,
    now: () => clockNow.now,
  });
  const cases = caseStore(documents, tables.applications);
  const clock = async () => RELEASED_CLOCK;
  const conclude = concludingSamples(documents, tables.applications, tables.register);
  const ports: SweepDecisionsPorts = {
    ...tallyStore(documents, tables.applications),
    ...sampleStore(documents, tables.applications),
    ...switchedOffStore(documents, tables.applications),
    decided: decidedBetween(documents, tables.applications),
    record: store.read,
    key: aPersonKey,
    conclude: ({ task }, at) => conclude(task, at),
    switchOff: (rule, reason) => switchOff(rule, reason, 'agreement'),
    shadow: async () => undefined,
    clock,
    escalate: escalateSamples({
      queue: queueStore(documents, tables.applications).queue,
      read: readCaseOrSample(documents, tables.applications),
      write: cases.write,
      clock,
      now: () => clockNow.now,
    }),
    now: () => clockNow.now,
  };
  return {
    store,
    ports,
    byMachine,
    byPerson,
    register,
    published: publishedStore(documents, tables.register).published,
    sweepAt: (moment: string, change: Partial<SweepDecisionsPorts> = {}) => {
      clockNow.now = Date.parse(moment);
      return sweepDecisions({ ...ports, ...change })();
    },
  };
}
