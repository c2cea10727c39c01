import { describe, expect, it } from 'vitest';
import type { ApplicationRecord } from '#functions/application/application.ts';
import { caseIn, NO_EXECUTION } from '#functions/application/case.ts';
import { askForPerson } from '#functions/case/ask-for-person.ts';
import { openingOf } from '#functions/case/case.store.ts';
import { RELEASED_CLOCK } from '#functions/case/case-clock.ts';
import { openCase } from '#functions/case/open-case.ts';
import { commit } from '#functions/runtime/transaction.ts';
import type { AttemptTask } from '#functions/shared/ids.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { SENT_AT } from '#test/builders/applications-in.ts';
import { anOffice } from './an-office.ts';

const database = await aDatabase();
const { documents, tables } = database;
const { carryOut, cases, decided, decidedByOfficial, sent, store, taskOf } = anOffice(database);
const NOW = '2026-11-24T04:00:00.000Z';
const referred: AttemptTask[] = [];
const ports = {
  open: openingOf(documents, tables.applications, store),
  refer: async (task: AttemptTask) => void referred.push(task),
  clock: async () => RELEASED_CLOCK,
  now: () => Date.parse(NOW),
};
const read = ({ application: { id } }: Pick<ApplicationRecord, 'application'>) => store.read(id);

/** What the machine returned a day before. */
async function returned(): Promise<ApplicationRecord> {
  const record = await decided(await sent(), 'RETURN');
  const move = { to: ['RETURNED'], at: SENT_AT, by: 'automatic review', subject: {} } as const;
  await commit(documents, await store.moved(record.application, move));
  return read(record);
}

describe('asking for a person', () => {
  it('brings what the machine returned before an official, whose clock begins now', async () => {
    const record = await returned();
    await askForPerson(ports, record);
    const { application, parts } = await read(record);
    expect(application).toMatchObject({ state: 'REFERRED', attempt: 1 });
    expect(caseIn(parts)).toMatchObject({
      state: 'OPEN',
      reason: 'ASKED',
      registrar: '440115',
      openedAt: NOW,
      openedBy: NO_EXECUTION,
      due: '2026-11-27T16:00:00.000Z',
    });
    expect(parts.has('#DECISION#1')).toBe(true);
    const last = (await store.history(application.id)).at(-1);
    expect(last).toMatchObject({ from: 'RETURNED', to: 'REFERRED', by: 'applicant-1' });
    expect(referred).toContainEqual(taskOf(record));
  });

  it('leaves the case to the first machine that comes', async () => {
    const record = await returned();
    await askForPerson(ports, record);
    const open = openCase({
      record: ({ applicationId, attempt }) => store.read(applicationId, attempt),
      open: ports.open,
      write: cases.write,
      clock: ports.clock,
      now: ports.now,
    });
    expect((await open({ ...taskOf(record), execution: 'execution-1' })).outcome).toBe('OPENED');
    expect((await open({ ...taskOf(record), execution: 'execution-2' })).outcome).toBe(
      'ALREADY_OPEN',
    );
  });

  it('is done once', async () => {
    const record = await returned();
    const both = await Promise.allSettled([
      askForPerson(ports, record),
      askForPerson(ports, record),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(askForPerson(ports, await read(record))).rejects.toMatchObject({
      name: 'NotInThisState',
    });
  });

  it('is of no use where a person has returned it, or nobody has', async () => {
    const byOfficial = await decidedByOfficial('RETURN');
    await carryOut(taskOf(byOfficial));
    for (const record of [await read(byOfficial), await sent()]) {
      await expect(askForPerson(ports, record)).rejects.toMatchObject({ name: 'NotInThisState' });
      expect((await read(record)).application.version).toBe(record.application.version);
    }
  });
});
