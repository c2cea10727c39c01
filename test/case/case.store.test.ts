import { describe, expect, it } from 'vitest';
import type { Case } from '#functions/application/case.ts';
import type { QueuedCase, QueuePage } from '#functions/case/queue.ts';
import { newId } from '#functions/runtime/draws.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { anOffice } from './an-office.ts';

const { cases, referred, taskOf } = anOffice(await aDatabase());

const dueOn = (day: number) => `2026-12-0${day}T16:00:00.000Z`;
const inQueue = async (registrar: string, day: number, change: Partial<Case> = {}) =>
  taskOf(await referred({}, { registrar, due: dueOn(day), ...change }));

describe('a registrar’s queue', () => {
  it('shows open cases, the soonest due first, whenever they came', async () => {
    const [third, first, second] = [
      await inQueue('440103', 3),
      await inQueue('440103', 1),
      await inQueue('440103', 2),
    ];
    const { cases: queued, next } = await cases.queue('440103', 10);
    expect(queued.map(({ task, due }) => ({ task, due }))).toEqual([
      { task: first, due: dueOn(1) },
      { task: second, due: dueOn(2) },
      { task: third, due: dueOn(3) },
    ]);
    expect(next).toBeUndefined();
  });

  it('shows the favoured first of those that are due together, and never before who is due sooner', async () => {
    const favour = { rank: 'FAVOURED', because: [] } as const;
    const ordinary = await inQueue('440117', 2);
    const favoured = await inQueue('440117', 2, { favour });
    const later = await inQueue('440117', 3, { favour });
    const sooner = await inQueue('440117', 1);
    const tasks = async () => (await cases.queue('440117', 10)).cases.map(({ task }) => task);
    expect(await tasks()).toEqual([sooner, favoured, ordinary, later]);
    const read = await cases.read(later);
    await cases.write({ ...read, due: dueOn(1), escalations: 1, version: 2 }, read);
    expect(await tasks()).toEqual([later, sooner, favoured, ordinary]);
  });

  it('comes page by page, each case once, also where several are due at once', async () => {
    const days = [1, 1, 1, 2, 2];
    for (const day of days) await inQueue('440104', day);
    const seen: QueuedCase[] = [];
    let after: QueuePage['next'];
    do {
      const page = await cases.queue('440104', 2, after);
      seen.push(...page.cases);
      after = page.next;
    } while (after);
    expect(seen.map(({ due }) => due)).toEqual(days.map(dueOn));
    expect(new Set(seen.map(({ task }) => task.applicationId)).size).toBe(5);
  });

  it('shows nothing of another registrar, and nothing decided or closed', async () => {
    const task = await inQueue('440105', 1);
    expect((await cases.queue('440106', 10)).cases).toEqual([]);
    const open = await cases.read(task);
    await cases.write({ ...open, state: 'CLOSED', version: 2 }, open);
    expect((await cases.queue('440105', 10)).cases).toEqual([]);
  });
});

describe('a case in the table', () => {
  it('is written under the version that was read', async () => {
    const task = await inQueue('440111', 1);
    const read = await cases.read(task);
    const outcomes = await Promise.all(
      ['official-1', 'official-2'].map((holder) =>
        cases.write({ ...read, holder, version: 2 }, read),
      ),
    );
    expect(outcomes.toSorted()).toEqual(['MOVED', 'WRITTEN']);
  });

  it('keeps the last token without a new version', async () => {
    const task = await inQueue('440112', 1);
    await cases.keepToken(task, 'token-1');
    expect(await cases.keepToken(task, 'token-2')).toMatchObject({
      taskToken: 'token-2',
      version: 1,
    });
  });

  it('is not found where there is none, and no token makes one', async () => {
    const nowhere = { applicationId: newId('ap'), attempt: 1 };
    await expect(cases.read(nowhere)).rejects.toMatchObject({ name: 'ApplicationNotFound' });
    await expect(cases.keepToken(nowhere, 'token-1')).rejects.toThrow();
    await expect(cases.read(nowhere)).rejects.toMatchObject({ name: 'ApplicationNotFound' });
  });
});
