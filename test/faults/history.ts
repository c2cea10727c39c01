import * as z from 'zod';
import { actorsOf } from './actors.ts';
import { check } from './checker.ts';
import { nothingSaid } from './clients.ts';
import { doorOf } from './door.ts';
import { type Fault, faultsToCome } from './fault.ts';
import { closed } from './left-items.ts';
import type { Plan } from './plan.ts';
import { supervisorsOf } from './supervisors.ts';
import type { World } from './world.ts';

/** After so many sweeps that each find something, something waits for ever. */
const SWEEPS = 12;
const SWEEP_EVERY_MS = 300_000;
/** More than the three working days after which a case is escalated, whatever the weekday. */
const OVERDUE_MS = 8 * 86_400_000;
/** More than a batch's machine may be without a sign of life. */
const STANDSTILL_MS = 2.5 * 3600_000;
/** More than a draft may lie. */
const LAPSED_MS = 100 * 86_400_000;

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

let histories = 0;
/** the functions may know, of a time that is past, whether issuance is stopped */
let knowsStops = false;

/** What the clock starts, and what each says that it found. */
const SWEEPS_OF_CLOCK = {
  SweepUnfinished: ['started', 'referred', 'woken'],
  SweepWaiting: ['reminded', 'lapsed', 'failed'],
  SweepBatches: ['restarted'],
} as const;

/** Sweeps until two of them in a row find nothing: one whose answer was lost does not know what it did. */
async function settle(world: World, files = false): Promise<void> {
  await world.time.quiet();
  for (let sweeps = 1, idle = 0; sweeps <= SWEEPS && idle < 2; sweeps++) {
    await world.time.pass(SWEEP_EVERY_MS);
    idle = (await sweep(world)) === 0 ? idle + 1 : 0;
    await world.time.quiet();
  }
  if (!files) return;
  await world.time.pass(STANDSTILL_MS);
  await settle(world);
}

/** How much the sweeps found; one that failed found something. */
async function sweep(world: World): Promise<number> {
  let sum = 0;
  for (const name of ['SweepUnfinished', 'SweepWaiting', 'SweepBatches'] as const) {
    const found = await world.call(name, `clock / ${name}`, {}).catch(() => undefined);
    const counts = z.record(z.string(), z.number()).safeParse(found).data;
    sum += counts ? SWEEPS_OF_CLOCK[name].reduce((all, it) => all + (counts[it] ?? 0), 0) : 1;
  }
  return sum;
}

/** Runs one history to its quiet end and checks what it left. */
export async function runHistory(world: World, plan: Plan): Promise<Ran> {
  const faults = faultsToCome(plan.faults);
  const registering = new Set<string>();
  let felled = false;
  const crossing: (Promise<void> | undefined)[] = [];
  world.begin(faults, async (arrow) => {
    if (arrow === `batch / ${plan.fells}` && !felled) {
      felled = true;
      world.say('somebody stops the machine of a file');
      world.stopMachines('batch');
    }
    if (arrow === 'review / Carry out decision')
      crossing.push(
        ...all.map((it) => it.crosses?.().catch((error) => void lost.push(`${error}`))),
      );
    if (!plan.evicts || !arrow.endsWith(' / Register') || registering.has(arrow)) return;
    registering.add(arrow);
    await evict();
  });
  const stops = plan.actors.some(({ kind }) => kind === 'STOP');
  if (plan.cold) await world.coldStart();
  else if (stops || knowsStops) await world.coldStart('RegisterBusiness');
  knowsStops = stops;
  const { said, host, people, evict, resumes } = await actorsOf(world, plan, ++histories);
  const all = people(plan.actors);
  const lost: string[] = [];
  const together = async (work: readonly Promise<unknown>[]) => {
    for (const it of await Promise.allSettled(work)) {
      if (it.status === 'rejected') lost.push(String(it.reason));
    }
  };

  await together(all.map(async (it) => it.before?.()));
  await together([
    ...all.map((it) => it.begins()),
    ...Array.from({ length: plan.sweeps }, async () => {
      await world.time.pass(SWEEP_EVERY_MS);
      await sweep(world);
    }),
  ]);
  await settle(world);
  const officials = plan.actors.flatMap((it) => (it.kind === 'ONE' ? it.officials : []));
  if (officials.includes('LATE')) await world.time.pass(OVERDUE_MS);
  if (plan.restart) world.restart();
  if (plan.stops) world.stopMachines();
  await together(all.map((it) => it.goesOn()));
  await world.time.quiet();
  if (stops) await together([resumes()]);
  if (officials.includes('EXTEND')) await world.time.pass(OVERDUE_MS);
  await together(all.map((it) => it.goesOn()));
  await settle(
    world,
    plan.actors.some(({ kind }) => kind === 'FILE'),
  );
  await Promise.all(crossing);
  if (plan.leaps) {
    await world.time.pass(LAPSED_MS);
    await settle(world);
  }

  const keys = [...world.meter().writesByKey.keys()];
  const { broken, outcomes } = await check(world, said, { host, keys, leapt: plan.leaps === true });
  await closed(world, keys);
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
  await supervisorsOf(doorOf(world)).resumeAll('head-a', 'head-b');
  await settle(world, true);
  const keys = await world.keys();
  const { broken, outcomes } = await check(world, nothingSaid(), { keys, leapt: false });
  return { broken, injected: [], arrows: [], outcomes, said: [...world.said] };
}
