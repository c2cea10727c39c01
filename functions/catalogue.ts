/**
 * Every Lambda by name: where its handler stands, what it may touch, which lanes it runs in.
 *
 * `infra/` makes functions, environments and policies from this and nothing else, so the line of a
 * function *is* its set of rights. Who may write the register is answered by reading the
 * `register` column.
 *
 * From the rights follow the environment variables: a table gives `<TABLE>_TABLE`, `key` gives
 * `LICENCE_KEY_ID` (with PUBLISH, `LICENCE_KEYS` too), `personKey` gives `PERSON_KEY_ID`, files and releases give
 * `FILES_BUCKET`, a machine gives `<MACHINE>_MACHINE`; `settings` are passed on from the stage by their
 * own names.
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
  | 'AGENT_SYSTEM'
  | 'DECISION_HOLD_SECONDS'
  | 'IDENTITY_PROVIDER'
  | 'LICENCE_ISSUER'
  | 'PERSON_KEY_LABEL'
  | 'PROBLEM_BASE'
  | 'SIGNING_PAGE'
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
  /** SIGN: a signature of the licence key that signs now; READ: its public key; PUBLISH: the public keys of all, this one and retired ones (READ is in it) */
  readonly key?: readonly ('SIGN' | 'READ' | 'PUBLISH')[];
  /** derives the key under which persons are looked up; its label is the setting PERSON_KEY_LABEL */
  readonly personKey?: true;
  readonly files?: readonly ('GetObject' | 'PutObject')[];
  /** reads releases of the rule set, in the bucket of files, and no other file */
  readonly releases?: true;
  /** machines that it starts, and how; registration is the one of the function's own lane */
  readonly starts?: Partial<Record<MachineName, 'START' | 'START_SYNC'>>;
  /** may wake a machine that waits by task token */
  readonly answersTasks?: true;
  readonly settings?: readonly Setting[];
  /** a file of JSON that lies beside its bundle as it is; what no code looks into */
  readonly beside?: string;
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
    personKey: true,
    starts: { registration: 'START_SYNC' },
    settings: ['PERSON_KEY_LABEL', 'PROBLEM_BASE'],
  },
  OwnerActApi: {
    handler: 'functions/api/owner-act.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 29,
    tables: {
      applications: ['Query', 'PutItem'],
      register: ['BatchGetItem', 'Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem'],
    },
    starts: { review: 'START' },
    answersTasks: true,
    settings: ['IDENTITY_PROVIDER', 'PROBLEM_BASE'],
  },
  PreCheckApi: {
    handler: 'functions/api/pre-check.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 29,
    tables: { applications: ['BatchGetItem'], register: ['BatchGetItem', 'Query'] },
    personKey: true,
    settings: ['PERSON_KEY_LABEL', 'PROBLEM_BASE'],
  },
  AgentApi: {
    handler: 'functions/api/agent.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 29,
    tables: {
      applications: ['BatchGetItem'],
      batches: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'],
      access: ['PutItem'],
    },
    indexes: ['batches/by-agent'],
    files: ['PutObject'],
    starts: { batch: 'START' },
    settings: ['PROBLEM_BASE'],
  },
  SigningApi: {
    handler: 'functions/api/signing.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 29,
    tables: {
      applications: ['BatchGetItem', 'Query', 'PutItem', 'ConditionCheckItem'],
      register: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem'],
      batches: ['GetItem', 'Query'],
      access: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'],
    },
    starts: { registration: 'START_SYNC' },
    settings: ['IDENTITY_PROVIDER', 'PROBLEM_BASE', 'SIGNING_PAGE'],
  },
  HostApi: {
    handler: 'functions/api/host.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 29,
    tables: {
      applications: ['BatchGetItem', 'Query', 'PutItem', 'ConditionCheckItem'],
      register: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem'],
    },
    starts: { registration: 'START_SYNC' },
    settings: ['PROBLEM_BASE'],
  },
  OfficialApi: {
    handler: 'functions/api/official.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 29,
    tables: {
      applications: ['BatchGetItem', 'Query', 'PutItem'],
      register: ['BatchGetItem', 'Query'],
    },
    indexes: ['applications/by-queue'],
    answersTasks: true,
    settings: ['DECISION_HOLD_SECONDS', 'PROBLEM_BASE'],
  },
  NoticeApi: {
    handler: 'functions/api/notice.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 29,
    tables: { applications: ['GetItem', 'Query', 'PutItem'], register: ['GetItem', 'Query'] },
    key: ['SIGN', 'PUBLISH'],
    settings: ['LICENCE_ISSUER', 'PROBLEM_BASE'],
  },
  PostCheckApi: {
    handler: 'functions/api/post-check.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 29,
    tables: { register: ['Query', 'PutItem', 'UpdateItem'] },
    indexes: ['register/by-post-check'],
    settings: ['PROBLEM_BASE'],
  },
  DefenceApi: {
    handler: 'functions/api/defence.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 29,
    tables: {
      applications: ['Query', 'BatchGetItem', 'PutItem'],
      register: ['Query'],
      batches: ['BatchGetItem'],
    },
    releases: true,
    key: ['SIGN', 'PUBLISH'],
    settings: ['PROBLEM_BASE'],
  },
  ClientApi: {
    handler: 'functions/api/client.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 29,
    tables: {
      applications: ['BatchGetItem', 'Query', 'PutItem'],
      register: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem'],
    },
    personKey: true,
    answersTasks: true,
    settings: ['IDENTITY_PROVIDER', 'PERSON_KEY_LABEL', 'PROBLEM_BASE'],
  },
  AgentRecordApi: {
    handler: 'functions/api/agent-record.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 29,
    tables: { applications: ['BatchGetItem'], batches: ['GetItem', 'Query'] },
    indexes: ['applications/by-owner', 'batches/by-agent'],
    settings: ['PROBLEM_BASE'],
  },
  PersonApi: {
    handler: 'functions/api/person.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 29,
    tables: {
      applications: ['BatchGetItem', 'Query', 'PutItem'],
      register: ['GetItem', 'BatchGetItem', 'Query', 'PutItem'],
    },
    personKey: true,
    starts: { review: 'START' },
    settings: ['IDENTITY_PROVIDER', 'PERSON_KEY_LABEL', 'PROBLEM_BASE', 'SIGNING_PAGE'],
  },
  InquiryApi: {
    handler: 'functions/api/inquiry.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 29,
    tables: {
      applications: ['Query', 'PutItem'],
      register: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
    },
    indexes: ['register/inquiries'],
    settings: ['PROBLEM_BASE'],
  },
  PublicApi: {
    handler: 'functions/api/public.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 29,
    tables: { applications: ['Query'], register: ['GetItem', 'BatchGetItem', 'Query'] },
    key: ['SIGN', 'PUBLISH'],
    settings: ['LICENCE_ISSUER', 'PROBLEM_BASE'],
  },

  MeasureApi: {
    handler: 'functions/api/measure.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 29,
    tables: { applications: ['GetItem', 'Query'], register: ['Query'] },
    settings: ['PROBLEM_BASE'],
  },
  StopApi: {
    handler: 'functions/api/stop.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 29,
    tables: { register: ['GetItem', 'Query', 'PutItem', 'DeleteItem'], access: ['PutItem'] },
    indexes: ['register/issued'],
    settings: ['PROBLEM_BASE'],
  },
  DataApi: {
    handler: 'functions/api/data.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 29,
    tables: {
      register: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'],
      access: ['PutItem'],
    },
    personKey: true,
    settings: ['PERSON_KEY_LABEL', 'PROBLEM_BASE'],
  },
  ScopeApi: {
    handler: 'functions/api/scope.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 29,
    tables: { register: ['Query'] },
    indexes: ['register/hosts'],
    settings: ['PROBLEM_BASE'],
  },
  DocsApi: {
    handler: 'functions/api/docs.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 29,
    settings: ['PROBLEM_BASE'],
    beside: 'functions/api/openapi.json',
  },

  // registration: one attempt, from submission to licence
  VerifyLicences: {
    handler: 'functions/e-licence/verify-licences.handler.ts',
    lanes: BOTH,
    timeoutSeconds: 10,
    tables: { applications: ['Query', 'PutItem'] },
    settings: ['IDENTITY_PROVIDER', 'TRUST_LIST'],
  },
  AutoReview: {
    handler: 'functions/review/auto-review.handler.ts',
    lanes: BOTH,
    timeoutSeconds: 10,
    tables: {
      applications: ['Query', 'PutItem', 'ConditionCheckItem'],
      register: ['BatchGetItem', 'Query', 'PutItem', 'UpdateItem'],
      batches: ['GetItem', 'PutItem'],
    },
    settings: ['AGENT_SYSTEM', 'IDENTITY_PROVIDER'],
  },
  RegisterBusiness: {
    handler: 'functions/register/register-business.handler.ts',
    lanes: BOTH,
    timeoutSeconds: 10,
    tables: {
      applications: ['Query', 'PutItem'],
      register: ['BatchGetItem', 'Query', 'PutItem', 'UpdateItem'],
    },
    key: ['SIGN', 'READ'],
    settings: ['LICENCE_ISSUER'],
  },

  // review by a person
  OpenCase: {
    handler: 'functions/case/open-case.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 10,
    tables: { applications: ['Query', 'PutItem'], register: ['Query'] },
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
    tables: { applications: ['GetItem', 'PutItem'], register: ['Query'] },
  },
  CarryOutDecision: {
    handler: 'functions/case/carry-out-decision.handler.ts',
    lanes: ONLINE,
    timeoutSeconds: 10,
    tables: {
      applications: ['Query', 'PutItem'],
      register: ['BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
    },
    starts: { registration: 'START' },
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
    settings: ['AGENT_SYSTEM'],
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
    personKey: true,
    files: ['GetObject'],
    settings: ['PERSON_KEY_LABEL'],
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
    tables: {
      batches: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem'],
      register: ['UpdateItem'],
    },
  },

  // what the clock finds
  SweepBatches: {
    handler: 'functions/batch/sweep-batches.handler.ts',
    lanes: ['batch'],
    timeoutSeconds: 60,
    tables: { batches: ['GetItem', 'PutItem'] },
    indexes: ['batches/under-way'],
    starts: { batch: 'START' },
  },
  SweepUnfinished: {
    handler: 'functions/intake/sweep-unfinished.handler.ts',
    lanes: ['batch'],
    timeoutSeconds: 300,
    tables: { applications: ['GetItem', 'Query', 'UpdateItem'], register: ['Query'] },
    indexes: ['applications/unfinished'],
    starts: { registration: 'START', review: 'START' },
    answersTasks: true,
    settings: ['SWEEP_AFTER_SECONDS', 'TRUST_LIST'],
  },
  SweepWaiting: {
    handler: 'functions/intake/sweep-waiting.handler.ts',
    lanes: ['batch'],
    timeoutSeconds: 300,
    tables: {
      applications: ['Query', 'PutItem', 'UpdateItem'],
      register: ['BatchGetItem', 'PutItem', 'DeleteItem', 'ConditionCheckItem'],
    },
    indexes: ['applications/unfinished'],
  },
  SweepDecisions: {
    handler: 'functions/statistics/sweep-decisions.handler.ts',
    lanes: ['batch'],
    timeoutSeconds: 300,
    tables: {
      applications: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'],
      register: ['GetItem', 'Query', 'PutItem', 'UpdateItem'],
    },
    indexes: ['applications/by-queue', 'applications/decided'],
    releases: true,
    personKey: true,
  },
} as const satisfies Record<string, FunctionEntry>;

export type FunctionName = keyof typeof FUNCTIONS;

/** Functions that the clock starts, and how often, in minutes. */
export const SCHEDULES = {
  SweepUnfinished: 5,
  SweepWaiting: 5,
  SweepBatches: 15,
  SweepDecisions: 5,
} as const satisfies Partial<Record<FunctionName, number>>;
