import { caseIdOf } from '#functions/shared/ids.ts';
import { actorsOf } from './actors.ts';
import { check } from './checker.ts';
import { nothingSaid } from './clients.ts';
import { doorOf } from './door.ts';
import { type Fault, faultsToCome } from './fault.ts';
import { closed } from './left-items.ts';
import type { Plan } from './plan.ts';
import { supervisorsOf } from './supervisors.ts';
import { sweepsOf } from './sweeps.ts';
import type { World } from './world.ts';

/** More than the three working days after which a case is escalated, whatever the weekday. */
const OVERDUE_MS = 8 * 86_400_000;
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
  const { said, host, people, evict, resumes, around } = await actorsOf(world, plan, ++histories);
  const all = people(plan.actors);
  const counted = plan.counted === true;
  const written = () => [...world.meter().writesByKey.keys()];
  const { intoWork, settle, settleFiles, countOnceMore } = sweepsOf(world, counted, async () =>
    written(),
  );
  const lost: string[] = [];
  const together = async (work: readonly Promise<unknown>[]) => {
    for (const it of await Promise.allSettled(work)) {
      if (it.status === 'rejected') lost.push(String(it.reason));
    }
  };

  await together(all.map(async (it) => it.before?.()));
  await together([
    ...all.map((it) => it.begins()),
    ...Array.from({ length: plan.sweeps }, () => intoWork()),
  ]);
  await settle();
  const officials = plan.actors.flatMap((it) => (it.kind === 'ONE' ? it.officials : []));
  if (officials.includes('LATE')) await world.time.pass(OVERDUE_MS);
  if (plan.restart) world.restart();
  if (plan.stops) world.stopMachines();
  await together(all.map((it) => it.goesOn()));
  await world.time.quiet();
  if (stops) await together([resumes()]);
  if (officials.includes('EXTEND')) await world.time.pass(OVERDUE_MS);
  await together(all.map((it) => it.goesOn()));
  await (plan.actors.some(({ kind }) => kind === 'FILE') ? settleFiles() : settle());
  await Promise.all(crossing);
  const { readsAgain } = plan;
  if (readsAgain) {
    if (readsAgain === 'LATE') await world.time.pass(OVERDUE_MS);
    await settle();
    await together(secondReadings(written()).map((id) => around.decideCase(id, readsAgain)));
    await settle();
  }
  if (plan.leaps) {
    await world.time.pass(LAPSED_MS);
    await settle();
  }
  world.calm();
  await countOnceMore();

  const keys = written();
  const leapt = plan.leaps === true;
  const { broken, outcomes } = await check(world, said, { host, keys, leapt, counted });
  await closed(world, keys);
  return {
    broken: [...broken, ...lost.filter((it) => !it.startsWith('Lost'))],
    injected: faults.injected,
    arrows: faults.arrows(),
    outcomes,
    said: [...world.said],
  };
}

/** Cases of the second readings among these keys. */
const secondReadings = (keys: readonly string[]): string[] =>
  keys.flatMap((key) => {
    const [, applicationId, attempt] = /APP#(ap_\w+)\|ATTEMPT#(\d+)#SAMPLE$/.exec(key) ?? [];
    return applicationId ? [caseIdOf({ applicationId, attempt: Number(attempt) })] : [];
  });

/**
 * Goes on, in a process of its own, with what a killed one left in its folder, and checks it. What
 * people were told died with their process: only the tables can be held to the law.
 */
export async function takeUp(world: World): Promise<Ran> {
  world.begin(faultsToCome([]), async () => {});
  // its time ran ahead of ours
  await world.time.pass(2 * OVERDUE_MS);
  await supervisorsOf(doorOf(world)).resumeAll('head-a', 'head-b');
  await sweepsOf(world, true, world.keys).settleFiles();
  const keys = await world.keys();
  const { broken, outcomes } = await check(world, nothingSaid(), {
    keys,
    leapt: false,
    counted: true,
  });
  return { broken, injected: [], arrows: [], outcomes, said: [...world.said] };
}
