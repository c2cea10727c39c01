import type { Table } from '../functions/catalogue.ts';

/** How long items of one kind are kept, and what acts on it. */
interface Retention {
  /** keys of the kind: `pk · sk`, with `…` for what differs */
  readonly key: `${string} · ${string}`;
  /** KEPT: nothing here removes it. CACHE: DynamoDB removes it after `expires`; whoever reads it checks the time himself */
  readonly keep: 'KEPT' | 'CACHE';
  readonly because: string;
}

const FILE =
  'registration file (登记档案): evidence of what was sent, found and decided; it outlives the business. Term [M], to be set by the registrar';
const REGISTER = 'the register itself, while the business or its name is protected';

/**
 * Retention by kind of item. Only a cache may vanish by itself: a date that matters in law (a
 * reservation, a lease, a term) is a condition when it is read, never a TTL, because TTL deletes
 * days late and without a history.
 */
export const RETENTION: Readonly<Record<Table, readonly Retention[]>> = {
  applications: [
    { key: 'APP#… · HEAD', keep: 'KEPT', because: FILE },
    { key: 'APP#… · ATTEMPT#…', keep: 'KEPT', because: FILE },
    { key: 'APP#… · NOTICE#…', keep: 'KEPT', because: `${FILE}; what was served, and when` },
    { key: 'APP#… · HISTORY#…', keep: 'KEPT', because: `${FILE}; an erasure takes the salt only` },
    {
      key: 'APP#… · READ#…',
      keep: 'KEPT',
      because: `${FILE}; who received an applicant's data (PIPL art. 45, 54–56)`,
    },
    {
      key: 'TRUSTED#… · KEY#…',
      keep: 'KEPT',
      because: 'verifies what another authority signed after it changed its key',
    },
    {
      key: 'PROOF#… · STATUS_LIST',
      keep: 'KEPT',
      because: 'what an issuer said of an e-licence, as it signed it',
    },
    {
      key: 'SHADOW#… · REPORT',
      keep: 'KEPT',
      because:
        'what a candidate rule set would have decided otherwise: counts, and ids of applications',
    },
    {
      key: 'STATISTICS#… · …',
      keep: 'KEPT',
      because:
        'counts of decisions by week, registrar and bundle; nothing of a person or an application',
    },
    {
      key: 'STATISTICS · …',
      keep: 'KEPT',
      because:
        'how far decisions are counted, which are still to be read again, and what was switched off',
    },
  ],
  register: [
    { key: 'NAME#… · CARD', keep: 'KEPT', because: `${REGISTER}; a reservation ends by its date` },
    { key: 'USCC#… · BUSINESS', keep: 'KEPT', because: REGISTER },
    { key: 'USCC#… · LICENCE', keep: 'KEPT', because: REGISTER },
    {
      key: 'SUBJECT#… · KNOWN',
      keep: 'KEPT',
      because:
        'entries of lists on persons, businesses and addresses, by keyed hash, and ids of applications seen with them',
    },
    {
      key: 'SUBJECT#… · READ#…',
      keep: 'KEPT',
      because: 'who asked what lists hold on a subject, and when (PIPL art. 45, 54)',
    },
    {
      key: 'LISTED#… · ENTRY',
      keep: 'KEPT',
      because: 'who entered and who ended an entry of a list, when and why',
    },
    { key: 'LISTS · COUNT#…', keep: 'KEPT', because: 'how many entries hold, by day' },
    {
      key: 'PUBLISHED · HEAD',
      keep: 'KEPT',
      because: 'tells processes that something was published',
    },
    {
      key: 'PUBLISHED · EDITION#…',
      keep: 'KEPT',
      because: 'dated data that decisions went by, and who published it',
    },
    { key: 'USCC#… · CHECK#…', keep: 'KEPT', because: 'what was found after the event (事后核查)' },
    {
      key: 'HOST#… · HEAD',
      keep: 'KEPT',
      because: 'hosts and their credit, while they have tenants',
    },
    {
      key: 'HOST#… · PLACE#…',
      keep: 'KEPT',
      because: 'the ledger of places; given back by a transaction',
    },
    {
      key: 'HOST#… · TENANT#…',
      keep: 'KEPT',
      because: 'the ledger of places; given back by a transaction',
    },
    {
      key: 'HOST#… · CUSTODY#…',
      keep: 'KEPT',
      because:
        'what waits for a host’s signature; removed by the transaction with which it waits no more',
    },
    {
      key: 'PERSON#… · NAMED#…',
      keep: 'KEPT',
      because: 'a person finds what names her for as long as it is kept; the key is a keyed hash',
    },
    { key: 'USCC#… · INQUIRY#…', keep: 'KEPT', because: FILE },
    { key: 'USCC#… · EVENT#…', keep: 'KEPT', because: FILE },
    {
      key: 'INTENT#… · CLAIM',
      keep: 'KEPT',
      because: 'one live application for each client and business; given back by a transaction',
    },
    {
      key: 'INTENT#… · ENDED#…',
      keep: 'KEPT',
      because: 'what was signed for a withdrawn application is not signed for another one',
    },
    { key: 'CODES#… · LOT', keep: 'KEPT', because: 'a code is never given twice' },
    { key: 'STOPS · STOP#…', keep: 'KEPT', because: 'a stop holds until two officials end it' },
    {
      key: 'STOPS · PAST#…',
      keep: 'KEPT',
      because: 'who stopped issuance, why, and who let it go on',
    },
    { key: 'STATUS#… · INDEX#…', keep: 'KEPT', because: 'a licence not in force stays so' },
  ],
  batches: [
    {
      key: 'BATCH#… · HEAD',
      keep: 'KEPT',
      because: 'agents keep records for ten years (经营主体登记代理)',
    },
    { key: 'BATCH#… · CHUNK', keep: 'KEPT', because: 'the ledger that closing counts' },
    { key: 'BATCH#… · ROW#…', keep: 'KEPT', because: 'what became of each row' },
    {
      key: 'TURN#… · TURN',
      keep: 'KEPT',
      because: 'given back when the batch is closed; ends by its date',
    },
    {
      key: 'AGENT#… · STANDING#…',
      keep: 'KEPT',
      because: 'what the national agent system answered, for ten years (经营主体登记代理)',
    },
    { key: 'REF#… · REF', keep: 'KEPT', because: 'a row reference is tied to one row for ever' },
  ],
  access: [
    {
      key: 'SIGNING#… · SIGNING',
      keep: 'CACHE',
      because:
        'a link to sign lapses after 30 days and is told for as many; what was signed by it stands in the attempt',
    },
    {
      key: 'ASSERTION#… · USED',
      keep: 'CACHE',
      because: 'an assertion signs once; after 72 hours it is too old to sign at all',
    },
    {
      key: 'IDEMPOTENCY#… · ID',
      keep: 'CACHE',
      because: '48 hours; the effect is put-if-absent under its id for ever',
    },
  ],
};

/** The attribute by which DynamoDB removes a table's items, where the table is a cache as a whole. */
export const expiryOf = (table: Table): 'expires' | undefined =>
  RETENTION[table].every(({ keep }) => keep === 'CACHE') ? 'expires' : undefined;

/** Files in days. Originals are evidence; only what can be made again from them goes. */
export const FILE_RETENTION_DAYS = {
  /** an upload that was never finished */
  unfinishedUpload: 2,
  /** of the log of who read which file (PIPL art. 54–56: three years) */
  accessLog: 1096,
} as const;
