import { describe, expect, it } from 'vitest';
import { decide, take } from '#functions/case/decide.ts';
import { extend } from '#functions/case/extend.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { anOffice } from './an-office.ts';

const { cases, escalate, ports, referred, setClock, taskOf } = anOffice(await aDatabase());
/** From noon of Monday to the end of Thursday, when the statutory clock runs out. */
const DEADLINE = (3 * 24 + 12) * 3600;
const EXTENDED = '2026-12-01T16:00:00.000Z';

async function aCase() {
  setClock(0);
  const task = taskOf(await referred());
  return { task, read: () => cases.read(task) };
}
const head = async (read: () => ReturnType<typeof cases.read>) =>
  extend(ports, await read(), 'head-1', '案情复杂');

describe('an extension by the registrar’s head', () => {
  it('gives three working days more, with who gave them and why', async () => {
    const { read } = await aCase();
    setClock(3600);
    await head(read);
    expect(await read()).toMatchObject({
      state: 'OPEN',
      version: 2,
      due: EXTENDED,
      escalations: 0,
      extension: { by: 'head-1', at: '2026-11-23T05:00:00.000Z', reason: '案情复杂' },
    });
  });

  it('is found by the machine when its old time is over: not due, so it waits again', async () => {
    const { task, read } = await aCase();
    await head(read);
    setClock(DEADLINE);
    expect(await escalate(task)).toEqual({ outcome: 'NOT_DUE', secondsToDeadline: 5 * 86_400 });
    expect((await read()).escalations).toBe(0);
    setClock(DEADLINE + 5 * 86_400);
    expect((await escalate(task)).outcome).toBe('ESCALATED');
  });

  it('is given once, and not by two at the same time', async () => {
    const { read } = await aCase();
    const open = await read();
    const both = await Promise.allSettled(
      ['head-1', 'head-2'].map((by) => extend(ports, open, by, '案情复杂')),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(head(read)).rejects.toMatchObject({ name: 'NotInThisState' });
    expect((await read()).due).toBe(EXTENDED);
  });

  it.each([
    ['when the clock has run out', DEADLINE],
    ['an hour later', DEADLINE + 3600],
  ])('is too late %s', async (_, seconds) => {
    const { read } = await aCase();
    setClock(seconds);
    await expect(head(read)).rejects.toMatchObject({ name: 'NotInThisState' });
    expect(await read()).toMatchObject({ version: 1, due: '2026-11-26T16:00:00.000Z' });
  });

  it('is too late once it was escalated, and while a decision stands', async () => {
    const { task, read } = await aCase();
    setClock(DEADLINE);
    await escalate(task);
    await expect(head(read)).rejects.toMatchObject({ name: 'NotInThisState' });
    const { read: another } = await aCase();
    const mine = await take(ports, await another(), 'official-1');
    await decide(ports, mine, 'official-1', { outcome: 'RETURN', reason: '请更正' });
    await expect(head(another)).rejects.toMatchObject({ name: 'NotInThisState' });
  });
});
