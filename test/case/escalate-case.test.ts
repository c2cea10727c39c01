import { describe, expect, it } from 'vitest';
import { aDatabase } from '#test/builders/a-database.ts';
import { anOffice } from './an-office.ts';

const { escalate, referred, decidedByOfficial, taskOf, cases, setClock, ports } = anOffice(
  await aDatabase(),
);
const HOUR = 3600;
/** From noon of Monday to the end of Thursday, when the statutory clock runs out. */
const DEADLINE = (3 * 24 + 12) * HOUR;

describe('a case whose clock ran out', () => {
  it('is told one level higher, and waits until the end of the next working day', async () => {
    const task = taskOf(await referred());
    setClock(DEADLINE);
    expect(await escalate(task)).toEqual({ outcome: 'ESCALATED', secondsToDeadline: 24 * HOUR });
    expect(await cases.read(task)).toMatchObject({
      state: 'OPEN',
      escalations: 1,
      due: '2026-11-27T16:00:00.000Z',
      version: 2,
    });
    setClock(DEADLINE + 24 * HOUR); // the end of Friday: the weekend does not count
    expect((await escalate(task)).secondsToDeadline).toBe(3 * 24 * HOUR);
    expect((await cases.read(task)).escalations).toBe(2);
  });

  it('is escalated once, though the machine asks twice', async () => {
    const task = taskOf(await referred());
    setClock(DEADLINE);
    await escalate(task);
    setClock(DEADLINE + HOUR);
    expect(await escalate(task)).toEqual({ outcome: 'NOT_DUE', secondsToDeadline: 23 * HOUR });
    expect((await cases.read(task)).escalations).toBe(1);
  });

  it('is never decided by it, and not escalated where the decision came meanwhile', async () => {
    const task = taskOf(await decidedByOfficial('REFUSE'));
    setClock(DEADLINE);
    expect((await escalate(task)).outcome).toBe('NOT_DUE');
    expect(await cases.read(task)).toMatchObject({ state: 'DECIDED', escalations: 0, version: 2 });
  });

  it('is not escalated by a machine whose case another has taken over', async () => {
    const task = taskOf(await referred());
    const { openedBy } = await cases.read(task);
    setClock(DEADLINE);
    expect((await escalate({ ...task, execution: 'one that came late' })).outcome).toBe('ENDED');
    expect((await cases.read(task)).escalations).toBe(0);
    expect((await escalate({ ...task, execution: openedBy })).outcome).toBe('ESCALATED');
  });

  it('is left where it was closed meanwhile', async () => {
    const task = taskOf(await referred());
    const open = await cases.read(task);
    await ports.write({ ...open, state: 'CLOSED', version: 2 }, open);
    expect((await escalate(task)).outcome).toBe('ENDED');
  });
});
