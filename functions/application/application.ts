import * as z from 'zod';
import { Instant } from '../shared/calendar.ts';
import type { Json } from '../shared/canonical-json.ts';
import { ApplicationId, Attempt, BatchId } from '../shared/ids.ts';
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
  /** division of the registrar applied to, where the form names one */
  registrar: z.string().optional(),
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
  submittedAt: Instant.optional(),
});
export type SentAttempt = z.infer<typeof SentAttempt>;

/** What is stored of one attempt, beside the head. Parts are read by the folders that own them. */
export interface ApplicationRecord {
  readonly application: Application;
  readonly sent: SentAttempt;
  /** part of the sort key after the attempt (e.g. `#CASE`) → item */
  readonly parts: ReadonlyMap<string, unknown>;
}

export interface Move {
  readonly to: readonly ApplicationState[];
  readonly at: string;
  readonly by: string;
  /** what the last event is about */
  readonly subject: Json;
  /** members of the head that change with it */
  readonly change?: Partial<Application>;
}
