import * as z from 'zod';
import { Application } from '#functions/application/application.ts';
import { Case } from '#functions/application/case.ts';
import type { Wanted } from '#functions/application/holds.ts';
import { LIFECYCLE } from '#functions/application/lifecycle.ts';
import type { Host } from '#functions/cluster/host.ts';
import { checkApplication, type Running } from './check-application.ts';
import { checkCounts } from './check-counts.ts';
import { checkFile } from './check-file.ts';
import { checkParties } from './check-parties.ts';
import { Business, checkRegister } from './check-register.ts';
import type { Said } from './clients.ts';
import { leftItems, type Must } from './left-items.ts';
import type { World } from './world.ts';

/** Items that are written once and never again: put if absent, or not at all. */
const ONCE =
  /#DECISION#|\|HISTORY#|\|LICENCE$|\|REF$|\|CHUNK$|\|ID$|\|NOTICE#|#DENIAL#|\|CHECK#|\|EVENT#/;

interface History {
  /** absent = whatever host the tables have */
  readonly host?: Host;
  /** `table pk|sk` of all that it wrote */
  readonly keys: readonly string[];
  /** whether the clock leapt past every term in which people must go on */
  readonly leapt: boolean;
  /** whether its decisions were counted */
  readonly counted: boolean;
}

/** Holds what a history left in the tables to the law and to what people were told. */
export async function check(
  world: World,
  said: Said,
  { host, keys, leapt, counted }: History,
): Promise<{ broken: string[]; outcomes: Record<string, number> }> {
  const broken: string[] = [];
  const must: Must = (holds, message) => {
    if (!holds) broken.push(message);
  };
  const { writesByKey } = world.meter();
  const left = await leftItems(world, keys);
  for (const [key, times] of writesByKey) {
    must(times === 1 || !ONCE.test(key), `${key.replace(/^\S+ /, '')} was written ${times} times`);
  }

  const heads = left.matching(/^APP#.*\|HEAD$/).map((it) => Application.parse(it));
  const byId = new Map(heads.map((it) => [it.id, it]));
  const running = runningMachines(world);
  const businesses = left.matching(/\|BUSINESS$/).map((it) => Business.parse(it));
  const licences = left.matching(/\|LICENCE$/);
  const wants = new Map<string, Wanted>();
  const around = {
    ...{ left, businesses, licences, decisions: said.decisions, running, leapt },
    now: world.time.now(),
  };
  for (const head of heads) wants.set(head.id, await checkApplication(must, head, around));
  checkRegister(must, left, heads, wants, businesses, licences, host);
  checkParties(must, left, heads, businesses, said);
  for (const { uscc, status, applicationId } of businesses) {
    const checks = left.of(`USCC#${uscc}`).filter(({ sk }) => sk.startsWith('CHECK#')).length;
    const sooner = left
      .matching(/#SAMPLE$/)
      .filter(
        (it) => it.pk === `APP#${applicationId}` && Case.parse(it).sample?.led === 'POST_CHECK',
      );
    const most = 1 + checks + sooner.length + (status === 'ANNULLED' ? 1 : 0);
    for (const [key, times] of writesByKey)
      if (key.endsWith(`USCC#${uscc}|BUSINESS`))
        must(times <= most, `${uscc} was written ${times} times`);
  }

  for (const file of said.files) checkFile(must, left.all, byId, file, leapt);
  for (const { pk } of left.matching(/^BATCH#[^#]*\|HEAD$/)) {
    const id = pk.slice('BATCH#'.length);
    if (said.files.some((file) => file.id === id)) continue;
    must(host === undefined, `${id} is nobody's`);
    checkFile(must, left.all, byId, { id }, leapt);
  }

  if (counted) checkCounts(must, left, world.time.now());
  checkTold(must, said, heads);
  for (const [execution] of running) broken.push(`${execution.split(':').at(-2)} runs for ever`);

  if (broken.length > 0) tellFailures(world);
  const outcomes: Record<string, number> = {};
  for (const { state } of heads) outcomes[state] = (outcomes[state] ?? 0) + 1;
  return { broken, outcomes };
}

/** What people were told has come to stay. */
function checkTold(must: Must, said: Said, heads: readonly Application[]): void {
  const byId = new Map(heads.map((it) => [it.id, it]));
  for (const [owner, answered] of said.owners) {
    const own = heads.filter((it) => it.owner === owner && !it.handedOverFrom);
    must(
      own.length <= 1 && (own.length === 1 || !answered),
      `${owner} has ${own.length} applications`,
    );
  }
  for (const { id, state, licence, version } of said.told) {
    const head = byId.get(id);
    const ends = Object.entries(LIFECYCLE).some(([it, next]) => it === state && next.length === 0);
    must(
      head !== undefined && head.version >= version,
      `${id} was told in a version that is not there`,
    );
    must(!ends || head?.state === state, `${id} was told to be ${state} and is ${head?.state}`);
    must(!licence || head?.uscc === licence.uscc, `${id} was given the licence of another code`);
  }
}

/** Executions that failed, for whoever reads what broke. */
function tellFailures({ engine, deployment, say }: World): void {
  for (const { arn, type } of deployment.machines) {
    if (type !== 'STANDARD') continue;
    for (const status of ['FAILED', 'TIMED_OUT'] as const) {
      for (const { name, error = '', cause = '' } of engine().listExecutions(arn, status))
        say(`${arn.split('-').at(-1)} ${name} ${status}: ${error} ${cause.slice(0, 200)}`);
    }
  }
}

/** What a `review` was started for. */
const Input = z.object({ applicationId: z.string(), attempt: z.number() });

/** Standard executions that run, and what for. */
function runningMachines({ engine, deployment }: World): Map<string, Running> {
  return new Map(
    deployment.machines
      .filter(({ type }) => type === 'STANDARD')
      .flatMap(({ arn }) => engine().listExecutions(arn, 'RUNNING'))
      .map(({ executionArn, input }) => {
        const { data } = Input.safeParse(JSON.parse(input));
        const last = engine()
          .getExecutionHistory(executionArn)
          .findLast(({ name }) => name)?.name;
        const of = data ? `${data.applicationId}#${data.attempt}` : '';
        return [executionArn, { of, waits: last === 'Await decision' }];
      }),
  );
}
