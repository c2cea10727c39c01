import { describe, expect, it } from 'vitest';
import type { Batch, RowCounts } from '#functions/batch/batch.ts';
import { closeBatch } from '#functions/batch/close-batch.ts';
import { periodOf } from '#functions/party/traces.ts';
import { aBatch, batchId, counts, itsTurn } from './a-batch.ts';

/** A running batch of three chunks; `closed` is its ledger. */
function closing(closed: RowCounts[], change: Partial<Batch> = {}) {
  let kept = aBatch({ state: 'RUNNING', version: 3, rows: 90, chunks: 3, ...change });
  const counted = new Map<string, unknown>();
  const close = closeBatch({
    ...itsTurn,
    countDecisions: async (agent, period, decisions, at) =>
      void counted.set(`${agent} ${period} ${at}`, decisions),
    batch: async () => kept,
    reopenShort: async () => 0,
    closedChunks: async () => closed,
    chunksKey: (id) => `${id}/chunks`,
    write: async (next, read) => {
      if (read.version !== kept.version) return 'MOVED';
      kept = next;
      return 'WRITTEN';
    },
  });
  return { close: (closing?: string) => close({ batchId, closing }), kept: () => kept, counted };
}
const LEDGER = [
  counts({ registered: 30, returned: 8, invalid: 2 }),
  counts({ registered: 38, linked: 1, signing: 1 }),
  counts({ registered: 9, unfinished: 1 }),
];

describe('closing a batch', () => {
  it('sums up the ledger, whatever the progress said', async () => {
    const { close, kept } = closing(LEDGER, { registered: 500, closedChunks: 2 });
    expect(await close()).toEqual({ outcome: 'CLOSED', chunks: `${batchId}/chunks` });
    expect(kept()).toMatchObject({
      state: 'CLOSED',
      version: 4,
      closedChunks: 3,
      ...counts({ registered: 77, returned: 8, invalid: 2, linked: 1, signing: 1, unfinished: 1 }),
    });
  });

  it('counts what was decided for the agent, under the moment of the closing, again where the answer was lost', async () => {
    const { close, counted, kept } = closing(LEDGER);
    const at = '2026-11-23T02:00:00.000Z';
    await close(at);
    await close(at);
    expect([...counted]).toEqual([
      [`${kept().agent} ${periodOf(at)} ${at}`, { decided: 85, returned: 8 }],
    ]);
  });

  it('counts nothing while chunks are missing', async () => {
    const { close, counted } = closing(LEDGER.slice(1));
    await close('2026-11-23T02:00:00.000Z');
    expect(counted.size).toBe(0);
  });

  it('does it once', async () => {
    const { close, kept } = closing(LEDGER);
    await close();
    const before = kept();
    expect(await close()).toMatchObject({ outcome: 'CLOSED' });
    expect(kept()).toBe(before);
  });

  it('asks for another round while chunks are missing, and calls a person after three', async () => {
    const { close, kept } = closing(LEDGER.slice(1));
    const outcomes = [await close(), await close(), await close(), await close()];
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      'INCOMPLETE',
      'INCOMPLETE',
      'STUCK',
      'STUCK',
    ]);
    expect(outcomes.map(({ chunks }) => chunks)).toEqual(Array(4).fill(`${batchId}/chunks`));
    expect(kept()).toMatchObject({ state: 'STUCK', tries: 3, closedChunks: 2, registered: 47 });
  });

  it('counts a round once, though its answer was lost and it is asked for again', async () => {
    const { close, kept } = closing(LEDGER.slice(1));
    const outcomes = [];
    for (const round of ['one', 'one', 'one', 'two', 'two', 'three', 'three'])
      outcomes.push((await close(round)).outcome);
    expect(outcomes).toEqual([...Array(5).fill('INCOMPLETE'), ...Array(2).fill('STUCK')]);
    expect(kept()).toMatchObject({ tries: 3, closing: 'three' });
  });

  it('closes a batch that was stuck, where a machine that a person started has made up for it', async () => {
    const ledger = LEDGER.slice(1);
    const { close, kept } = closing(ledger, { state: 'STUCK', tries: 3, closing: 'three' });
    expect(await close('four')).toMatchObject({ outcome: 'STUCK' });
    ledger.push(...LEDGER.slice(0, 1));
    expect(await close('five')).toMatchObject({ outcome: 'CLOSED' });
    expect(kept()).toMatchObject({ state: 'CLOSED', registered: 77, tries: 3 });
  });

  it('hopes for no more rounds where the file was replaced, and tells so', async () => {
    const { close, kept } = closing(LEDGER.slice(1), { fault: 'FILE_REPLACED' });
    expect(await close('one')).toMatchObject({ outcome: 'STUCK' });
    expect(kept()).toMatchObject({ state: 'STUCK', fault: 'FILE_REPLACED' });
    const whole = closing(LEDGER, { fault: 'FILE_REPLACED' });
    expect(await whole.close('one')).toMatchObject({ outcome: 'CLOSED' });
    expect(whole.kept().fault).toBeUndefined();
  });

  it('closes after a round that made up for what was missing', async () => {
    const ledger = LEDGER.slice(1);
    const { close, kept } = closing(ledger);
    expect(await close()).toMatchObject({ outcome: 'INCOMPLETE' });
    expect(kept()).toMatchObject({ state: 'RUNNING' });
    ledger.push(...LEDGER.slice(0, 1));
    expect(await close()).toMatchObject({ outcome: 'CLOSED' });
    expect(kept()).toMatchObject({ state: 'CLOSED', registered: 77 });
  });

  it('is tried again where the batch moved meanwhile', async () => {
    const close = closeBatch({
      ...itsTurn,
      batch: async () => aBatch({ state: 'RUNNING', chunks: 3 }),
      reopenShort: async () => 0,
      closedChunks: async () => LEDGER,
      chunksKey: (id) => id,
      write: async () => 'MOVED',
    });
    await expect(close({ batchId })).rejects.toMatchObject({ name: 'BatchMoved' });
  });
});
