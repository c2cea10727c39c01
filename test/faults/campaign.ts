import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { setup, teardown } from '#test/one-template.ts';
import { inParts } from './campaign-parts.ts';
import { type Ran, runHistory, takeUp } from './history.ts';
import { killedHistory } from './killed-history.ts';
import { type Plan, planOf } from './plan.ts';
import { shrunk, without } from './shrink.ts';
import { startWorld } from './world.ts';

/** Of a campaign's histories one in so many runs in a process of its own, which is killed. */
const KILLED_EVERY = 100;

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    /** a part of a campaign: the histories from this one on, in this process */
    from: { type: 'string' },
    /** seed.history, then what is left out: 7.132-a2-f0 */
    one: { type: 'string' },
    /** how often `--one` runs */
    runs: { type: 'string', default: '1' },
    /** a folder to run the history `--one` in, to be killed there; and to take up what it left */
    folder: { type: 'string' },
    'take-up': { type: 'boolean', default: false },
  },
});
const out = (line: string) => process.stdout.write(`${line}\n`);
const counts = new Map<string, number>();
const count = (name: string, by = 1) => counts.set(name, (counts.get(name) ?? 0) + by);

function tell(ran: Ran): void {
  for (const line of ran.broken) out(`  broken: ${line}`);
  for (const { place, arrow = 'any', nth, kind } of ran.injected)
    out(`  fault: ${place} ${arrow}, call ${nth}: ${kind}`);
  for (const line of ran.said) out(`  ${line}`);
}

/** A plan by its name on the command line: 7.132-a2-f0. */
function planNamed(name: string): Plan {
  const [which = '', ...parts] = name.split('-');
  const [seed, history] = which.split('.').map(Number);
  return without(planOf(seed ?? 1, history ?? 0), parts);
}

async function replay(name: string, runs: number): Promise<boolean> {
  const plan = planNamed(name);
  out(JSON.stringify(plan, null, 1));
  const world = await startWorld();
  let broke = 0;
  for (let run = 0; run < runs; run++) {
    const ran = await runHistory(world, plan);
    if (ran.broken.length > 0) broke += 1;
    if (ran.broken.length > 0 || runs === 1) tell(ran);
    out(`${JSON.stringify(ran.outcomes)}`);
  }
  out(`${broke} of ${runs} runs broke`);
  await world.stop();
  return broke === 0;
}

/** Histories one after the other in one world; ends at the first that breaks, shrunk. */
async function part(seed: number, from: number, histories: number): Promise<boolean> {
  const world = await startWorld();
  try {
    for (let history = from; history < from + histories; history++) {
      const plan = planOf(seed, history);
      const killed = history % KILLED_EVERY === KILLED_EVERY - 1;
      const ran = killed
        ? await killedHistory(`${seed}.${history}`, history)
        : await runHistory(world, plan);
      count('histories');
      if (killed) count('real kills');
      for (const { place, kind } of ran.injected) count(`fault ${place} ${kind}`);
      for (const [state, times] of Object.entries(ran.outcomes)) count(`outcome ${state}`, times);
      if (ran.broken.length === 0) continue;
      out(`history ${seed}.${history} breaks:`);
      tell(ran);
      const shortest = killed ? undefined : await shrunk(plan, (it) => runHistory(world, it));
      if (!shortest) out('it does not break again: run it more often');
      else {
        out('the shortest that breaks:');
        tell(shortest.ran);
      }
      const name = [`${seed}.${history}`, ...(shortest?.left ?? [])].join('-');
      out(`replay: npm run faults -- --one ${name} --runs 20`);
      return false;
    }
    return true;
  } finally {
    await world.stop();
    out(JSON.stringify(Object.fromEntries(counts)));
  }
}

async function campaign(seed: number, histories: number): Promise<boolean> {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const whole = await inParts(
    { seed, histories, atOnce: availableParallelism() + 1 },
    {
      say: out,
      ended: (done) => {
        for (const [name, times] of Object.entries(done)) count(name, times);
        const all = counts.get('histories') ?? 0;
        out(`${all} histories, ${(seconds() / all).toFixed(2)} s each`);
      },
    },
  );
  for (const [name, times] of [...counts].sort()) out(`${String(times).padStart(7)}  ${name}`);
  out(`seed ${seed}, ${seconds().toFixed(0)} s: ${whole ? 'clean' : 'BROKEN'}`);
  return whole;
}

/** What `killedHistory` starts: a history that is killed, and the process that takes it up. */
async function inFolder(folder: string, name: string): Promise<boolean> {
  const world = await startWorld(folder);
  out('ready');
  if (!values['take-up']) {
    await runHistory(world, { ...planNamed(name), counted: true });
    out('over');
    return true;
  }
  const ran = await takeUp(world);
  out(JSON.stringify(ran));
  await world.stop();
  return ran.broken.length === 0;
}

// the processes of its parts have it from this one
if (!process.env.MARKET_ENTRY_TEMPLATE) {
  setup();
  process.on('exit', teardown);
}
const whole = values.folder
  ? await inFolder(values.folder, values.one ?? '1.0')
  : values.one
    ? await replay(values.one, Number(values.runs))
    : values.from
      ? await part(Number(values.seed), Number(values.from), Number(values.histories))
      : await campaign(Number(values.seed), Number(values.histories));
process.exit(whole ? 0 : 1);
