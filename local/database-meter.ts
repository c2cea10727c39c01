import * as z from 'zod';
import type { Touched } from './database-call.ts';

interface TableMeter {
  readonly requests: number;
  readonly itemsWritten: number;
  readonly readUnits: number;
  readonly writeUnits: number;
}

/** What went through the proxy since its start or its last reset. Retries of the client count. */
export interface Meter extends Omit<TableMeter, 'requests'> {
  /** operation → requests */
  readonly requests: Record<string, number>;
  /** table → what it took, its indexes with it */
  readonly byTable: Record<string, TableMeter>;
  /** `table pk|sk` → times written; the one written last stands last */
  readonly writesByKey: Map<string, number>;
}

const Consumed = z.object({ TableName: z.string(), CapacityUnits: z.number() });
const Answer = z.object({
  ConsumedCapacity: z.union([z.array(Consumed), Consumed.transform((it) => [it])]).default([]),
});

const READS = new Set(['GetItem', 'Query', 'Scan', 'BatchGetItem', 'TransactGetItems']);

/**
 * Counts requests, items and capacity units. Units are what the engine says that it consumed, by
 * DynamoDB's published rules: reads by 4 kB (half where not consistent), writes by 1 kB of the larger
 * of the item before and after, index entries where they change, transactions double.
 *
 * Left out: the size of an item whose condition did not hold (such a write counts one unit, in a
 * transaction two an item, as for items up to 1 kB), and requests that were refused before they acted.
 */
export function createMeter() {
  let requests: Record<string, number> = {};
  let byTable: Record<string, { -readonly [Count in keyof TableMeter]: number }> = {};
  let writesByKey = new Map<string, number>();

  const tableOf = (name: string) => {
    byTable[name] ??= { requests: 0, itemsWritten: 0, readUnits: 0, writeUnits: 0 };
    return byTable[name];
  };
  const written = (key: string) => {
    const times = writesByKey.get(key) ?? 0;
    writesByKey.delete(key);
    writesByKey.set(key, times + 1);
    tableOf(tableOfKey(key)).itemsWritten += 1;
  };

  return {
    request(operation: string, { tables }: Touched): void {
      requests[operation] = (requests[operation] ?? 0) + 1;
      for (const table of tables) tableOf(table).requests += 1;
    },

    /** @param answer the engine's answer, parsed; undefined when the condition did not hold */
    answered(operation: string, touched: Touched, answer: unknown): void {
      const transaction = operation === 'TransactWriteItems';
      if (answer === undefined) {
        for (const key of transaction ? touched.keys : touched.written) {
          tableOf(tableOfKey(key)).writeUnits += transaction ? 2 : 1;
        }
        return;
      }
      for (const key of touched.written) written(key);
      const units = READS.has(operation) ? 'readUnits' : 'writeUnits';
      for (const { TableName, CapacityUnits } of Answer.parse(answer).ConsumedCapacity) {
        tableOf(TableName)[units] += CapacityUnits;
      }
    },

    /** when, in the order of all keys written, an item was written last; -1 for one that was not */
    lastWritten(key: string): number {
      return [...writesByKey.keys()].indexOf(key);
    },

    read(): Meter {
      const tables = Object.values(byTable);
      const sum = (count: keyof TableMeter) =>
        tables.reduce((total, table) => total + table[count], 0);
      return {
        requests: { ...requests },
        itemsWritten: sum('itemsWritten'),
        readUnits: sum('readUnits'),
        writeUnits: sum('writeUnits'),
        byTable: structuredClone(byTable),
        writesByKey: new Map(writesByKey),
      };
    },

    reset(): void {
      requests = {};
      byTable = {};
      writesByKey = new Map();
    },
  };
}

const tableOfKey = (key: string): string => key.slice(0, key.indexOf(' '));
