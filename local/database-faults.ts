import * as z from 'zod';
import type { DatabaseCall } from './database-call.ts';

/**
 * What a serial engine on the same machine never shows.
 * - LOST_BEFORE, LOST_ANSWER: the connection breaks before the request acts, or after.
 * - TWICE: it acts twice; the first answer counts.
 * - TRANSACTION_CONFLICT: another transaction holds the item of a write for a moment.
 * - THROTTLED: refused for its rate.
 * - UNPROCESSED: a BatchGet leaves some of its keys.
 * - STALE_INDEX: a query of an index answers as a moment ago.
 * - SLOW: it is held up, so that others overtake it.
 */
export const DATABASE_FAULTS = [
  'LOST_BEFORE',
  'LOST_ANSWER',
  'TWICE',
  'TRANSACTION_CONFLICT',
  'THROTTLED',
  'UNPROCESSED',
  'STALE_INDEX',
  'SLOW',
] as const;
export type DatabaseFault = (typeof DATABASE_FAULTS)[number];

const SINGLE_WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem']);

/** Whether DynamoDB could show the fault on the call at all; elsewhere it changes nothing. */
export function mayShow(fault: DatabaseFault, { operation, index, keys }: DatabaseCall): boolean {
  switch (fault) {
    case 'TRANSACTION_CONFLICT':
      return operation === 'TransactWriteItems' || SINGLE_WRITES.has(operation);
    case 'UNPROCESSED':
      return operation === 'BatchGetItem' && keys.length > 1;
    case 'STALE_INDEX':
      return operation === 'Query' && index !== undefined;
    default:
      return true;
  }
}

const TYPE = 'com.amazonaws.dynamodb.v20120810#';

/** The refusal in DynamoDB's own form, status 400. */
export function refusal(fault: 'TRANSACTION_CONFLICT' | 'THROTTLED', call: DatabaseCall): object {
  if (fault === 'THROTTLED') {
    return {
      __type: `${TYPE}ProvisionedThroughputExceededException`,
      message: 'The level of configured provisioned throughput for the table was exceeded.',
    };
  }
  const message = 'Transaction is ongoing for the item';
  if (call.operation !== 'TransactWriteItems') {
    return { __type: `${TYPE}TransactionConflictException`, message };
  }
  const reasons = call.keys.map((_, index) =>
    index === 0 ? { Code: 'TransactionConflict', Message: message } : { Code: 'None' },
  );
  const codes = reasons.map(({ Code }) => Code).join(', ');
  return {
    __type: `${TYPE}TransactionCanceledException`,
    Message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    CancellationReasons: reasons,
  };
}

const BatchGet = z.looseObject({
  RequestItems: z.record(z.string(), z.looseObject({ Keys: z.array(z.unknown()) })),
});
const BatchAnswer = z.looseObject({
  UnprocessedKeys: z.record(z.string(), z.unknown()).default({}),
});

/** A BatchGet in two: what is asked of the engine, and what is left unprocessed (the later half). */
export function halved(body: unknown): { asked: object; left: Record<string, object> } {
  const { RequestItems, ...rest } = BatchGet.parse(body);
  const asked: Record<string, object> = {};
  const left: Record<string, object> = {};
  let some = false;
  for (const [table, { Keys, ...how }] of Object.entries(RequestItems)) {
    const most = some ? Math.floor(Keys.length / 2) : Math.ceil(Keys.length / 2);
    some = true;
    if (most > 0) asked[table] = { ...how, Keys: Keys.slice(0, most) };
    if (most < Keys.length) left[table] = { ...how, Keys: Keys.slice(most) };
  }
  return { asked: { ...rest, RequestItems: asked }, left };
}

export const withUnprocessed = (answer: unknown, left: Record<string, object>): object => {
  const parsed = BatchAnswer.parse(answer);
  return { ...parsed, UnprocessedKeys: { ...parsed.UnprocessedKeys, ...left } };
};

const Listed = z.looseObject({
  Items: z.array(
    z.looseObject({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) }),
  ),
  Count: z.number(),
});

/** How many questions to indexes are remembered with their answer. */
const REMEMBERED = 500;

/**
 * What indexes answered before. A moment ago an index answered the same question as it did then, or,
 * if nobody had asked, without the item that was written last.
 */
export function createIndexMemory(lastWritten: (key: string) => number) {
  const answers = new Map<string, object>();
  /** the time in a question is no part of what is asked */
  const question = (body: string): string => body.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '');

  return {
    remember(body: string, answer: unknown): void {
      const key = question(body);
      answers.delete(key);
      answers.set(key, z.looseObject({}).parse(answer));
      const [oldest] = answers.keys();
      if (answers.size > REMEMBERED && oldest !== undefined) answers.delete(oldest);
    },

    /** What comes is no longer a moment after what was. */
    forget: () => answers.clear(),

    aMomentAgo(body: string, { tables: [table] }: DatabaseCall, answer: unknown): object {
      const before = answers.get(question(body));
      if (before) return before;
      const listed = Listed.parse(answer);
      const order = listed.Items.map(({ pk, sk }) => lastWritten(`${table} ${pk.S}|${sk.S}`));
      const newest = order.indexOf(Math.max(...order));
      const Items = listed.Items.filter((_, index) => index !== newest);
      return { ...listed, Items, Count: Items.length };
    },
  };
}
