import type { AgentStanding } from '#functions/application/agent-standing.ts';
import { Batch, Chunk, type RowCounts } from '#functions/batch/batch.ts';

export const batchId = 'ba_01JCZZZZZZZZZZZZZZZZZZZZZZ';

/** An agent’s batch, announced and not yet submitted. */
export const aBatch = (change: Partial<Batch> = {}): Batch =>
  Batch.parse({
    schemaVersion: 1,
    id: batchId,
    agent: 'agent-1',
    state: 'CREATED',
    version: 1,
    bytes: 1_000,
    createdAt: '2026-11-23T02:00:00.000Z',
    ...change,
  });

export const aChunk = (change: Partial<Chunk> = {}): Chunk =>
  Chunk.parse({
    batchId,
    chunk: 1,
    firstRow: 1,
    rows: 12,
    byteStart: 0,
    byteEnd: 1_000,
    ...change,
  });

export const counts = (change: Partial<RowCounts> = {}): RowCounts => ({
  registered: 0,
  returned: 0,
  referred: 0,
  signing: 0,
  unfinished: 0,
  invalid: 0,
  linked: 0,
  ...change,
});

/** An agent in standing who has one batch only. */
export const itsTurn = {
  takeTurn: async () => 'TAKEN' as const,
  leaveTurn: async () => {},
  countDecisions: async () => {},
  chunksKey: (id: string) => `${id}/chunks`,
  now: () => Date.parse('2026-11-23T02:00:00.000Z'),
  standing: async (agent: string): Promise<AgentStanding> => ({
    agent,
    standing: 'ACTIVE',
    at: '2026-11-23T02:00:00.000Z',
  }),
};
