import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { mayShow } from '#local/database-faults.ts';
import { type Fault, KINDS, mayMeet, type Place, type ServiceFault } from './fault.ts';
import { runHistory } from './history.ts';
import type { Plan } from './plan.ts';
import { STANDARD } from './standard-history.ts';
import { startWorld } from './world.ts';

const States = z.record(
  z.string(),
  z.looseObject({ Type: z.string(), ItemProcessor: z.unknown().optional() }),
);

/** Every task of a definition, those of its maps too. */
function tasksOf(definition: unknown): string[] {
  const { States: states } = z.looseObject({ States }).parse(definition);
  return Object.entries(states).flatMap(([name, { Type, ItemProcessor }]) => [
    ...(Type === 'Task' ? [name] : []),
    ...(ItemProcessor === undefined ? [] : tasksOf(ItemProcessor)),
  ]);
}
const tasks = ['registration', 'review', 'batch'].flatMap((machine) => {
  const file = new URL(`../../workflows/${machine}.asl.json`, import.meta.url);
  return tasksOf(JSON.parse(readFileSync(file, 'utf8'))).map(
    (state) => `call ${machine} / ${state}`,
  );
});

const world = await startWorld();
afterAll(() => world.stop());

/** The parts of the standard history without any fault: each arrow, with the shortest part that has it. */
const shortest = new Map<string, { readonly plan: Plan; readonly arrows: number }>();
const unharmed: string[] = [];
// what a process asks for once, only a cold part of the standard history asks for
const [first] = STANDARD;
if (first) await runHistory(world, first);
for (const plan of STANDARD) {
  const { broken, arrows } = await runHistory(world, plan);
  unharmed.push(...broken);
  for (const arrow of arrows) {
    const known = shortest.get(arrow);
    if (!known || known.arrows > arrows.length)
      shortest.set(arrow, { plan, arrows: arrows.length });
  }
}

/** Each kind of fault that the arrow can show. */
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
const cases = [...shortest].flatMap(([arrow, { plan }]) =>
  faultsOf(arrow).map((fault) => ({ arrow, kind: fault.kind, plan, fault })),
);

describe('the standard history', () => {
  it('goes through every task of every machine', () => {
    expect(tasks.filter((task) => !shortest.has(task))).toEqual([]);
  });

  it('breaks nothing by itself', () => {
    expect(unharmed).toEqual([]);
  });
});

// one that ends too late would work on beside the next
const PATIENT = { timeout: 60_000 };

describe('one fault at an arrow breaks nothing', PATIENT, () => {
  it.each(cases)('$arrow: $kind', async ({ plan, fault }) => {
    const { broken, injected, said } = await runHistory(world, { ...plan, faults: [fault] });
    expect({ broken, ...(broken.length > 0 && { said }) }).toEqual({ broken: [] });
    expect(injected).toEqual([fault]);
  });
});
