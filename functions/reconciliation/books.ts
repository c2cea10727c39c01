import * as z from 'zod';
import { Application, SentAttempt } from '../application/application.ts';
import { decidingRegistrar } from '../application/deciding-registrar.ts';
import { type Wanted, wanted } from '../application/holds.ts';
import { IntentClaim } from '../application/intent-claim.ts';
import { Batch, Row, RowCounts } from '../batch/batch.ts';
import { Tenant } from '../cluster/host.ts';
import type { Holding } from '../name/name-card.ts';
import { Business } from '../register/business.ts';
import { ApplicationId, BatchId } from '../shared/ids.ts';

export type Item = Readonly<Record<string, unknown>>;

/** A stored place and the item that says who its tenant is; both carry the same. */
export interface HostItem extends z.infer<typeof Tenant> {
  readonly host: string;
}

export interface LedgerRow extends z.infer<typeof Row> {
  readonly batchId: BatchId;
}

const Card = z.object({
  holdings: z.record(
    z.string(),
    z.object({
      kind: z.enum(['RESERVED', 'LIVE']),
      holder: z.string(),
      until: z.string().optional(),
    }),
  ),
});
const Reference = z.object({ batchId: BatchId, row: z.int(), applicationId: ApplicationId });

/** What the three tables say, reduced to what they must agree on: ids, states, holders; no forms. */
export interface Books {
  readonly applications: ReadonlyMap<string, Application>;
  /** what the last attempt of an application asks to have for itself */
  readonly wanted: ReadonlyMap<string, Wanted>;
  /** events stored of each application */
  readonly events: ReadonlyMap<string, number>;
  /** by code */
  readonly businesses: ReadonlyMap<string, Business>;
  readonly licences: ReadonlySet<string>;
  /** `registrar#字号` → industry → holder */
  readonly cards: ReadonlyMap<string, Readonly<Record<string, Holding>>>;
  /** keyed hash of client and business → the application that has claimed it */
  readonly claims: ReadonlyMap<string, string>;
  readonly places: readonly HostItem[];
  readonly tenants: readonly HostItem[];
  /** division → numbers drawn */
  readonly drawn: ReadonlyMap<string, number>;
  readonly batches: ReadonlyMap<string, Batch>;
  readonly chunks: readonly { readonly batchId: string; readonly counts: RowCounts }[];
  readonly rows: readonly LedgerRow[];
  /** `agent#reference` */
  readonly references: ReadonlySet<string>;
}

/**
 * Reads the items of applications, register and batches, in any order; kinds that no other table
 * depends on are passed over. One fact of some hundred bytes is kept for each item.
 *
 * @throws {z.ZodError} for an item that its own schema refuses.
 */
export function booksOf(items: Iterable<Item>): Books {
  const applications = new Map<string, Application>();
  const attempts = new Map<string, { sent: SentAttempt; at: string }>();
  const events = new Map<string, number>();
  const businesses = new Map<string, Business>();
  const licences = new Set<string>();
  const cards = new Map<string, Readonly<Record<string, Holding>>>();
  const claims = new Map<string, string>();
  const places: HostItem[] = [];
  const tenants: HostItem[] = [];
  const drawn = new Map<string, number>();
  const batches = new Map<string, Batch>();
  const chunks: Books['chunks'][number][] = [];
  const rows: LedgerRow[] = [];
  const references = new Set<string>();

  for (const item of items) {
    const { pk, sk } = z.object({ pk: z.string(), sk: z.string() }).parse(item);
    const [kind = '', id = ''] = pk.split('#');
    if (kind === 'APP' && sk === 'HEAD') {
      applications.set(id, Application.parse(item));
    } else if (kind === 'APP' && /^ATTEMPT#\d{4}$/.test(sk)) {
      const sent = SentAttempt.parse(item);
      const { attempt, submittedAt } = sent;
      const known = attempts.get(id);
      if (submittedAt !== undefined && attempt > (known?.sent.attempt ?? 0)) {
        attempts.set(id, { sent, at: submittedAt });
      }
    } else if (kind === 'APP' && sk.startsWith('HISTORY#')) {
      events.set(id, (events.get(id) ?? 0) + 1);
    } else if (kind === 'USCC' && sk === 'BUSINESS') {
      businesses.set(id, Business.parse(item));
    } else if (kind === 'USCC' && sk === 'LICENCE') {
      licences.add(id);
    } else if (kind === 'NAME') {
      const { holdings } = Card.parse(item);
      cards.set(pk.slice('NAME#'.length), holdings as Readonly<Record<string, Holding>>);
    } else if (kind === 'INTENT') {
      claims.set(id, IntentClaim.parse(item).holder);
    } else if (kind === 'HOST' && sk.startsWith('PLACE#')) {
      places.push({ host: id, ...Tenant.parse(item) });
    } else if (kind === 'HOST' && sk.startsWith('TENANT#')) {
      tenants.push({ host: id, ...Tenant.parse(item) });
    } else if (kind === 'CODES') {
      drawn.set(id, z.number().parse(item.drawn));
    } else if (kind === 'BATCH' && sk === 'HEAD') {
      batches.set(id, Batch.parse(item));
    } else if (kind === 'BATCH' && sk === 'CHUNK') {
      chunks.push({ batchId: id, counts: RowCounts.parse(item.counts) });
    } else if (kind === 'BATCH' && sk.startsWith('ROW#')) {
      rows.push({ batchId: BatchId.parse(id), ...Row.parse(item) });
    } else if (kind === 'REF') {
      Reference.parse(item);
      references.add(pk.slice('REF#'.length));
    }
  }
  return {
    applications,
    wanted: new Map(
      [...attempts].map(([id, { sent, at }]) => {
        const head = applications.get(id);
        return [id, wanted(sent, at, head && decidingRegistrar(head, sent.form))];
      }),
    ),
    events,
    businesses,
    licences,
    cards,
    claims,
    places,
    tenants,
    drawn,
    batches,
    chunks,
    rows,
    references,
  };
}
