import * as z from 'zod';
import { actorsOf } from './actors.ts';
import { check } from './checker.ts';
import { type Fault, faultsToCome } from './fault.ts';
import type { Plan } from './plan.ts';
import type { World } from './world.ts';

/** After so many sweeps that each find something, something waits for ever. */
const SWEEPS = 12;
const SWEEP_EVERY_MS = 300_000;
/** More than the three working days after which a case is escalated, whatever the weekday. */
const OVERDUE_MS = 8 * 86_400_000;

export interface Ran {
  /** what is wrong, one line each; empty = all is well */
  readonly broken: readonly string[];
  readonly injected: readonly Fault[];
  /** every arrow seen, as `place arrow` */
  readonly arrows: readonly string[];
  /** state → applications that ended in it */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly said: readonly string[];
}

const Swept = z.object({ started: z.number(), referred: z.number(), woken: z.number() });

let histories = 0;

/** Sweeps until there is nothing to find any more. */
async function settle(world: World): Promise<void> {
  await world.time.quiet();
  for (let sweeps = 1; sweeps <= SWEEPS; sweeps++) {
    await world.time.pass(SWEEP_EVERY_MS);
    const found = await sweep(world);
    await world.time.quiet();
    if (found === 0) return;
  }
}

/** How much a sweep found; one that failed found something. */
async function sweep(world: World): Promise<number> {
  const found = await world.call('SweepUnfinished', 'clock / sweep', {}).catch(() => undefined);
  const { started, referred, woken } = Swept.catch({ started: 1, referred: 0, woken: 0 }).parse(
    found,
  );
  return started + referred + woken;
}

/** Runs one history to its quiet end and checks what it left. */
export async function runHistory(world: World, plan: Plan): Promise<Ran> {
  const faults = faultsToCome(plan.faults);
  const registering = new Set<string>();
  world.begin(faults, async (arrow) => {
    if (!plan.evicts || !arrow.endsWith(' / Register') || registering.has(arrow)) return;
    registering.add(arrow);
    await evict();
  });
  if (plan.cold) await world.coldStart('RegisterBusiness');
  const { said, host, people, evict } = await actorsOf(world, plan, ++histories);
  const all = people(plan.actors);
  const lost: string[] = [];
  const together = async (work: readonly Promise<unknown>[]) => {
    for (const it of await Promise.allSettled(work)) {
      if (it.status === 'rejected') lost.push(String(it.reason));
    }
  };

  await together([
    ...all.map((it) => it.begins()),
    ...Array.from({ length: plan.sweeps }, async () => {
      await world.time.pass(SWEEP_EVERY_MS);
      await sweep(world);
    }),
  ]);
  await settle(world);
  if (plan.actors.some((it) => it.kind === 'ONE' && it.officials === 'LATE')) {
    await world.time.pass(OVERDUE_MS);
  }
  if (plan.restart) world.restart();
  if (plan.stops) world.stopWaiting();
  await together(all.map((it) => it.goesOn()));
  await world.time.quiet();
  await together(all.map((it) => it.goesOn()));
  await settle(world);

  const keys = [...world.meter().writesByKey.keys()];
  const { broken, outcomes } = await check(world, said, host, keys);
  return {
    broken: [...broken, ...lost.filter((it) => !it.startsWith('Lost'))],
    injected: faults.injected,
    arrows: faults.arrows(),
    outcomes,
    said: [...world.said],
  };
}

/**
 * Goes on, in a process of its own, with what a killed one left in its folder, and checks it. What
 * people were told died with their process: only the tables can be held to the law.
 */
export async function takeUp(world: World): Promise<Ran> {
  world.begin(faultsToCome([]), async () => {});
  // its time ran ahead of ours
  await world.time.pass(2 * OVERDUE_MS);
  await settle(world);
  const keys = await world.keys();
  const said = { told: [], decisions: new Map(), owners: new Map(), files: [] };
  const { broken, outcomes } = await check(world, said, undefined, keys);
  return { broken, injected: [], arrows: [], outcomes, said: [...world.said] };
}
