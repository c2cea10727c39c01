import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { leftItems } from './left-items.ts';
import type { World } from './world.ts';

/** After so many sweeps that each find something, something waits for ever. */
const SWEEPS = 12;
const SWEEP_EVERY_MS = 300_000;
/** More than a batch's machine may be without a sign of life. */
const STANDSTILL_MS = 2.5 * 3600_000;
/** So much of what it has read the sweep of decisions reads again. */
const READ_AGAIN_MS = 20 * 60_000;
const CURSOR = { pk: 'STATISTICS', sk: 'CURSOR' };

/** What the clock starts, and what each says that it found. */
const FOUND = {
  SweepUnfinished: ['started', 'referred', 'woken'],
  SweepWaiting: ['reminded', 'lapsed', 'failed'],
  SweepBatches: ['restarted'],
  SweepDecisions: ['sampled', 'concluded', 'escalated', 'switchedOff', 'behind'],
} as const;
type Sweep = keyof typeof FOUND;
const Counts = z.record(z.string(), z.number());

/**
 * The clock's sweeps of a history.
 *
 * @param counted decisions too
 * @param keys `table pk|sk` of what the history wrote so far
 */
export function sweepsOf(world: World, counted: boolean, keys: () => Promise<readonly string[]>) {
  const { time } = world;
  const names: readonly Sweep[] = [
    'SweepUnfinished',
    'SweepWaiting',
    'SweepBatches',
    ...(counted ? (['SweepDecisions'] as const) : []),
  ];
  let behind = true;

  /** How much a sweep found; one that failed found something. */
  const one = async (name: Sweep): Promise<number> => {
    if (name === 'SweepDecisions' && behind) await countedIdleHours(world, await keys());
    const found = await world.call(name, `clock / ${name}`, {}).catch(() => undefined);
    const counts = Counts.safeParse(found).data;
    if (name === 'SweepDecisions') behind = counts?.behind !== 0;
    return counts ? FOUND[name].reduce((all, it) => all + (counts[it] ?? 0), 0) : 1;
  };

  const all = async (): Promise<number> => {
    let sum = 0;
    for (const name of names) sum += await one(name);
    return sum;
  };

  /**
   * Sweeps until one that met no fault finds nothing; of those that a fault may have kept from seeing
   * what is there, two in a row.
   */
  const settle = async (): Promise<void> => {
    await time.quiet();
    for (let sweeps = 1, idle = 0; sweeps <= SWEEPS && idle < 2; sweeps++) {
      const met = world.faultsMet();
      await time.pass(SWEEP_EVERY_MS);
      const found = await all();
      await time.quiet();
      const unharmed = world.faultsMet() === met;
      idle = found > 0 ? 0 : unharmed ? 2 : idle + 1;
    }
  };

  return {
    /** a sweep into the work */
    async intoWork(): Promise<void> {
      await time.pass(SWEEP_EVERY_MS);
      await all();
    },
    settle,
    /** the same, and once more when a file has stood still */
    async settleFiles(): Promise<void> {
      await settle();
      await time.pass(STANDSTILL_MS);
      await settle();
    },
    /** Decisions as the next run counts them: what an index showed too late is read again. */
    async countOnceMore(): Promise<void> {
      if (counted) await one('SweepDecisions');
    },
  };
}

/**
 * Leaves out the runs over hours in which nothing was decided, of which a leap makes hundreds: each
 * would have moved the cursor, and nothing else.
 */
async function countedIdleHours(
  { documents, tables, time }: World,
  keys: readonly string[],
): Promise<void> {
  const TableName = tables.applications;
  const { Item } = await documents.send(
    new GetCommand({ TableName, Key: CURSOR, ConsistentRead: true }),
  );
  const from = Item ? Date.parse(String(Item.at)) : 0;
  const { all } = await leftItems(
    { documents },
    keys.filter((key) => /#(DECISION#\d|CASE|SAMPLE)$/.test(key)),
  );
  const moments = all.flatMap(({ decidedPlace }) =>
    decidedPlace === undefined ? [] : Date.parse(String(decidedPlace).replace(/#.*/, '')),
  );
  const ahead = moments.filter((it) => it >= from - READ_AGAIN_MS);
  const at = new Date(Math.max(from, Math.min(time.now(), ...ahead))).toISOString();
  await documents.send(new PutCommand({ TableName, Item: { ...CURSOR, schemaVersion: 1, at } }));
}
