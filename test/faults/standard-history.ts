import type { Actor, Officials, Plan, Wish } from './plan.ts';

const alone = (actor: Actor, change: Partial<Plan> = {}): Plan => ({
  actors: [actor],
  places: 2,
  faults: [],
  sweeps: 0,
  restart: false,
  evicts: false,
  cold: false,
  ...change,
});
const one = (wish: Wish, officials: Officials = 'NONE'): Extract<Actor, { kind: 'ONE' }> => ({
  kind: 'ONE',
  wish,
  sends: 'AT_ONCE',
  officials,
});
const REFERRED = { type: 'INDIVIDUAL', stopped: 'REFERRED', hosted: true } as const;

/** The standard history, in parts that need nothing of each other: together they go through every task of every machine. */
export const STANDARD: readonly Plan[] = [
  alone(one({ type: 'COMPANY', hosted: true })),
  alone(one({ type: 'INDIVIDUAL' }), { cold: true }),
  alone(one({ type: 'COMPANY', stopped: 'RETURNED' })),
  alone({ ...one({ type: 'SOLE', stopped: 'RETURNED' }), sends: 'DRAFT', corrects: 0 }),
  alone(one(REFERRED, 'REGISTER')),
  alone(one(REFERRED, 'REFUSE')),
  alone(one(REFERRED, 'UNDO')),
  alone(one(REFERRED, 'LATE')),
  alone({ ...one(REFERRED), withdraws: 'AFTER' }),
  alone(one(REFERRED, 'REFUSE'), { stops: true }),
  alone(one({ type: 'COMPANY', hosted: true }), { evicts: true }),
  alone(one(REFERRED, 'REGISTER'), { evicts: true }),
  alone({ kind: 'FILE', rows: ['LAWFUL', 'NOT_JSON', 'HOSTED', 'SAME_AGAIN'] }),
  alone({ kind: 'FILE', rows: ['LAWFUL'] }, { fells: 'Take in chunk' }),
  alone({ ...one({ type: 'COMPANY' }), links: { order: 0, first: 0, last: 'THEN_SIGNS' } }),
  alone({ ...one({ type: 'COMPANY' }), links: { order: 0, first: 1, edits: true } }),
  alone(
    { ...one({ type: 'COMPANY' }), links: { order: 0, first: 0, last: 'NEVER' } },
    { leaps: true },
  ),
  alone({ ...one({ type: 'SOLE', stopped: 'RETURNED' }, 'REGISTER'), asks: true, reads: true }),
  alone({ ...one({ type: 'SOLE', stopped: 'RETURNED' }, 'RETURN'), corrects: 2 }),
  alone({
    ...one({ type: 'INDIVIDUAL', hosted: true }),
    denied: 'AFTER',
    inquiry: 'ANNULS',
    reads: true,
  }),
  alone({ ...one(REFERRED, 'REGISTER'), denied: 'AFTER' }),
  alone(one(REFERRED, 'HAND_OVER')),
  alone(one(REFERRED, 'EXTEND')),
  alone(one({ type: 'COMPANY', stopped: 'BARRED' }, 'UNDONE')),
  alone(one({ type: 'COMPANY', stopped: 'BARRED' }, 'CONFIRMED'), { counted: true }),
  alone(one({ type: 'INDIVIDUAL' }), { counted: true, readsAgain: 'REFUSE' }),
  alone({ kind: 'CLIENT', sources: 'AGENTS', later: true, open: true, act: 'CHOOSES' }),
  alone({ kind: 'CLIENT', sources: 'AGENTS', later: true, open: true, act: 'ENDS' }),
  {
    ...alone(one({ type: 'INDIVIDUAL' })),
    actors: [{ kind: 'STOP', scope: 'ALL' }, one({ type: 'INDIVIDUAL' })],
  },
];
