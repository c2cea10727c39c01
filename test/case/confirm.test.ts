import { describe, expect, it } from 'vitest';
import { decisionPart } from '#functions/application/decision.ts';
import { confirm, propose, takesTwo, withdrawProposal } from '#functions/case/confirm.ts';
import { decide, take, withdrawDecision } from '#functions/case/decide.ts';
import { takeOver } from '#functions/case/take-over.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aFinding } from '#test/statistics/decisions-in.ts';
import { anOffice } from './an-office.ts';

const { cases, ports, referred, store, taskOf, setClock, wokenBy, carryOut, awaitDecision } =
  anOffice(await aDatabase());
const REGISTER = { outcome: 'REGISTER', reason: '有关情形已经消除' } as const;
const REFUSE = { outcome: 'REFUSE', reason: '依法不得担任' } as const;

/** A case that its official holds. */
async function held(taskToken?: string) {
  setClock(0);
  const task = taskOf(await referred({}, taskToken ? { taskToken } : {}));
  const read = () => cases.read(task);
  return { task, read, mine: await take(ports, await read(), 'official-1') };
}
const proposed = async (taskToken?: string) => {
  const { task, read, mine } = await held(taskToken);
  return { task, read, open: await propose(ports, mine, 'official-1', REGISTER) };
};

describe('a ruling', () => {
  it.each([
    ['REGISTER', 'PROPOSE_REFUSAL', true],
    ['REGISTER', 'REFER', false],
    ['REFUSE', 'PROPOSE_REFUSAL', false],
    ['RETURN', 'PROPOSE_REFUSAL', false],
  ] as const)('to %s where the review found %s takes two: %s', async (outcome, consequence, is) => {
    const { application } = await referred();
    const { id, attempt } = application;
    const { parts } = await store.read(id, attempt);
    const decision = Object(parts.get(decisionPart(1)));
    const found = { ...decision, findings: [aFinding('OG-05', consequence)] };
    expect(takesTwo({ parts: new Map([[decisionPart(1), found]]) }, { outcome })).toBe(is);
  });

  it.each([
    ['REGISTER', true],
    ['REFUSE', false],
    ['RETURN', false],
  ] as const)('to %s what no review has looked at takes two: %s', (outcome, is) => {
    expect(takesTwo({ parts: new Map() }, { outcome })).toBe(is);
  });
});

describe('a proposal', () => {
  it('leaves the case open, wakes nothing and is not carried out', async () => {
    const { task, read } = await proposed('token-1');
    expect(await read()).toMatchObject({
      state: 'OPEN',
      proposal: { ...REGISTER, by: 'official-1', at: '2026-11-23T04:00:00.000Z' },
    });
    expect(wokenBy('token-1')).toEqual([]);
    setClock(3600);
    expect((await carryOut(task)).outcome).toBe('UNDECIDED');
  });

  it('is a decision once another has confirmed it, held from then on', async () => {
    const { task, read, open } = await proposed('token-2');
    setClock(600);
    await confirm(ports, open, 'supervisor-1');
    const decided = await read();
    expect(decided).toMatchObject({
      state: 'DECIDED',
      decision: {
        ...REGISTER,
        by: 'official-1',
        confirmedBy: 'supervisor-1',
        effectiveAt: '2026-11-23T04:11:00.000Z',
      },
    });
    expect(decided.proposal).toBeUndefined();
    expect(wokenBy('token-2')).toEqual([60]);
    setClock(659);
    expect((await carryOut(task)).outcome).toBe('UNDECIDED');
    setClock(660);
    expect((await carryOut(task)).outcome).toBe('REGISTER');
  });

  it('is not confirmed by who made it, nor where nothing is proposed', async () => {
    const { open } = await proposed();
    const { mine } = await held();
    for (const read of [open, mine])
      await expect(confirm(ports, read, 'official-1')).rejects.toMatchObject({
        name: 'NotInThisState',
      });
  });

  it('is confirmed by exactly one of two supervisors at once, and once though he asks twice', async () => {
    const { read, open } = await proposed();
    const outcomes = await Promise.all(
      ['supervisor-1', 'supervisor-2', 'supervisor-1'].map((by) =>
        confirm(ports, open, by).then(
          () => by,
          (error: Error) => error.name,
        ),
      ),
    );
    expect(outcomes.filter((it) => it === 'CaseMoved')).toHaveLength(2);
    expect(outcomes).toContain((await read()).decision?.confirmedBy);
  });

  it('is not confirmed as it was before its holder decided otherwise', async () => {
    const { read, open } = await proposed();
    await decide(ports, open, 'official-1', REFUSE);
    await expect(confirm(ports, open, 'supervisor-1')).rejects.toMatchObject({ name: 'CaseMoved' });
    const { decision, proposal } = await read();
    expect([decision?.outcome, decision?.confirmedBy, proposal]).toEqual([
      'REFUSE',
      undefined,
      undefined,
    ]);
  });

  it('crossed by the machine’s token keeps both, and the token wakes at the confirmation', async () => {
    const { task, mine, read } = await held();
    await awaitDecision({ ...task, taskToken: 'token-3' });
    await expect(propose(ports, mine, 'official-1', REGISTER)).rejects.toMatchObject({
      name: 'CaseMoved',
    });
    const open = await propose(ports, await read(), 'official-1', REGISTER);
    await confirm(ports, open, 'supervisor-1');
    expect(wokenBy('token-3')).toEqual([60]);
  });

  it('taken back leaves nothing of it', async () => {
    const { read, open } = await proposed();
    await withdrawProposal(ports, open, 'supervisor-1');
    const left = await read();
    expect([left.state, left.holder, left.proposal]).toEqual(['OPEN', 'supervisor-1', undefined]);
  });

  it('confirmed is taken back by either of the two while it is held', async () => {
    for (const by of ['official-1', 'supervisor-1']) {
      const { open } = await proposed();
      const decided = await confirm(ports, open, 'supervisor-1');
      expect(await withdrawDecision(ports, decided, by)).toMatchObject({
        state: 'OPEN',
        holder: by,
      });
    }
    const { open } = await proposed();
    const decided = await confirm(ports, open, 'supervisor-1');
    await expect(withdrawDecision(ports, decided, 'official-2')).rejects.toMatchObject({
      name: 'CaseNotHeld',
    });
  });
});

describe('a case taken over', () => {
  const reason = '原经办人外出';

  it('is the supervisor’s, with the reason, and the former holder’s late write changes nothing', async () => {
    const { read, mine } = await held();
    await takeOver(ports, mine, 'supervisor-1', reason);
    const taken = await read();
    expect(taken).toMatchObject({
      holder: 'supervisor-1',
      takeOvers: [
        { from: 'official-1', by: 'supervisor-1', at: '2026-11-23T04:00:00.000Z', reason },
      ],
    });
    await expect(decide(ports, mine, 'official-1', REFUSE)).rejects.toMatchObject({
      name: 'CaseMoved',
    });
    expect(await read()).toEqual(taken);
  });

  it('of nobody, or of himself, is only taken', async () => {
    const { mine } = await held();
    const again = await takeOver(ports, mine, 'official-1', reason);
    setClock(15 * 60);
    const lapsed = await takeOver(ports, again, 'supervisor-1', reason);
    expect([lapsed.holder, lapsed.takeOvers]).toEqual(['supervisor-1', undefined]);
  });

  it('is not one that is decided', async () => {
    const { mine } = await held();
    const decided = await decide(ports, mine, 'official-1', REFUSE);
    await expect(takeOver(ports, decided, 'supervisor-1', reason)).rejects.toMatchObject({
      name: 'NotInThisState',
    });
  });

  it('keeps the last twenty', async () => {
    let { mine } = await held();
    for (let nth = 1; nth <= 21; nth++)
      mine = await takeOver(ports, mine, `supervisor-${nth}`, reason);
    expect(mine.takeOvers).toHaveLength(20);
    expect(mine.takeOvers?.at(-1)).toMatchObject({ from: 'supervisor-20', by: 'supervisor-21' });
  });
});
