import { describe, expect, it } from 'vitest';
import { decide, take, withdrawDecision } from '#functions/case/decide.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { anOffice } from './an-office.ts';

const { cases, ports, referred, taskOf, setClock, wokenBy, awaitDecision, carryOut } = anOffice(
  await aDatabase(),
);
const REGISTER = { outcome: 'REGISTER', reason: '核对无误' } as const;
const REFUSE = { outcome: 'REFUSE', reason: '材料虚假' } as const;
const LEASE = 15 * 60;

/** A case that waits for a decision, its machine's token kept. */
async function aCase(taskToken?: string) {
  setClock(0);
  const task = taskOf(await referred({}, taskToken ? { taskToken } : {}));
  return { task, read: () => cases.read(task) };
}
const taken = async (official = 'official-1', taskToken?: string) => {
  const { task, read } = await aCase(taskToken);
  return { task, read, mine: await take(ports, await read(), official) };
};

describe('a case', () => {
  it('is one official’s for a quarter of an hour', async () => {
    const { read } = await taken();
    await expect(take(ports, await read(), 'official-2')).rejects.toMatchObject({
      name: 'CaseNotHeld',
    });
    setClock(LEASE);
    expect((await take(ports, await read(), 'official-2')).holder).toBe('official-2');
  });

  it('stays his as long as he renews the lease', async () => {
    const { read } = await taken();
    setClock(LEASE - 1);
    await take(ports, await read(), 'official-1');
    setClock(LEASE + 1);
    await expect(take(ports, await read(), 'official-2')).rejects.toMatchObject({
      name: 'CaseNotHeld',
    });
  });

  it('is taken by exactly one of two who try at once', async () => {
    const { read } = await aCase();
    const open = await read();
    const outcomes = await Promise.all(
      ['official-1', 'official-2'].map((official) =>
        take(ports, open, official).then(
          () => official,
          (error: Error) => error.name,
        ),
      ),
    );
    expect(outcomes).toContain('CaseMoved');
    expect(outcomes).toContain((await read()).holder);
  });

  it('is decided only by whom it is held', async () => {
    const { read } = await taken('official-1');
    const notHeld = { name: 'CaseNotHeld' };
    await expect(decide(ports, await read(), 'official-2', REFUSE)).rejects.toMatchObject(notHeld);
    setClock(LEASE);
    await expect(decide(ports, await read(), 'official-1', REFUSE)).rejects.toMatchObject(notHeld);
    expect(await read()).toMatchObject({ state: 'OPEN', version: 2 });
  });
});

describe('a decision', () => {
  it('is kept with its reason, held for a minute, and only then wakes the machine', async () => {
    const { read, mine } = await taken('official-1', 'token-1');
    const before = wokenBy('token-1');
    await decide(ports, mine, 'official-1', REGISTER);
    expect(await read()).toMatchObject({
      state: 'DECIDED',
      decision: {
        ...REGISTER,
        by: 'official-1',
        at: '2026-11-23T04:00:00.000Z',
        effectiveAt: '2026-11-23T04:01:00.000Z',
      },
    });
    expect([before, wokenBy('token-1')]).toEqual([[], [60]]);
  });

  it('of an official who paused while another decided is refused and changes nothing', async () => {
    const { read, mine: paused } = await taken('official-1');
    setClock(LEASE);
    const his = await take(ports, await read(), 'official-2');
    await decide(ports, his, 'official-2', REGISTER);
    const decided = await read();
    setClock(LEASE - 1); // the paused one's own clock says that his lease still holds
    await expect(decide(ports, paused, 'official-1', REFUSE)).rejects.toMatchObject({
      name: 'CaseMoved',
    });
    expect(await read()).toEqual(decided);
  });

  it('is made once', async () => {
    const { read, mine } = await taken();
    await decide(ports, mine, 'official-1', REGISTER);
    await expect(decide(ports, await read(), 'official-1', REFUSE)).rejects.toMatchObject({
      name: 'NotInThisState',
    });
    await expect(take(ports, await read(), 'official-2')).rejects.toMatchObject({
      name: 'NotInThisState',
    });
  });

  it('that came before the token wakes the machine as soon as it waits', async () => {
    const { task, mine } = await taken();
    await decide(ports, mine, 'official-1', REGISTER);
    setClock(20);
    expect(await awaitDecision({ ...task, taskToken: 'token-2' })).toEqual({ outcome: 'AWAKE' });
    expect(wokenBy('token-2')).toEqual([40]);
  });

  it('that crosses the token on its way does not lose it', async () => {
    const { task, read, mine } = await taken();
    expect(await awaitDecision({ ...task, taskToken: 'token-3' })).toEqual({ outcome: 'WAITING' });
    await expect(decide(ports, mine, 'official-1', REGISTER)).rejects.toMatchObject({
      name: 'CaseMoved',
    });
    await decide(ports, await read(), 'official-1', REGISTER);
    expect(wokenBy('token-3')).toEqual([60]);
  });
});

describe('a decision taken back', () => {
  const decided = async (taskToken?: string) => {
    const { task, read, mine } = await taken('official-1', taskToken);
    await decide(ports, mine, 'official-1', REFUSE);
    return { task, read };
  };

  it('while it is held opens the case again, still his, and is not carried out', async () => {
    const { task, read } = await decided('token-4');
    setClock(59);
    await withdrawDecision(ports, await read(), 'official-1');
    const open = await read();
    expect(open).toMatchObject({ state: 'OPEN', holder: 'official-1', taskToken: 'token-4' });
    expect(open.decision).toBeUndefined();
    setClock(61);
    expect((await carryOut(task)).outcome).toBe('UNDECIDED');
  });

  it('after the hold is too late', async () => {
    const { read } = await decided();
    setClock(60);
    await expect(withdrawDecision(ports, await read(), 'official-1')).rejects.toMatchObject({
      name: 'NotInThisState',
    });
    expect((await read()).state).toBe('DECIDED');
  });

  it('is not done by another one', async () => {
    const { read } = await decided();
    await expect(withdrawDecision(ports, await read(), 'official-2')).rejects.toMatchObject({
      name: 'CaseNotHeld',
    });
  });

  it('that is not there is not in this state', async () => {
    const { mine } = await taken();
    await expect(withdrawDecision(ports, mine, 'official-1')).rejects.toMatchObject({
      name: 'NotInThisState',
    });
  });
});
