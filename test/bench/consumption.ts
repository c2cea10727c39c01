import type { Consumption } from './price-model.ts';

/** What the bench counted of one registration; names as in its figures. */
export interface Counted {
  readonly requests: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly invocations: number;
  /** of the functions that a machine calls, ms, as measured here */
  readonly taskMs: number;
  /** of all functions, ms, as measured here; the API's function waits in it for the machine */
  readonly invocationMs: number;
  readonly signatures: number;
  readonly transitions: number;
  /** bytes left in the database */
  readonly storedBytes: number;
}

/** What AWS adds to what one machine shows; each [M], from general knowledge. */
const ON_AWS = {
  /** ms a request to DynamoDB takes longer than to the engine beside us */
  databaseMs: 4,
  /** ms a signature by KMS takes longer */
  signatureMs: 10,
  /** ms from state to state */
  stateMs: 15,
  /** bytes of a function's log for an invocation: START, END, REPORT and its own line */
  functionLog: 650,
  /** bytes of one event in an Express execution's log, without execution data */
  eventLog: 450,
  accessLog: 300,
  /** share of requests that X-Ray samples */
  sampled: 0.05,
} as const;

/** A review and a registration; e-licences are verified only where companies show some. */
const TASKS = 2;
/**
 * Events that an Express execution of `registration` logs from its start to REGISTERED: five for each
 * task, two for each of two choices, two for the last state and two for the execution.
 */
const EVENTS = TASKS * 5 + 2 * 2 + 2 + 2;
const MEMORY_GB = 0.0625;
const GB = 1e9;

interface Deployed {
  /** of a function, in GB, as the template has it */
  readonly functionGb: number;
}

const expressSeconds = (taskMs: number): number =>
  Math.ceil((taskMs + TASKS * ON_AWS.stateMs) / 100) / 10;

const kept = (bytes: number): Consumption => ({
  dynamoGbMonth: bytes / GB,
  dynamoBackupGbMonth: bytes / GB,
});

/** Waiting that AWS adds to the three tasks of one registration, in ms. */
const taskWaits = (requests: number, signatures: number): number =>
  requests * ON_AWS.databaseMs + signatures * ON_AWS.signatureMs;

/** One click. Its API function waits, and is paid, until the machine has ended. */
export function consumptionOfClick(counted: Counted, { functionGb }: Deployed): Consumption {
  const apiRequests = 4;
  const inTasks = taskWaits(counted.requests - apiRequests, counted.signatures);
  const inApi = inTasks + apiRequests * ON_AWS.databaseMs + TASKS * ON_AWS.stateMs;
  const log =
    counted.invocations * ON_AWS.functionLog + EVENTS * ON_AWS.eventLog + ON_AWS.accessLog;
  return {
    lambdaRequest: counted.invocations,
    lambdaGbSecond: ((counted.invocationMs + inTasks + inApi) / 1000) * functionGb,
    dynamoWriteUnit: counted.writeUnits,
    dynamoReadUnit: counted.readUnits,
    expressRequest: 1,
    expressGbSecond: expressSeconds(counted.taskMs + inTasks) * MEMORY_GB,
    standardTransition: counted.transitions,
    kmsSignature: counted.signatures,
    httpApiRequest: 1,
    logGb: log / GB,
    logGbMonth: log / GB,
    traceRecorded: ON_AWS.sampled,
    ...kept(counted.storedBytes),
  };
}

/** What a row adds to its chunk's Express execution, which waits for its rows four at a time. */
const ROWS_AT_ONCE = 4;
const CHUNK_ROWS = 40;
/** One event of a chunk's own states, shared by its rows, is next to nothing; an iteration has ten. */
const ITERATION_EVENTS = 10;

/**
 * One row of a large file. The tasks' durations are those of a click, because in a batch the functions
 * of one machine wait here for one another's processor, which no Lambda does.
 */
export function consumptionOfRow(
  counted: Counted,
  click: Counted,
  { functionGb, rowBytes }: Deployed & { readonly rowBytes: number },
): Consumption {
  const intakeMs = Math.max(0, counted.invocationMs - counted.taskMs);
  const waits = taskWaits(counted.requests, counted.signatures);
  const taskSeconds = expressSeconds(click.taskMs + waits);
  const events = EVENTS + ITERATION_EVENTS;
  const log = counted.invocations * ON_AWS.functionLog + events * ON_AWS.eventLog;
  return {
    lambdaRequest: counted.invocations,
    lambdaGbSecond: ((click.taskMs + intakeMs + waits) / 1000) * functionGb,
    dynamoWriteUnit: counted.writeUnits,
    dynamoReadUnit: counted.readUnits,
    expressRequest: 1 + 1 / CHUNK_ROWS,
    expressGbSecond: (taskSeconds + taskSeconds / ROWS_AT_ONCE) * MEMORY_GB,
    standardTransition: counted.transitions,
    kmsSignature: counted.signatures,
    s3Get: 1 / CHUNK_ROWS,
    s3GbMonth: rowBytes / GB,
    logGb: log / GB,
    logGbMonth: log / GB,
    traceRecorded: ON_AWS.sampled,
    ...kept(counted.storedBytes),
  };
}
