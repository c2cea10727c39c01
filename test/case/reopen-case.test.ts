import { describe, expect, it } from 'vitest';
import { aDatabase } from '#test/builders/a-database.ts';
import { anOffice } from './an-office.ts';

const { reopen, referred, decidedByOfficial, taskOf, cases } = anOffice(await aDatabase());

describe('a case whose name or place was lost after the decision', () => {
  it('is open again with what happened, and its decision is gone', async () => {
    const task = taskOf(await decidedByOfficial('REGISTER'));
    expect((await reopen(task)).outcome).toBe('REOPENED');
    const again = await cases.read(task);
    expect(again).toMatchObject({ state: 'OPEN', lost: true, version: 3 });
    expect(again.decision).toBeUndefined();
    expect((await cases.queue('440115', 10)).cases.map((it) => it.task)).toContainEqual(task);
  });

  it('is reopened once, though the machine asks twice', async () => {
    const task = taskOf(await decidedByOfficial('REGISTER'));
    await reopen(task);
    await reopen(task);
    expect((await cases.read(task)).version).toBe(3);
  });

  it('keeps what an official does with an open one', async () => {
    const task = taskOf(await referred({}, { holder: 'official-2' }));
    await reopen(task);
    expect(await cases.read(task)).toMatchObject({ holder: 'official-2', version: 1 });
  });
});
