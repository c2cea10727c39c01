import { afterAll } from 'vitest';
import { casesOf, unharmed } from './arrow-cases.ts';
import { oneFaultBreaksNothing } from './one-fault.ts';
import { startWorld } from './world.ts';

const world = await startWorld();
afterAll(() => world.stop());
const { arrows } = await unharmed(world);

oneFaultBreaksNothing(
  world,
  casesOf(arrows).filter(({ fault }) => fault.place === 'database'),
);
