import * as z from 'zod';
import { Instant } from '../shared/calendar.ts';
import type { Json } from '../shared/canonical-json.ts';
import { ApplicationId, Attempt, BatchId } from '../shared/ids.ts';
import { AgentStanding } from './agent-standing.ts';
import { ApplicationForm, Signatures } from './form.ts';
import { ApplicationState } from './lifecycle.ts';

/** The head of an application: what it is now. Every write carries the version that it read. */
export const Application = z.object({
  schemaVersion: z.literal(1),
  id: ApplicationId,
  state: ApplicationState,
  version: z.int().min(1),
  attempt: Attempt,
  /** the token subject that sent it */
  owner: z.string(),
  /** division of the registrar that decides: the one applied to, until it is handed over to another */
  registrar: z.string().optional(),
  /** 移送: the application that it became at another registrar, and the one that it was there before */
  handedOverTo: ApplicationId.optional(),
  handedOverFrom: ApplicationId.optional(),
  /** how often the machine alone returned it, over all attempts */
  machineReturns: z.int().optional(),
  /** keyed hashes of the persons named who deny it; see denial.ts */
  denied: z.array(z.string()).optional(),
  /** the row of an agent's file that it came from */
  row: z.object({ batchId: BatchId, row: z.int(), clientRowRef: z.string() }).optional(),
  createdAt: Instant,
  updatedAt: Instant,
  /** start of the statutory clock of the present attempt (接收申请材料) */
  submittedAt: Instant.optional(),
  /** unified social credit code, once registered */
  uscc: z.string().optional(),
  /** how often `registration` was started by the sweep for the present attempt */
  starts: z.int().optional(),
  /** since when it waits in SIGNING, and how often and when last it reminded; see waiting.ts */
  signingSince: Instant.optional(),
  reminders: z.int().optional(),
  remindedAt: Instant.optional(),
  /** when the client ended the mandate under which an agent sent it */
  mandateEnded: Instant.optional(),
  /** WITHDRAWN by the client, not by whoever sent it */
  withdrawnBecause: z.enum(['MANDATE_ENDED', 'CLIENT_CHOSE_ANOTHER']).optional(),
  /** when somebody who is asked to sign refused last; see party/refusal.ts */
  refusedAt: Instant.optional(),
  /** length and last digest of the history */
  events: z.int().min(1),
  historyHead: z.string(),
});
export type Application = z.infer<typeof Application>;

/** What was sent with one attempt: the form in Unicode NFC, the signatures, the digest that they cover. */
export const SentAttempt = z.object({
  schemaVersion: z.literal(1),
  attempt: Attempt,
  form: ApplicationForm,
  signatures: Signatures,
  documentHash: z.string(),
  /** manifests of the form before an edit, by their digest, of which a signature was kept; see party/kept-signatures.ts */
  earlier: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  /** the host that signs the custody agreement itself, and the digest of that part; see party/custody.ts */
  custody: z.object({ host: z.string(), digest: z.string() }).optional(),
  submittedAt: Instant.optional(),
  /** a row of an agent's file: what the national agent system said of the agent when it was opened */
  standing: AgentStanding.optional(),
  /** keyed hash of the client and the business intended; see party/intent.ts */
  intent: z.string().optional(),
  /** the persons named who have a document: key into `form.people` → keyed hash; see party/person-index.ts */
  persons: z.record(z.string(), z.string()).optional(),
  /** by what it is compared with others: JSON Pointer → keyed hash of a contact or the address; see party/traces.ts */
  traces: z.record(z.string(), z.string()).optional(),
  /** a row of an agent's file: how many rows near it are alike; see party/likeness.ts */
  alike: z.object({ others: z.int().min(1), before: z.int().min(0) }).optional(),
});
export type SentAttempt = z.infer<typeof SentAttempt>;

/** What is stored of one attempt, beside the head. Parts are read by the folders that own them. */
export interface ApplicationRecord {
  readonly application: Application;
  readonly sent: SentAttempt;
  /** part of the sort key after the attempt (e.g. `#CASE`) → item */
  readonly parts: ReadonlyMap<string, unknown>;
}

export interface KeptPart {
  readonly name: string;
  readonly item: object;
}

export interface Move {
  readonly to: readonly ApplicationState[];
  readonly at: string;
  readonly by: string;
  /** what the last event is about */
  readonly subject: Json;
  /** members of the head that change with it */
  readonly change?: Partial<Application>;
  /** a part of the attempt that is kept with it, by its name (`#CUSTODY`) */
  readonly part?: KeptPart;
}
