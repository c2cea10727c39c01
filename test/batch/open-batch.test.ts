import { describe, expect, it } from 'vitest';
import { type Batch, Chunk } from '#functions/batch/batch.ts';
import { openBatch } from '#functions/batch/open-batch.ts';
import { aBatch, batchId } from './a-batch.ts';

const FILE = '{"a":1}\n'.repeat(90);

/** An agent's batch and its file, in memory. */
function opening({
  bytes = FILE.length,
  file = FILE as string | null,
  moved = false,
  another = false,
} = {}) {
  let turn: 'FREE' | 'OWN' | 'ANOTHERS' = another ? 'ANOTHERS' : 'FREE';
  let kept = aBatch({ state: 'SUBMITTED', bytes });
  const lists: (readonly Chunk[])[] = [];
  const changed = (next: Batch) => {
    if (moved) return 'MOVED' as const;
    kept = { ...next, version: next.version + 1 };
    return 'WRITTEN' as const;
  };
  const open = openBatch({
    takeTurn: async () => {
      turn = turn === 'FREE' ? 'OWN' : turn;
      return turn === 'OWN' ? 'TAKEN' : 'ANOTHERS';
    },
    leaveTurn: async () => {
      if (turn === 'OWN') turn = 'FREE';
    },
    batch: async () => kept,
    file: async () =>
      file === null ? undefined : { size: file.length, bytes: new Blob([file]).stream() },
    keepRows: (_, bytes) => bytes,
    keepChunks: async (id, chunks) => {
      lists.push(chunks);
      return `${id}/chunks`;
    },
    opened: async (read, rows, chunks) => changed({ ...read, state: 'RUNNING', rows, chunks }),
    rejected: async (read, fault, line) =>
      changed({ ...read, state: 'REJECTED', fault, ...(line !== undefined && { line }) }),
  });
  return { open: () => open({ batchId }), kept: () => kept, lists, turn: () => turn };
}

describe('opening a batch', () => {
  it('waits while another batch of the same agent runs, and changes nothing', async () => {
    const { open, kept, lists } = opening({ another: true });
    expect(await open()).toEqual({ outcome: 'WAIT', chunks: '' });
    expect([kept().state, lists]).toEqual(['SUBMITTED', []]);
  });

  it('keeps the turn of a batch that runs, and gives back that of one that is rejected', async () => {
    const running = opening();
    await running.open();
    expect(running.turn()).toBe('OWN');
    const rejected = opening({ file: null });
    await rejected.open();
    expect(rejected.turn()).toBe('FREE');
  });

  it('keeps the list of its chunks and tells how many rows there are', async () => {
    const { open, kept, lists } = opening();
    expect(await open()).toEqual({ outcome: 'OPENED', chunks: `${batchId}/chunks` });
    expect(kept()).toMatchObject({ state: 'RUNNING', rows: 90, chunks: 3 });
    expect(lists[0]?.map((it) => Chunk.parse(it).chunk)).toEqual([1, 2, 3]);
    expect(lists[0]?.[1]).toMatchObject({ batchId, firstRow: 41, rows: 40 });
  });

  it('makes the same chunks when it is run again, and changes nothing else', async () => {
    const { open, kept, lists } = opening();
    await open();
    const before = kept();
    expect(await open()).toEqual({ outcome: 'OPENED', chunks: `${batchId}/chunks` });
    expect(lists[1]).toEqual(lists[0]);
    expect(kept()).toBe(before);
  });

  it.each([
    { what: 'there is no file', bytes: 10, file: null, fault: 'NOT_FOUND' },
    { what: 'it has another size than announced', bytes: 721, file: FILE, fault: 'SIZE_DIFFERS' },
    { what: 'it has no rows', bytes: 3, file: '\n\n\n', fault: 'EMPTY' },
    { what: 'it breaks off', bytes: 4, file: '{}\n{', fault: 'CUT_OFF', line: 2 },
  ])('rejects the file where $what', async ({ bytes, file, fault, line }) => {
    const { open, kept, lists } = opening({ bytes, file });
    expect(await open()).toEqual({ outcome: 'REJECTED', chunks: '' });
    expect(kept()).toMatchObject({ state: 'REJECTED', fault });
    expect(kept().line).toBe(line);
    expect(lists).toEqual([]);
    expect(await open()).toEqual({ outcome: 'REJECTED', chunks: '' });
  });

  it('is tried again where the batch moved meanwhile', async () => {
    for (const bytes of [FILE.length, 1]) {
      await expect(opening({ bytes, moved: true }).open()).rejects.toMatchObject({
        name: 'BatchMoved',
      });
    }
  });
});
