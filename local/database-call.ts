import * as z from 'zod';

/** One request to the database, as far as it names what it touches. */
export interface DatabaseCall {
  /** `PutItem`, `TransactWriteItems`, … */
  readonly operation: string;
  readonly tables: readonly string[];
  readonly index?: string;
  /** `table pk|sk` of each item written or read, where the request names it */
  readonly keys: readonly string[];
  /** nth request since the start or the last reset, from 1 */
  readonly number: number;
}

const Text = z.object({ S: z.string() }).transform(({ S }) => S);
const Key = z
  .object({ pk: Text, sk: Text.optional() })
  .transform(({ pk, sk = '' }) => `${pk}|${sk}`)
  .catch('');
const OfTable = z.object({ TableName: z.string() });
const Put = OfTable.extend({ Item: Key });
const Keyed = OfTable.extend({ Key });
const Batch = <Items extends z.ZodType>(items: Items) =>
  z.object({ RequestItems: z.record(z.string(), items) });

const BatchGet = Batch(z.object({ Keys: z.array(Key) }));
const BatchWrite = Batch(
  z.array(
    z.union([
      z.object({ PutRequest: z.object({ Item: Key }) }),
      z.object({ DeleteRequest: z.object({ Key }) }),
    ]),
  ),
);
const Transaction = z.object({
  TransactItems: z.array(
    z.object({
      Put: Put.optional(),
      Update: Keyed.optional(),
      Delete: Keyed.optional(),
      ConditionCheck: Keyed.optional(),
      Get: Keyed.optional(),
    }),
  ),
});
const Listing = OfTable.extend({ IndexName: z.string().optional() });

/** What a request touches, and which of it it writes. */
export interface Touched {
  readonly tables: readonly string[];
  readonly index?: string;
  readonly keys: readonly string[];
  readonly written: readonly string[];
}

const NOTHING: Touched = { tables: [], keys: [], written: [] };
const unique = (tables: readonly string[]): string[] => [...new Set(tables)];

/**
 * Reads from a request's body what it touches. Keys are those of our tables, texts in `pk` and `sk`;
 * an operation that the system does not use touches nothing that is known here.
 */
export function touchedBy(operation: string, body: unknown): Touched {
  switch (operation) {
    case 'PutItem': {
      const { TableName, Item } = Put.parse(body);
      const keys = [`${TableName} ${Item}`];
      return { tables: [TableName], keys, written: keys };
    }
    case 'GetItem':
    case 'UpdateItem':
    case 'DeleteItem': {
      const { TableName, Key: key } = Keyed.parse(body);
      const keys = [`${TableName} ${key}`];
      return { tables: [TableName], keys, written: operation === 'GetItem' ? [] : keys };
    }
    case 'Query':
    case 'Scan': {
      const { TableName, IndexName } = Listing.parse(body);
      return { ...NOTHING, tables: [TableName], ...(IndexName && { index: IndexName }) };
    }
    case 'BatchGetItem': {
      const items = Object.entries(BatchGet.parse(body).RequestItems);
      const keys = items.flatMap(([table, { Keys }]) => Keys.map((key) => `${table} ${key}`));
      return { tables: items.map(([table]) => table), keys, written: [] };
    }
    case 'BatchWriteItem': {
      const items = Object.entries(BatchWrite.parse(body).RequestItems);
      const keys = items.flatMap(([table, writes]) =>
        writes.map((it) =>
          'PutRequest' in it
            ? `${table} ${it.PutRequest.Item}`
            : `${table} ${it.DeleteRequest.Key}`,
        ),
      );
      return { tables: items.map(([table]) => table), keys, written: keys };
    }
    case 'TransactWriteItems':
    case 'TransactGetItems': {
      const items = Transaction.parse(body).TransactItems.flatMap(
        ({ Put: put, Update, Delete, ConditionCheck, Get }) => [
          ...(put ? [{ table: put.TableName, key: put.Item, writes: true }] : []),
          ...[Update, Delete].flatMap((it) =>
            it ? [{ table: it.TableName, key: it.Key, writes: true }] : [],
          ),
          ...[ConditionCheck, Get].flatMap((it) =>
            it ? [{ table: it.TableName, key: it.Key, writes: false }] : [],
          ),
        ],
      );
      const named = ({ table, key }: (typeof items)[number]) => `${table} ${key}`;
      return {
        tables: unique(items.map(({ table }) => table)),
        keys: items.map(named),
        written: items.filter(({ writes }) => writes).map(named),
      };
    }
    default:
      return NOTHING;
  }
}
