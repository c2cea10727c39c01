import { afterEach, describe, expect, it } from 'vitest';
import { CaseView, caseView } from '#functions/api/case-view.ts';
import { applicationStore } from '#functions/application/application.store.ts';
import type { ApplicationRecord } from '#functions/application/application.ts';
import { caseIn, NO_EXECUTION } from '#functions/application/case.ts';
import { decisionPart, decisionsIn } from '#functions/application/decision.ts';
import { caseStore, openingOf } from '#functions/case/case.store.ts';
import { RELEASED_CLOCK } from '#functions/case/case-clock.ts';
import { openCase } from '#functions/case/open-case.ts';
import { keepDecision } from '#functions/review/review.store.ts';
import { newSalt } from '#functions/runtime/draws.ts';
import { caseIdOf } from '#functions/shared/ids.ts';
import { aDatabase, loseNextAnswer } from '#test/builders/a-database.ts';
import { aForm } from '#test/builders/a-form.ts';
import { applicationsIn, freshName, SENT_AT } from '#test/builders/applications-in.ts';
import { aFinding } from '#test/statistics/decisions-in.ts';

const database = await aDatabase();
const { store, sent, decided, approved, referred } = applicationsIn(database);
const clock = { now: Date.parse(SENT_AT) };

function aProcess() {
  const client = database.newClient();
  const applications = applicationStore(client, database.tables.applications, newSalt);
  const open = openCase({
    record: ({ applicationId, attempt }) => applications.read(applicationId, attempt),
    open: openingOf(client, database.tables.applications, applications),
    write: caseStore(client, database.tables.applications).write,
    clock: async () => RELEASED_CLOCK,
    now: () => clock.now,
  });
  return {
    client,
    open: ({ application: { id } }: ApplicationRecord, execution = 'execution-1') =>
      open({ applicationId: id, attempt: 1, execution }),
  };
}
const { open } = aProcess();
const openedOf = async ({ application: { id } }: ApplicationRecord) =>
  caseIn((await store.read(id)).parts);
const toReview = async () => decided(await sent(), 'REFER');

/** Noon of Monday to the end of Thursday in Guangzhou. */
const TO_DEADLINE = (3 * 24 + 12) * 3600;

describe('opening a case', () => {
  it('keeps the rules by which something stands against it, each once, and no warning', async () => {
    const record = await toReview();
    const task = { applicationId: record.application.id, attempt: 1 };
    const [decision] = decisionsIn(record.parts);
    const findings = [
      aFinding('NM-09', 'WARN'),
      aFinding('NM-07', 'REFER'),
      aFinding('AD-10', 'REFER'),
      aFinding('NM-07', 'REFER'),
    ];
    await store.keepPart(task, decisionPart(1), { ...Object(decision), findings });
    await open(record);
    expect((await openedOf(record))?.rules).toEqual(['AD-10', 'NM-07']);
    const plain = await toReview();
    await open(plain);
    expect((await openedOf(plain))?.rules).toBeUndefined();
  });

  it('keeps with the case why it stands before others, and who looks after it', async () => {
    const { application, sent: attempt } = await sent();
    const referral = {
      ...{ pointer: '/people/p1', list: 'FAVOURED', ground: 'KEY_ENTERPRISE' },
      ...{ from: '2026-11-01', until: '2027-10-31', source: '广州市商务局' },
    };
    await keepDecision(
      database.documents,
      database.tables.applications,
      store,
    )(application, {
      schemaVersion: 1,
      round: 1,
      decidedAt: SENT_AT,
      verdict: 'REFER',
      findings: [],
      rules: [],
      ruleSet: { id: 'test', hash: '' },
      facts: {
        form: attempt.form,
        submittedOn: '2026-11-23',
        decidedOn: '2026-11-23',
        listed: [{ ...referral, officer: 'official-nansha' }],
      },
    });
    const record = await store.read(application.id, 1);
    await open(record);
    const { ground, source, from, until } = referral;
    expect((await openedOf(record))?.favour).toEqual({
      rank: 'FAVOURED',
      because: [{ ground, source, from, until }],
      officer: 'official-nansha',
    });
    const opened = caseView(
      (await openedOf(record)) ?? expect.fail(),
      await store.read(application.id, 1),
      'zh-Hans',
      clock.now,
    );
    expect(CaseView.parse(opened).favour?.officer).toBe('official-nansha');
  });

  it('refers the application and puts its case into the registrar’s queue', async () => {
    const record = await toReview();
    expect(await open(record)).toEqual({ outcome: 'OPENED', secondsToDeadline: TO_DEADLINE });
    const { application } = await store.read(record.application.id);
    expect(application).toMatchObject({ state: 'REFERRED', version: 2 });
    expect(await openedOf(record)).toEqual({
      schemaVersion: 1,
      id: caseIdOf({ applicationId: application.id, attempt: 1 }),
      state: 'OPEN',
      version: 1,
      registrar: '440115',
      reason: 'REVIEW',
      openedAt: SENT_AT,
      openedBy: 'execution-1',
      due: '2026-11-26T16:00:00.000Z',
      escalations: 0,
      measured: {
        registrar: '440115',
        bundle: 'OTHER',
        lane: 'SINGLE',
        source: 'SELF',
        takenInAt: SENT_AT,
        submittedAt: SENT_AT,
      },
    });
  });

  it('happens once: a second execution finds it open', async () => {
    const record = await toReview();
    await open(record);
    expect(await open(record, 'execution-2')).toEqual({
      outcome: 'ALREADY_OPEN',
      secondsToDeadline: TO_DEADLINE,
    });
    expect((await openedOf(record))?.openedBy).toBe('execution-1');
  });

  it('happens once of two executions at the same time', async () => {
    const record = await toReview();
    const outcomes = await Promise.all(
      ['execution-1', 'execution-2'].map((execution) =>
        open(record, execution).then(
          ({ outcome }) => outcome,
          (error: Error) => error.name,
        ),
      ),
    );
    expect(outcomes).toContain('OPENED');
    expect(['ALREADY_OPEN', 'ApplicationMoved']).toContain(
      outcomes.find((outcome) => outcome !== 'OPENED'),
    );
    expect(await store.history(record.application.id)).toHaveLength(2);
  });

  it('is found done by its own execution when the answer was lost', async () => {
    const record = await toReview();
    const process = aProcess();
    loseNextAnswer(process.client);
    await expect(process.open(record)).rejects.toThrow('the answer was lost');
    expect((await process.open(record)).outcome).toBe('OPENED');
  });

  it('tells why it came', async () => {
    const reasonOf = async (record: ApplicationRecord) => {
      await open(record);
      return (await openedOf(record))?.reason;
    };
    expect(await reasonOf(await toReview())).toBe('REVIEW');
    expect(await reasonOf(await decided(await approved(), 'APPROVE', 2))).toBe('LOST_TWICE');
    expect(await reasonOf(await sent())).toBe('TECHNICAL');
  });

  it('goes to officials of no registrar in particular where the form names none of ours', async () => {
    const record = await sent({ form: aForm({ registrar: '110101', name: freshName() }) });
    await open(record);
    expect((await openedOf(record))?.registrar).toBe('000000');
  });

  it('of what the machine would have returned a third time tells so', async () => {
    const record = await sent();
    const task = { applicationId: record.application.id, attempt: 1 };
    const decision = decisionsIn((await decided(record, 'REFER')).parts)[0];
    await store.keepPart(task, '#DECISION#1', { ...decision, insteadOfReturn: 'TWO_RETURNS' });
    await open(record);
    expect((await openedOf(record))?.reason).toBe('TWO_RETURNS');
  });

  it('is not done for an application that ended meanwhile', async () => {
    const record = await sent({ to: ['DRAFT'] });
    expect(await open(record)).toEqual({ outcome: 'ENDED', secondsToDeadline: 1 });
    expect(await openedOf(record)).toBeUndefined();
  });
});

describe('a case whose execution is gone', () => {
  const at = (moment: string) => {
    clock.now = Date.parse(moment);
  };
  afterEach(() => at(SENT_AT));

  it.each([
    {
      gone: 'before it kept a token',
      change: {},
      minute: '2026-11-23T04:01:00.000Z',
      late: '2026-11-23T04:01:00.001Z',
    },
    {
      gone: 'while it waited, so that nobody escalated it',
      change: { taskToken: 'token-of-the-gone' },
      minute: '2026-11-26T16:01:00.000Z',
      late: '2026-11-26T16:01:00.001Z',
    },
  ])('$gone goes on with another, which may be late for a minute', async (row) => {
    const record = await referred({}, row.change);
    at(row.minute);
    expect((await open(record, 'execution-2')).outcome).toBe('ALREADY_OPEN');
    expect((await open(record, 'execution-1')).outcome).toBe('OPENED');
    at(row.late);
    expect((await open(record, 'execution-2')).outcome).toBe('OPENED');
    const taken = await openedOf(record);
    expect(taken).toMatchObject({ state: 'OPEN', openedBy: 'execution-2', version: 1 });
    expect(taken?.taskToken).toBeUndefined();
  });

  it('is taken over by one of two who come at once', async () => {
    const record = await referred();
    at('2026-11-23T05:00:00.000Z');
    const outcomes = await Promise.all(
      ['execution-2', 'execution-3'].map((execution) =>
        open(record, execution).then(
          ({ outcome }) => outcome,
          (error: Error) => error.name,
        ),
      ),
    );
    expect(outcomes.toSorted()).toEqual(['CaseMoved', 'OPENED']);
  });

  it('is taken over at once where none had come yet', async () => {
    const record = await referred({}, { openedBy: NO_EXECUTION });
    expect((await open(record, 'execution-2')).outcome).toBe('OPENED');
    expect((await open(record, 'execution-3')).outcome).toBe('ALREADY_OPEN');
  });
});
