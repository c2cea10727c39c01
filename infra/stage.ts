import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { FIRST_KEY, type LicenceKey } from './licence-keys.ts';

/** What differs from one deployment to the next and is known beforehand; the rest are the stack's parameters. */
export interface Stage {
  /** what becomes of tables, files and keys when the stack is deleted */
  readonly removal: RemovalPolicy;
  /** tables cannot be deleted by mistake, neither by hand nor with the stack */
  readonly deletionProtection: boolean;
  /** tables can be put back to any second of 35 days, and every reading of a file is logged */
  readonly evidence: boolean;
  /** the keys of our licences, and which of them signs; changed as the runbook's Key rotation says */
  readonly licenceKeys: readonly LicenceKey[];
  /** an official may take his decision back for so long (决定生效前的撤回期) */
  readonly decisionHoldSeconds: number;
  /** an attempt that has gone nowhere for so long is started again */
  readonly sweepAfterSeconds: number;
  /**
   * The most that each function of the batch lane runs at once; absent = no cap. What is reserved
   * leaves the account's pool, so eight times as much must be free in it.
   *
   * Above, KMS bounds it: RegisterBusiness signs once and lasts at least {@link SHORTEST_REGISTRATION_S},
   * so 40 at once ask for at most 40 / 0.05 = 800 signatures a second of the {@link SIGNATURES_PER_SECOND}
   * that a region has; the rest is for people who wait. Below, one batch bounds it: its Maps run
   * 4 chunks × 4 rows = 16 registrations at once, which must never be turned away.
   */
  readonly batchConcurrency?: number;
  /** of the API as a whole, per second; above it API Gateway answers 429 */
  readonly requestsPerSecond: number;
  /** functions, machines and API alike; the history that the law asks for is in the tables */
  readonly logRetention: RetentionDays;
  /** X-Ray of functions, where the region has it */
  readonly traceFunctions: boolean;
  /**
   * New code first answers this share of calls for so long, and is taken back when it fails; absent =
   * all at once, without versions and aliases.
   */
  readonly canary?: { readonly percent: number; readonly minutes: number };
  /** alarms with a topic and an e-mail parameter, and the dashboard */
  readonly watched: boolean;
  /** whose certificate CloudFront takes: China's knows ACM not, and neither IPv6 nor HTTP/3 */
  readonly pages: 'ACM' | 'IAM';
}

/** KMS, cryptographic operations on elliptic-curve keys, a second: default quota of a region, shared by the account. */
export const SIGNATURES_PER_SECOND = 1000;

/** The quickest that RegisterBusiness can be: four round trips in a row, one of them a transaction, one a signature. */
export const SHORTEST_REGISTRATION_S = 0.05;

const LIVE = {
  removal: RemovalPolicy.RETAIN,
  deletionProtection: true,
  evidence: true,
  licenceKeys: FIRST_KEY,
  decisionHoldSeconds: 60,
  sweepAfterSeconds: 300,
  batchConcurrency: 40,
  requestsPerSecond: 1000,
  logRetention: RetentionDays.ONE_YEAR,
  traceFunctions: true,
  canary: { percent: 10, minutes: 5 },
  watched: true,
  pages: 'ACM',
} as const satisfies Stage;

export const STAGES = {
  /** What `local/` runs. */
  local: {
    removal: RemovalPolicy.DESTROY,
    deletionProtection: false,
    evidence: false,
    licenceKeys: FIRST_KEY,
    decisionHoldSeconds: 5,
    sweepAfterSeconds: 60,
    requestsPerSecond: 1000,
    logRetention: RetentionDays.ONE_WEEK,
    traceFunctions: true,
    watched: false,
    pages: 'ACM',
  },
  /** Invented data in the cloud: watched like prod, gone with its stack, new code at once. */
  dev: {
    removal: RemovalPolicy.DESTROY,
    deletionProtection: false,
    evidence: true,
    licenceKeys: FIRST_KEY,
    decisionHoldSeconds: 60,
    sweepAfterSeconds: 300,
    batchConcurrency: 16,
    requestsPerSecond: 100,
    logRetention: RetentionDays.ONE_MONTH,
    traceFunctions: true,
    watched: true,
    pages: 'ACM',
  },
  prod: LIVE,
  /** Beijing and Ningxia: a partition of their own, where Lambda has no X-Ray. */
  'aws-cn': { ...LIVE, traceFunctions: false, pages: 'IAM' },
} as const satisfies Record<string, Stage>;

export type StageName = keyof typeof STAGES;

/** @throws {RangeError} when there is no such stage: nothing is deployed by a misspelt name. */
export function stageNamed(name: string): StageName {
  const found = Object.keys(STAGES).find((known): known is StageName => known === name);
  if (found === undefined) {
    throw new RangeError(`no stage "${name}"; there are ${Object.keys(STAGES).join(', ')}`);
  }
  return found;
}
