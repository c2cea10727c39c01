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

/** Runs one history to its quiet end and checks what it left. */
export async function runHistory(world: World, plan: Plan): Promise<Ran> {
  const faults = faultsToCome(plan.faults);
  const history = ++histories;
  world.begin(faults);
  const { said, host, people } = await actorsOf(world, plan, history);
  const all = people(plan.actors);
  const sweep = async (): Promise<number> => {
    const found = await world.call('SweepUnfinished', 'clock / sweep', {}).catch(() => undefined);
    const { started, referred, woken } = Swept.catch({ started: 1, referred: 0, woken: 0 }).parse(found);
    return started + referred + woken;
  };
  const lost: string[] = [];
  const together = async (work: readonly Promise<unknown>[]) => {
    for (const it of await Promise.allSettled(work)) {
      if (it.status === 'rejected') lost.push(String(it.reason));
    }
  };
  const settle = async () => {
    await world.time.quiet();
    for (let sweeps = 1; sweeps <= SWEEPS; sweeps++) {
      await world.time.pass(SWEEP_EVERY_MS);
      const found = await sweep();
      await world.time.quiet();
      if (found === 0) return;
    }
  };

  await together([
    ...all.map((it) => it.first()),
    ...Array.from({ length: plan.sweeps }, async () => {
      await world.time.pass(SWEEP_EVERY_MS);
      await sweep();
    }),
  ]);
  await settle();
  if (plan.actors.some((it) => it.kind === 'ONE' && it.officials === 'LATE')) {
    await world.time.pass(OVERDUE_MS);
  }
  if (plan.restart) world.restart();
  await together(all.map((it) => it.then()));
  await world.time.quiet();
  await together(all.map((it) => it.then()));
  await settle();

  const { broken, outcomes } = await check(world, said, host, plan);
  return {
    broken: [...broken, ...lost.filter((it) => !it.startsWith('Lost'))],
    injected: faults.injected,
    arrows: faults.arrows(),
    outcomes,
    said: [...world.said],
  };
}
