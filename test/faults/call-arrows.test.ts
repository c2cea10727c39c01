import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { casesOf, unharmed } from './arrow-cases.ts';
import { oneFaultBreaksNothing } from './one-fault.ts';
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
const { arrows, broken } = await unharmed(world);

describe('the standard history', () => {
  it('goes through every task of every machine', () => {
    expect(tasks.filter((task) => !arrows.has(task))).toEqual([]);
  });

  it('breaks nothing by itself', () => {
    expect(broken).toEqual([]);
  });
});

oneFaultBreaksNothing(
  world,
  casesOf(arrows).filter(({ fault }) => fault.place !== 'database'),
);
