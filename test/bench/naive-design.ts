import type { Consumption } from './price-model.ts';

/**
 * The same procedure as it is drawn first: one Standard execution for each application, one Lambda
 * for each step, state kept in one item that every step reads and writes. Counted here state by state.
 */
export const NAIVE_STATES = [
  ['Parse form', 'TASK'],
  ['Form complete?', 'CHOICE'],
  ['Verify identities', 'TASK'],
  ['Verify signatures', 'TASK'],
  ['Verify e-licences', 'TASK'],
  ['Check name', 'TASK'],
  ['Reserve name', 'TASK'],
  ['Check scope', 'TASK'],
  ['Check address', 'TASK'],
  ['Check capital', 'TASK'],
  ['All checks passed?', 'CHOICE'],
  ['Allocate code', 'TASK'],
  ['Sign licence', 'TASK'],
  ['Write register', 'TASK'],
  ['Notify', 'TASK'],
  ['Done', 'SUCCEED'],
] as const satisfies readonly (readonly [string, 'TASK' | 'CHOICE' | 'SUCCEED'])[];

const STEPS = NAIVE_STATES.filter(([, kind]) => kind === 'TASK').length;

/** The growing item, in kB on the average of the steps: each write pays for the whole of it. */
const ITEM_KB = 6;
/** A step's run in seconds, at 1 GB: a few milliseconds of work, the rest waits for the database. */
const STEP_SECONDS = 0.03;
/** Of one Lambda's platform lines and its own. */
const LOG_GB = 650e-9;

/** What one registration uses in the naive design; storage and the door as in ours. */
export const naive = (ours: Consumption): Consumption => ({
  lambdaRequest: STEPS,
  lambdaGbSecond: STEPS * STEP_SECONDS,
  dynamoWriteUnit: STEPS * ITEM_KB,
  dynamoReadUnit: STEPS * Math.ceil(ITEM_KB / 4),
  standardTransition: NAIVE_STATES.length + 1,
  kmsSignature: 1,
  httpApiRequest: ours.httpApiRequest ?? 0,
  s3Put: ours.s3Put ?? 0,
  s3Get: ours.s3Get ?? 0,
  logGb: STEPS * LOG_GB,
  traceRecorded: ours.traceRecorded ?? 0,
  dynamoGbMonth: ours.dynamoGbMonth ?? 0,
  dynamoBackupGbMonth: ours.dynamoBackupGbMonth ?? 0,
  s3GbMonth: ours.s3GbMonth ?? 0,
});
