import { type Seeded, seeded } from '#local/sample/seeded.ts';
import { type Fault, KINDS, type Place } from './fault.ts';

/** What a form asks for beside being lawful. */
export interface Wish {
  readonly type: 'COMPANY' | 'SOLE' | 'INDIVIDUAL';
  /** the name for which others of the history ask too */
  readonly contested?: true;
  /** a place at the history's host, which has too few */
  readonly hosted?: true;
  /** RETURNED: a fault that the review tells; REFERRED: a name only an official may allow; BARRED: a bar in law, a head of fifteen */
  readonly stopped?: 'RETURNED' | 'REFERRED' | 'BARRED';
}

/** How the parties of an application sign by links of their own. */
export interface Links {
  /** in this order, or all at the same moment */
  readonly order: number | 'AT_ONCE';
  /** by the provider's code, an assertion that they bring, or before an official, one after the other */
  readonly first: 0 | 1 | 2;
  /** LAST: the last refuses, for good; THEN_SIGNS: he signs after all; NEVER: he just does not sign */
  readonly last?: 'REFUSES' | 'THEN_SIGNS' | 'NEVER';
  /** the owner edits when the first has signed */
  readonly edits?: true;
}

export const OFFICIALS = [
  'REGISTER',
  'REGISTER',
  'RETURN',
  'REFUSE',
  'UNDO',
  'TWO',
  'LATE',
  'NONE',
  'HAND_OVER',
  'EXTEND',
] as const;
const OVER_A_BAR = ['CONFIRMED', 'ALONE', 'TAKEN_BACK', 'AT_ONCE', 'UNSEEN', 'UNDONE'] as const;
/**
 * What officials do where registering goes against a bar in law, once one has proposed it: another
 * confirms, and a third in the same moment; he does himself, ALONE; he takes it back and refuses; both
 * AT_ONCE; he proposes it anew, UNSEEN by who confirms the first; who confirmed takes it back and proposes.
 */
export type OverABar = (typeof OVER_A_BAR)[number];
/**
 * What officials do with a case: UNDO takes a refusal back and registers; TWO decide at once; LATE after
 * the deadline; HAND_OVER to the registrar that it belongs to, or to 天河; EXTEND the clock, then register.
 */
export type Officials = (typeof OFFICIALS)[number] | OverABar;

export const isOverABar = (officials: Officials): officials is OverABar =>
  OVER_A_BAR.some((it) => it === officials);

/** What an official does with a second reading, which he takes for a case like any other. */
const SECOND_READINGS = [...new Set(OFFICIALS)].filter((it) => it !== 'NONE' && it !== 'EXTEND');

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
      /** withdraws while it is being decided, once it stands still, or just when an official's decision is carried out */
      readonly withdraws?: 'RACING' | 'AFTER' | 'CROSSING';
      /** corrects what was returned; so many times with the same fault again */
      readonly corrects?: 0 | 1 | 2;
      /** asks for a person instead, when the machine returned it */
      readonly asks?: true;
      /** the parties sign by links; else their signatures come with the application */
      readonly links?: Links;
      /** a person named in it says “not me” while it is sent, or once it stands still */
      readonly denied?: 'RACING' | 'AFTER';
      /** what becomes of an inquiry into what was registered */
      readonly inquiry?: 'ANNULS' | 'REJECTS';
      /** reads its notices, each twice at once; and an official what defends the decision */
      readonly reads?: true;
      readonly officials: Officials;
    }
  /** One client's one business from two sources: two agents, or two who send the very same. */
  | {
      readonly kind: 'CLIENT';
      readonly sources: 'AGENTS' | 'TWINS';
      /** a name that only an official may allow: both wait */
      readonly open?: true;
      /** the second comes once the first stands still; else both at once */
      readonly later?: true;
      /** ends the first mandate, or chooses the second: at once, or once they stand still */
      readonly act?: 'ENDS' | 'CHOOSES';
      readonly racing?: true;
    }
  /** Issuance is stopped by one official and resumed by two, before or while the others come. */
  | {
      readonly kind: 'STOP';
      readonly scope: 'ALL' | 'REGISTRAR' | 'HOST';
      readonly racing?: true;
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
  /** the machine of a file is stopped, just before it comes to this task for the first time */
  readonly fells?: (typeof FELLED)[number];
  /** the sweep of decisions runs with the others */
  readonly counted?: true;
  /** what an official does with each second reading, once these are drawn */
  readonly readsAgain?: Officials;
  /** in the end the clock leaps past every term within which people must go on */
  readonly leaps?: true;
}
export const FELLED = ['Open batch', 'Take in chunk', 'Close batch'] as const;

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
  const besides = besidesOf(seed, history);
  return {
    actors: [...actors, ...besides.actors],
    places: between(1, 2),
    faults,
    sweeps: often(30) ? between(1, 2) : 0,
    restart: often(20),
    evicts: often(8),
    cold: often(3),
    ...(often(10) && { fells: pick(FELLED, 'Open batch') }),
    ...(often(20) && { leaps: true }),
    ...(besides.counted && { counted: true }),
    ...(besides.readsAgain && { readsAgain: besides.readsAgain }),
  };
}

/** What histories have beside what their first draws give, so that those stay as they were. */
function besidesOf(seed: number, history: number): Pick<Plan, 'actors' | 'counted' | 'readsAgain'> {
  const random = seeded((seed * 7_368_787 + history * 104_729) >>> 0);
  const counted = random.between(1, 100) <= 25;
  const actors = random.between(1, 100) <= 15 ? [barredOf(random)] : [];
  const readsAgain =
    random.between(1, 100) <= 70 && SECOND_READINGS[random.between(0, SECOND_READINGS.length - 1)];
  return { actors, ...(counted && { counted, ...(readsAgain && { readsAgain }) }) };
}

/** Whom the law bars; officials who would register all the same, mostly. */
function barredOf({ between }: Seeded): Actor {
  const often = (percent: number): boolean => between(1, 100) <= percent;
  const pick = <T>(list: readonly T[], fallback: T): T =>
    list[between(0, list.length - 1)] ?? fallback;
  return {
    kind: 'ONE',
    wish: {
      type: pick(['COMPANY', 'SOLE', 'INDIVIDUAL'] as const, 'COMPANY'),
      stopped: 'BARRED',
      ...(often(35) && { hosted: true }),
    },
    sends: 'AT_ONCE',
    ...(often(15) && { withdraws: pick(['AFTER', 'CROSSING'] as const, 'AFTER') }),
    ...(often(15) && { denied: 'AFTER' }),
    officials: often(80) ? pick(OVER_A_BAR, 'CONFIRMED') : pick(OFFICIALS, 'REGISTER'),
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
  if (often(8)) {
    return {
      kind: 'CLIENT',
      sources: pick(['AGENTS', 'AGENTS', 'TWINS'] as const, 'AGENTS'),
      ...(often(50) && { later: true }),
      ...(often(60) && { open: true }),
      ...(often(70) && { act: pick(['ENDS', 'CHOOSES', 'CHOOSES'] as const, 'ENDS') }),
      ...(often(40) && { racing: true }),
    };
  }
  if (often(6)) {
    const scope = pick(['ALL', 'REGISTRAR', 'HOST'] as const, 'ALL');
    return { kind: 'STOP', scope, ...(often(50) && { racing: true }) };
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
    ...(often(20) && { withdraws: pick(['RACING', 'AFTER', 'CROSSING'] as const, 'RACING') }),
    ...(often(60) && { corrects: pick([0, 0, 1, 2] as const, 0) }),
    ...(often(15) && { asks: true }),
    ...(often(20) && { links: linksOf({ between }) }),
    ...(often(12) && { denied: pick(['RACING', 'AFTER'] as const, 'AFTER') }),
    ...(often(60) && { inquiry: pick(['ANNULS', 'ANNULS', 'REJECTS'] as const, 'ANNULS') }),
    ...(often(12) && { reads: true }),
    officials: pick(OFFICIALS, 'NONE'),
  };
}

function linksOf({ between }: Pick<Seeded, 'between'>): Links {
  const last = (['REFUSES', 'THEN_SIGNS', 'NEVER'] as const)[between(0, 8)];
  return {
    order: between(0, 3) === 0 ? 'AT_ONCE' : between(0, 5),
    first: ([0, 1, 2] as const)[between(0, 2)] ?? 0,
    ...(last && { last }),
    ...(between(0, 3) === 0 && { edits: true }),
  };
}
