import type { Ran } from './history.ts';
import type { Plan } from './plan.ts';

/** A plan without one of its parts, each named as the command line names it: `a1` an actor, `f2` a fault. */
export function without(plan: Plan, parts: readonly string[]): Plan {
  const kept = (letter: string) => (_: unknown, index: number) =>
    !parts.includes(`${letter}${index}`);
  const { fells, leaps, counted, ...always } = plan;
  return {
    ...always,
    actors: plan.actors.filter(kept('a')),
    faults: plan.faults.filter(kept('f')),
    sweeps: parts.includes('sweeps') ? 0 : plan.sweeps,
    restart: plan.restart && !parts.includes('restart'),
    evicts: plan.evicts && !parts.includes('evicts'),
    ...(fells && !parts.includes('fells') && { fells }),
    ...(leaps && !parts.includes('leaps') && { leaps }),
    ...(counted && !parts.includes('counted') && { counted }),
  };
}

const partsOf = (plan: Plan): string[] => [
  ...plan.faults.map((_, index) => `f${index}`),
  ...plan.actors.map((_, index) => `a${index}`),
  ...(plan.sweeps > 0 ? ['sweeps'] : []),
  ...(plan.restart ? ['restart'] : []),
  ...(plan.evicts ? ['evicts'] : []),
  ...(plan.fells ? ['fells'] : []),
  ...(plan.leaps ? ['leaps'] : []),
  ...(plan.counted ? ['counted'] : []),
];

/** A race need not break at every run: what holds so often is taken to hold. */
const RUNS = 3;

/**
 * The parts that can be left out of a plan that breaks so that it still breaks: one after the other,
 * until none can.
 */
export async function shrunk(
  plan: Plan,
  run: (plan: Plan) => Promise<Ran>,
): Promise<{ readonly left: readonly string[]; readonly ran: Ran } | undefined> {
  const breaks = async (left: readonly string[]): Promise<Ran | undefined> => {
    for (let runs = 0; runs < RUNS; runs++) {
      const ran = await run(without(plan, left));
      if (ran.broken.length > 0) return ran;
    }
    return undefined;
  };
  let left: readonly string[] = [];
  let shortest = await breaks(left);
  for (let again = shortest !== undefined; again; ) {
    again = false;
    for (const part of partsOf(plan).filter((it) => !left.includes(it))) {
      const ran = await breaks([...left, part]);
      if (!ran) continue;
      left = [...left, part];
      shortest = ran;
      again = true;
    }
  }
  return shortest && { left, ran: shortest };
}
