import { BatchGetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { unpacked } from '#functions/runtime/packed.ts';
import type { Write } from '#functions/runtime/transaction.ts';
import type { World } from './world.ts';

export type Item = Record<string, unknown> & { readonly pk: string; readonly sk: string };

/** Says what is wrong, where something does not hold. */
export type Must = (holds: boolean, message: string) => void;

/** What a history left in the tables. */
export interface LeftItems {
  readonly all: readonly Item[];
  of(pk: string): Item[];
  /** by `pk|sk` */
  matching(pattern: RegExp): Item[];
}

/** @param keys `table pk|sk`; what is no longer there is left out */
export async function leftItems(
  world: Pick<World, 'documents'>,
  keys: readonly string[],
): Promise<LeftItems> {
  const all = await itemsOf(world, keys);
  return {
    all,
    of: (pk) => all.filter((it) => it.pk === pk),
    matching: (pattern) => all.filter(({ pk, sk }) => pattern.test(`${pk}|${sk}`)),
  };
}

async function itemsOf(
  { documents }: Pick<World, 'documents'>,
  keys: readonly string[],
): Promise<Item[]> {
  const found: Item[] = [];
  for (let from = 0; from < keys.length; from += 100) {
    const wantedKeys = Map.groupBy(keys.slice(from, from + 100), (key) => key.split(' ')[0] ?? '');
    const { Responses = {} } = await documents.send(
      new BatchGetCommand({
        RequestItems: Object.fromEntries(
          [...wantedKeys].map(([table, group]) => [
            table,
            {
              ConsistentRead: true,
              Keys: group.map((key) => {
                const whole = key.slice(table.length + 1);
                const bar = whole.lastIndexOf('|');
                return { pk: whole.slice(0, bar), sk: whole.slice(bar + 1) };
              }),
            },
          ]),
        ),
      }),
    );
    for (const list of Object.values(Responses))
      found.push(...list.map((it) => unpacked(it) as Item));
  }
  return found;
}

/** By which other histories' sweeps and officials would find what a history left. */
const LISTED = ['unfinished', 'underWay', 'queue', 'decided'] as const;
/** Most writes of one transaction. */
const AT_ONCE = 100;

/** Takes what a history left off the clock and the counts, so that no other history's sweeps go on with it. */
export async function closed(world: World, keys: readonly string[]): Promise<void> {
  const { documents, tables } = world;
  const { all } = await leftItems(
    world,
    keys.filter((key) => /\|(HEAD|ATTEMPT#\d+#(CASE|SAMPLE|DECISION#\d))$| STATISTICS/.test(key)),
  );
  const writes = all.flatMap((it): Write[] => {
    const { pk, sk } = it;
    const Key = { pk, sk };
    const TableName = pk.startsWith('BATCH#') ? tables.batches : tables.applications;
    if (pk.startsWith('STATISTICS')) return [{ Delete: { TableName, Key } }];
    const listed = LISTED.filter((name) => it[name] !== undefined);
    if (listed.length === 0) return [];
    return [{ Update: { TableName, Key, UpdateExpression: `REMOVE ${listed.join(', ')}` } }];
  });
  for (let from = 0; from < writes.length; from += AT_ONCE) {
    const TransactItems = writes.slice(from, from + AT_ONCE);
    await documents.send(new TransactWriteCommand({ TransactItems }));
  }
}
