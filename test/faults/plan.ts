import { type Seeded, seeded } from '#local/sample/seeded.ts';
import { type Fault, KINDS, type Place } from './fault.ts';

/** What a form asks for beside being lawful. */
export interface Wish {
  readonly type: 'COMPANY' | 'SOLE' | 'INDIVIDUAL';
  /** the name for which others of the history ask too */
  readonly contested?: true;
  /** a place at the history's host, which has too few */
  readonly hosted?: true;
  /** RETURNED: a fault that the review tells; REFERRED: a name only an official may allow */
  readonly stopped?: 'RETURNED' | 'REFERRED';
}

export const OFFICIALS = ['REGISTER', 'RETURN', 'REFUSE', 'UNDO', 'TWO', 'LATE', 'NONE'] as const;
/** What officials do with a case: UNDO takes a refusal back and registers; TWO decide at once; LATE after the deadline. */
export type Officials = (typeof OFFICIALS)[number];

export const ROWS = [
  'LAWFUL',
  'LAWFUL',
  'CONTESTED',
  'HOSTED',
  'RETURNED',
  'REFERRED',
  'UNSIGNED',
  'NOT_JSON',
  'NO_FORM',
  'SAME_AGAIN',
  'OTHER_UNDER_SAME',
] as const;
/** A line of an agent's file; the last two use the reference of the line before. */
export type RowKind = (typeof ROWS)[number];

export type Actor =
  | {
      readonly kind: 'ONE';
      readonly wish: Wish;
      /** at once, as a draft that is submitted, or twice under one key at the same time */
      readonly sends: 'AT_ONCE' | 'DRAFT' | 'TWICE';
      /** withdraws while it is being decided, or once it stands still */
      readonly withdraws?: 'RACING' | 'AFTER';
      /** corrects what was returned */
      readonly corrects?: true;
      readonly officials: Officials;
    }
  | { readonly kind: 'FILE'; readonly rows: readonly RowKind[]; readonly submitsTwice?: true };

/** A history before it runs: all that is decided by its seed. */
export interface Plan {
  readonly actors: readonly Actor[];
  readonly places: number;
  readonly faults: readonly Fault[];
  /** sweeps that run into the work, beside those after it */
  readonly sweeps: number;
  /** the machines are killed and started again between the applicants' part and the officials' */
  readonly restart: boolean;
  /** the host gives up every place that is held, just before each machine registers for the first time */
  readonly evicts: boolean;
  /** the function that registers starts anew: it has drawn no numbers and knows no key */
  readonly cold: boolean;
  /** somebody stops every machine that waits for a decision: the sweep must make up for it */
  readonly stops?: true;
}

/** Where in a history a random fault falls, by place: about as many calls as one has. */
const REACH: Readonly<Record<Place, number>> = { call: 14, database: 60, service: 6 };

export function planOf(seed: number, history: number): Plan {
  const random = seeded((seed * 1_000_003 + history * 7919) >>> 0);
  const { between } = random;
  const often = (percent: number): boolean => between(1, 100) <= percent;
  const pick = <T>(list: readonly T[], fallback: T): T =>
    list[between(0, list.length - 1)] ?? fallback;
  const crowd = between(1, 4);
  const actors = Array.from({ length: between(1, crowd === 1 ? 6 : 4) }, () => actorOf(random));
  const faults = Array.from({ length: between(0, 6) }, () => {
    const place = pick(['call', 'call', 'database', 'database', 'service'] as const, 'call');
    const nth = between(1, REACH[place] * Math.min(actors.length, 3));
    return { place, nth, kind: pick<string>(KINDS[place], '') } as Fault; // the kind is one of the place's
  });
  return {
    actors,
    places: between(1, 2),
    faults,
    sweeps: often(30) ? between(1, 2) : 0,
    restart: often(20),
    evicts: often(8),
    cold: often(3),
  };
}

function actorOf({ between }: Seeded): Actor {
  const often = (percent: number): boolean => between(1, 100) <= percent;
  const pick = <T>(list: readonly T[], fallback: T): T =>
    list[between(0, list.length - 1)] ?? fallback;
  if (often(15)) {
    const rows = Array.from({ length: between(3, 10) }, () => pick(ROWS, 'LAWFUL'));
    return { kind: 'FILE', rows: ['LAWFUL', ...rows], ...(often(30) && { submitsTwice: true }) };
  }
  const stopped = often(20) ? 'RETURNED' : often(45) ? 'REFERRED' : undefined;
  return {
    kind: 'ONE',
    wish: {
      type: pick(['COMPANY', 'SOLE', 'INDIVIDUAL', 'INDIVIDUAL'] as const, 'COMPANY'),
      ...(often(35) && { contested: true }),
      ...(often(35) && { hosted: true }),
      ...(stopped && { stopped }),
    },
    sends: pick(['AT_ONCE', 'AT_ONCE', 'DRAFT', 'TWICE'] as const, 'AT_ONCE'),
    ...(often(20) && { withdraws: pick(['RACING', 'AFTER'] as const, 'RACING') }),
    ...(often(60) && { corrects: true }),
    officials: pick(OFFICIALS, 'NONE'),
  };
}

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
  alone({ ...one({ type: 'SOLE', stopped: 'RETURNED' }), sends: 'DRAFT', corrects: true }),
  alone(one(REFERRED, 'REGISTER')),
  alone(one(REFERRED, 'REFUSE')),
  alone(one(REFERRED, 'UNDO')),
  alone(one(REFERRED, 'LATE')),
  alone({ ...one(REFERRED), withdraws: 'AFTER' }),
  alone(one(REFERRED, 'REFUSE'), { stops: true }),
  alone(one({ type: 'COMPANY', hosted: true }), { evicts: true }),
  alone(one(REFERRED, 'REGISTER'), { evicts: true }),
  alone({ kind: 'FILE', rows: ['LAWFUL', 'NOT_JSON', 'HOSTED', 'SAME_AGAIN'] }),
];
