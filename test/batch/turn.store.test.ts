import { describe, expect, it } from 'vitest';
import { agentTurns } from '#functions/batch/turn.store.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aBatch } from './a-batch.ts';

const { documents, tables } = await aDatabase();
let now = Date.parse('2026-11-23T02:00:00.000Z');
const { takeTurn, leaveTurn } = agentTurns(documents, tables.batches, () => now);

let agents = 0;
const twoOf = () => {
  const agent = `agent-${++agents}`;
  return ['ba_00000000000000000000000001', 'ba_00000000000000000000000002'].map((id) =>
    aBatch({ id, agent }),
  ) as [ReturnType<typeof aBatch>, ReturnType<typeof aBatch>];
};

describe('an agent’s turn', () => {
  it('is one batch’s at a time, whichever of ten at once comes first', async () => {
    const agent = 'agent-of-ten';
    const ten = Array.from({ length: 10 }, (_, n) =>
      aBatch({ id: `ba_0000000000000000000000000${n}`, agent }),
    );
    const outcomes = await Promise.all(ten.map(takeTurn));
    expect(outcomes.filter((it) => it === 'TAKEN')).toHaveLength(1);
  });

  it('is taken again by the batch that has it: everything may run twice', async () => {
    const [first, second] = twoOf();
    expect(await takeTurn(first)).toBe('TAKEN');
    expect(await takeTurn(first)).toBe('TAKEN');
    expect(await takeTurn(second)).toBe('ANOTHERS');
  });

  it('goes to the next when it is given back, and is not given back by another', async () => {
    const [first, second] = twoOf();
    await takeTurn(first);
    await leaveTurn(second);
    expect(await takeTurn(second)).toBe('ANOTHERS');
    await leaveTurn(first);
    await leaveTurn(first);
    expect(await takeTurn(second)).toBe('TAKEN');
  });

  it('is another agent’s own affair', async () => {
    const [first] = twoOf();
    const [other] = twoOf();
    expect([await takeTurn(first), await takeTurn(other)]).toEqual(['TAKEN', 'TAKEN']);
  });

  it('is nobody’s after a day, by when a machine that died would have ended', async () => {
    const [first, second] = twoOf();
    await takeTurn(first);
    now += 86_400_001;
    expect(await takeTurn(second)).toBe('TAKEN');
  });
});
