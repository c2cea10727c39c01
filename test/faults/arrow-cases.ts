import { mayShow } from '#local/database-faults.ts';
import { type Fault, KINDS, mayMeet, type Place, type ServiceFault } from './fault.ts';
import { runHistory } from './history.ts';
import type { Plan } from './plan.ts';
import { STANDARD } from './standard-history.ts';
import type { World } from './world.ts';

export interface ArrowCase {
  readonly arrow: string;
  readonly kind: Fault['kind'];
  readonly plan: Plan;
  readonly fault: Fault;
}

interface Unharmed {
  /** what is wrong in the standard history without any fault */
  readonly broken: readonly string[];
  /** each arrow, with the shortest part of the standard history that has it */
  readonly arrows: ReadonlyMap<string, Plan>;
}

/** Runs the standard history twice: what a race brings forth in one run only is no arrow that a fault can be put at. */
export async function unharmed(world: World): Promise<Unharmed> {
  const broken: string[] = [];
  const shortest = new Map<string, { readonly plan: Plan; readonly arrows: number }>();
  // what a process asks for once, only a cold part of the standard history asks for
  const [first] = STANDARD;
  if (first) await runHistory(world, first);
  for (const plan of STANDARD) {
    const runs = [await runHistory(world, plan), await runHistory(world, plan)];
    broken.push(...runs.flatMap((it) => it.broken));
    const [once = [], again = []] = runs.map(({ arrows }) => arrows);
    for (const arrow of once.filter((it) => again.includes(it))) {
      const known = shortest.get(arrow);
      if (!known || known.arrows > once.length) shortest.set(arrow, { plan, arrows: once.length });
    }
  }
  return { broken, arrows: new Map([...shortest].map(([arrow, { plan }]) => [arrow, plan])) };
}

/** Each kind of fault that each of these arrows can show. */
export const casesOf = (arrows: Unharmed['arrows']): readonly ArrowCase[] =>
  [...arrows].flatMap(([arrow, plan]) =>
    faultsOf(arrow).map((fault) => ({ arrow, kind: fault.kind, plan, fault })),
  );

function faultsOf(arrow: string): Fault[] {
  const [place = '', ...rest] = arrow.split(' ');
  const name = rest.join(' ');
  const [operation = '', touched = ''] = rest;
  const index = / by (.*)$/.exec(name)?.[1];
  const call = {
    operation,
    tables: [],
    keys: touched.split('+'),
    number: 1,
    ...(index && { index }),
  };
  return KINDS[place as Place]
    .filter((kind) => place !== 'database' || mayShow(kind as Parameters<typeof mayShow>[0], call))
    .filter((kind) => place !== 'service' || mayMeet(kind as ServiceFault, name))
    .map((kind) => ({ place, arrow: name, nth: 1, kind }) as Fault);
}
