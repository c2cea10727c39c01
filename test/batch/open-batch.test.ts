import { describe, expect, it } from 'vitest';
import { type Batch, Chunk } from '#functions/batch/batch.ts';
import { type OpenBatchPorts, openBatch } from '#functions/batch/open-batch.ts';
import { DomainError } from '#functions/shared/errors.ts';
import { aBatch, batchId, itsTurn } from './a-batch.ts';

const FILE = '{"a":1}\n'.repeat(90);

/** An agent's batch and its file, in memory. */
function opening({
  bytes = FILE.length,
  file = FILE as string | null,
  format = 'NDJSON' as Batch['format'],
  moved = false,
  another = false,
  tags = ['"first"'],
  now = itsTurn.now(),
  standing = itsTurn.standing as OpenBatchPorts['standing'],
} = {}) {
  let turn: 'FREE' | 'OWN' | 'ANOTHERS' = another ? 'ANOTHERS' : 'FREE';
  let kept = aBatch({ state: 'SUBMITTED', bytes, format });
  const lists: (readonly Chunk[])[] = [];
  const changed = (next: Batch) => {
    if (moved) return 'MOVED' as const;
    kept = { ...next, version: next.version + 1 };
    return 'WRITTEN' as const;
  };
  let read = 0;
  const open = openBatch({
    ...itsTurn,
    standing,
    now: () => now,
    write: async (next) => {
      kept = next;
      return 'WRITTEN';
    },
    takeTurn: async () => {
      turn = turn === 'FREE' ? 'OWN' : turn;
      return turn === 'OWN' ? 'TAKEN' : 'ANOTHERS';
    },
    leaveTurn: async () => {
      if (turn === 'OWN') turn = 'FREE';
    },
    batch: async () => kept,
    file: async () =>
      file === null
        ? undefined
        : {
            size: file.length,
            bytes: new Blob([file]).stream(),
            tag: tags[Math.min(read++, tags.length - 1)] ?? '',
          },
    keepRows: (_, bytes) => bytes,
    keepChunks: async (id, chunks) => {
      lists.push(chunks);
      return `${id}/chunks`;
    },
    opened: async (from, rows, chunks, { fileTag, standing: said } = {}) =>
      changed({
        ...from,
        state: 'RUNNING',
        rows,
        chunks,
        ...(fileTag && { fileTag }),
        ...(said && { standing: said }),
      }),
    rejected: async (from, fault, line) =>
      changed({ ...from, state: 'REJECTED', fault, ...(line !== undefined && { line }) }),
  });
  return { open: () => open({ batchId }), kept: () => kept, lists, turn: () => turn };
}

describe('opening a batch', () => {
  it('keeps what the national agent system says of its agent, and asks once', async () => {
    const asked: string[] = [];
    const standing: OpenBatchPorts['standing'] = (agent) => {
      asked.push(agent);
      return itsTurn.standing(agent);
    };
    const { open, kept } = opening({ standing });
    await open();
    await open();
    expect(asked).toEqual(['agent-1']);
    expect(kept().standing).toMatchObject({ agent: 'agent-1', standing: 'ACTIVE' });
  });

  it.each(['SUSPENDED', 'REMOVED', 'UNKNOWN'] as const)(
    'refuses the file of an agent who is %s whole, and gives back the turn',
    async (said) => {
      const standing: OpenBatchPorts['standing'] = async (agent) => ({
        ...(await itsTurn.standing(agent)),
        standing: said,
      });
      const { open, kept, lists, turn } = opening({ standing });
      expect(await open()).toEqual({ outcome: 'REJECTED', chunks: '' });
      expect(kept()).toMatchObject({ state: 'REJECTED', fault: 'AGENT_NOT_IN_STANDING' });
      expect([lists, turn()]).toEqual([[], 'FREE']);
    },
  );

  it('holds the file as it is while the national agent system is silent', async () => {
    const silent = new DomainError('AgentSystemUnavailable', { because: 'NO_ANSWER' });
    const { open, kept, lists } = opening({ standing: () => Promise.reject(silent) });
    await expect(open()).rejects.toBe(silent);
    expect([kept().state, kept().fault, lists]).toEqual(['SUBMITTED', undefined, []]);
  });

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

  it('goes on with the chunks that it has when it is run again, and changes nothing', async () => {
    const { open, kept, lists } = opening();
    await open();
    const before = kept();
    expect(await open()).toEqual({ outcome: 'OPENED', chunks: `${batchId}/chunks` });
    expect(lists).toHaveLength(1);
    expect(kept()).toBe(before);
  });

  it('keeps the tag of the very file whose rows it counted', async () => {
    const { open, kept } = opening();
    await open();
    expect(kept()).toMatchObject({ fileTag: '"first"' });
  });

  it('rejects a CSV file that is replaced between its two readings', async () => {
    const file = 'clientRowRef\nr-1\n';
    const tags = ['"first"', '"second"'];
    const { open, kept } = opening({ file, bytes: file.length, format: 'CSV', tags });
    expect(await open()).toEqual({ outcome: 'REJECTED', chunks: '' });
    expect(kept()).toMatchObject({ state: 'REJECTED', fault: 'FILE_REPLACED' });
  });

  it('gives a sign of life where it waits for long', async () => {
    const now = itsTurn.now() + 601_000;
    const { open, kept } = opening({ another: true, now });
    expect(await open()).toEqual({ outcome: 'WAIT', chunks: '' });
    expect(kept()).toMatchObject({ state: 'SUBMITTED', version: 2 });
    const soon = opening({ another: true, now: now - 2_000 });
    await soon.open();
    expect(soon.kept().version).toBe(1);
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
