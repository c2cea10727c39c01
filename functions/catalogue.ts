/**
 * Every Lambda by name: where its handler stands, what it may touch, which lanes it runs in.
 *
 * `infra/` makes functions, environments and policies from this and nothing else, so the line of a
 * function *is* its set of rights. Who may write the register is answered by reading the
 * `register` column.
 *
 * From the rights follow the environment variables: a table gives `<TABLE>_TABLE`, `signs` gives
 * `LICENCE_KEY_ID`, files give `FILES_BUCKET`, a machine gives `<MACHINE>_MACHINE`; `settings` are
 * passed on from the stage by their own names.
 */
export const TABLES = ['applications', 'register', 'batches', 'access'] as const;
export type Table = (typeof TABLES)[number];

/** `online` serves a person who waits; `batch` runs the same files with capped concurrency. */
export type Lane = 'online' | 'batch';

export type MachineName = 'registration' | 'review' | 'batch';

type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem';

export type Setting =
  | 'DECISION_HOLD_SECONDS'
  | 'IDENTITY_PROVIDER'
  | 'LICENCE_ISSUER'
  | 'PROBLEM_BASE'
  | 'SWEEP_AFTER_SECONDS'
  | 'TRUST_LIST';

export interface FunctionEntry {
  /** path from the root of the repository; the module exports `handler` */
  readonly handler: string;
  readonly lanes: readonly Lane[];
  readonly timeoutSeconds: number;
  readonly tables?: Partial<Record<Table, readonly TableAction[]>>;
  /** indexes that it reads, as table/index */
  readonly indexes?: readonly `${Table}/${string}`[];
  /** SIGN: one signature of the licence key; READ: its public key */
  readonly key?: readonly ('SIGN' | 'READ')[];
  readonly files?: readonly ('GetObject' | 'PutObject')[];
  /** machines that it starts, and how; registration is the one of the function's own lane */
  readonly starts?: Partial<Record<MachineName, 'START' | 'START_SYNC'>>;
  /** may wake a machine that waits by task token */
  readonly answersTasks?: true;
  readonly settings?: readonly Setting[];
}

const ONLINE = ['online'] as const;
const BOTH = ['online', 'batch'] as const;

export const FUNCTIONS = {
  // doors
  ApplicantApi: {
    handler: 'functions/api/applicant.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 29,
    tables: {
      applications: ['Query', 'PutItem', 'ConditionCheckItem'],
      register: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem'],
      access: ['PutItem'],
    },
    indexes: ['applications/by-owner'],
    starts: { registration: 'START_SYNC' },
    answersTasks: true,
    settings: ['PROBLEM_BASE'],
  },
  AgentApi: {
    handler: 'functions/api/agent.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 29,
    tables: {
      applications: ['BatchGetItem'],
      batches: ['GetItem', 'Query', 'PutItem'],
      access: ['PutItem'],
    },
    indexes: ['batches/by-agent'],
    files: ['PutObject'],
    starts: { batch: 'START' },
    settings: ['PROBLEM_BASE'],
  },
  OfficialApi: {
    handler: 'functions/api/official.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 29,
    tables: {
      applications: ['GetItem', 'Query', 'PutItem'],
    },
    indexes: ['applications/by-queue'],
    answersTasks: true,
    settings: ['DECISION_HOLD_SECONDS', 'PROBLEM_BASE'],
  },
  PublicApi: {
    handler: 'functions/api/public.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 29,
    tables: { register: ['GetItem', 'Query'] },
    key: ['SIGN', 'READ'],
    settings: ['LICENCE_ISSUER', 'PROBLEM_BASE'],
  },

  // registration: one attempt, from submission to licence
  VerifyLicences: {
    handler: 'functions/e-licence/verify-licences.handler.ts',
    lanes: BOTH,
    timeoutSeconds: 10,
    tables: { applications: ['Query', 'PutItem'] },
    settings: ['TRUST_LIST'],
  },
  AutoReview: {
    handler: 'functions/review/auto-review.handler.ts',
    lanes: BOTH,
    timeoutSeconds: 10,
    tables: {
      applications: ['Query', 'PutItem', 'ConditionCheckItem'],
      register: ['BatchGetItem', 'Query', 'PutItem'],
    },
    settings: ['IDENTITY_PROVIDER'],
  },
  RegisterBusiness: {
    handler: 'functions/register/register-business.handler.ts',
    lanes: BOTH,
    timeoutSeconds: 10,
    tables: {
      applications: ['Query', 'PutItem'],
      register: ['BatchGetItem', 'PutItem', 'UpdateItem'],
    },
    key: ['SIGN', 'READ'],
    settings: ['LICENCE_ISSUER'],
  },

  // review by a person
  OpenCase: {
    handler: 'functions/case/open-case.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 10,
    tables: { applications: ['Query', 'PutItem'] },
  },
  AwaitDecision: {
    handler: 'functions/case/await-decision.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 10,
    tables: { applications: ['UpdateItem'] },
    answersTasks: true,
  },
  EscalateCase: {
    handler: 'functions/case/escalate-case.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 10,
    tables: { applications: ['GetItem', 'PutItem'] },
  },
  CarryOutDecision: {
    handler: 'functions/case/carry-out-decision.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 10,
    tables: {
      applications: ['Query', 'PutItem'],
      register: ['BatchGetItem', 'PutItem', 'DeleteItem', 'ConditionCheckItem'],
    },
  },
  ReopenCase: {
    handler: 'functions/case/reopen-case.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 10,
    tables: { applications: ['GetItem', 'PutItem'] },
  },

  // batch
  OpenBatch: {
    handler: 'functions/batch/open-batch.handler.ts',
    lanes: ['batch'],
    timeoutSeconds: 600,
    tables: { batches: ['GetItem', 'PutItem', 'DeleteItem'] },
    files: ['GetObject', 'PutObject'],
  },
  TakeInChunk: {
    handler: 'functions/batch/take-in-chunk.handler.ts',
    lanes: ['batch'],
    timeoutSeconds: 120,
    tables: {
      batches: ['GetItem', 'PutItem'],
      applications: ['PutItem', 'ConditionCheckItem'],
      register: ['GetItem', 'Query', 'PutItem'],
    },
    files: ['GetObject'],
  },
  CloseChunk: {
    handler: 'functions/batch/close-chunk.handler.ts',
    lanes: ['batch'],
    timeoutSeconds: 30,
    tables: { batches: ['Query', 'PutItem', 'UpdateItem'], applications: ['BatchGetItem'] },
  },
  CloseBatch: {
    handler: 'functions/batch/close-batch.handler.ts',
    lanes: ['batch'],
    timeoutSeconds: 60,
    tables: { batches: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem'] },
  },

  // what the clock finds
  SweepUnfinished: {
    handler: 'functions/intake/sweep-unfinished.handler.ts',
    lanes: ['batch'],
    timeoutSeconds: 300,
    tables: { applications: ['GetItem', 'UpdateItem'] },
    indexes: ['applications/unfinished'],
    starts: { registration: 'START', review: 'START' },
    answersTasks: true,
    settings: ['SWEEP_AFTER_SECONDS', 'TRUST_LIST'],
  },
} as const satisfies Record<string, FunctionEntry>;

export type FunctionName = keyof typeof FUNCTIONS;

/** Functions that the clock starts, and how often, in minutes. */
export const SCHEDULES = { SweepUnfinished: 5 } as const satisfies Partial<
  Record<FunctionName, number>
>;
