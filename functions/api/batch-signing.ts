import type { ApplicationRecord } from '../application/application.ts';
import { identityOf } from '../application/form-places.ts';
import type { Batch, Row } from '../batch/batch.ts';
import { missingParties } from '../party/parties.ts';
import { standingRefusals } from '../party/refusal.ts';
import { personsToAsk, type SigningRecords, signingIdOf } from '../party/signing.ts';
import { partyRolesOf } from '../party/signing-words.ts';
import { type ApplicationId, BatchId } from '../shared/ids.ts';
import { hostRefusal } from './host-refusal-view.ts';
import { nextLink } from './pages.ts';
import { Problem } from './problems.ts';
import type { Caller, UseCases } from './request.ts';
import { type RowPorts, rowPage } from './row-page.ts';
import type { SIGNING_ROUTES } from './signing.routes.ts';
import { type LinkPorts, linkFor } from './signing-link.ts';
import { type ChaseView, linkStateOf } from './signing-view.ts';

interface BatchSigningPorts extends LinkPorts, RowPorts, Pick<SigningRecords, 'signings'> {
  /** @throws {DomainError} ApplicationNotFound */
  batch(id: BatchId): Promise<Batch>;
  /** those of the applications that wait in SIGNING */
  waiting(ids: readonly ApplicationId[]): Promise<ReadonlyMap<ApplicationId, ApplicationRecord>>;
}

interface WaitingRow {
  readonly row: Row;
  readonly record: ApplicationRecord;
}

type Routes = Pick<typeof SIGNING_ROUTES, 'listBatchSigners' | 'makeBatchSignings'>;
type Call = Pick<
  Parameters<UseCases<Routes>['listBatchSigners']>[0],
  'parameters' | 'caller' | 'query'
>;

/** Links written side by side. */
const SIDE_BY_SIDE = 16;

/** An agent's chase list: which of a batch's rows wait for whom, and links for them. */
export function batchSigningUseCases(ports: BatchSigningPorts): UseCases<Routes> {
  const own = async (id: string | undefined, { subject }: Caller): Promise<Batch> => {
    const known = BatchId.safeParse(id).data;
    if (known === undefined) throw new Problem('not-found');
    const batch = await ports.batch(known);
    if (batch.agent !== subject) throw new Problem('not-found');
    return batch;
  };

  /** A page of the ledger, and those of its rows that wait. A row that is linked stands where it was first. */
  const waitingRows = async ({ parameters: { id }, caller, query: { limit, cursor } }: Call) => {
    const batch = await own(id, caller);
    const { rows, next } = await rowPage(ports, batch, limit, cursor);
    const taken = rows.filter(({ state }) => state === 'TAKEN_IN');
    const records = await ports.waiting(taken.flatMap((it) => it.applicationId ?? []));
    const waiting = taken.flatMap((row): WaitingRow[] => {
      const record = row.applicationId && records.get(row.applicationId);
      return record ? [{ row, record }] : [];
    });
    const page = (list: string) => nextLink(`/v1/batches/${batch.id}/${list}`, { limit }, next);
    return { waiting, page };
  };

  return {
    async listBatchSigners(call) {
      const { waiting, page } = await waitingRows(call);
      const [asked, refusals] = await Promise.all([
        Promise.all(waiting.map(askedOf)),
        Promise.all(waiting.map(({ record }) => standingRefusals(record))),
      ]);
      const made = await ports.signings(asked.flat().map(({ id }) => id));
      const now = ports.now();
      const rows = waiting.map(({ row: { row, clientRowRef }, record }, at): ChaseView => {
        const refused = new Set(refusals[at]?.map(({ person }) => person));
        const missing = (asked[at] ?? []).map(({ person, id }) => {
          const signing = made.get(id);
          const roles = partyRolesOf(record.sent.form, ...keysOf(record, person));
          const { openUntil } = signing ?? {};
          return {
            person,
            roles,
            link: linkStateOf(signing, refused.has(person), now),
            ...(openUntil && { openUntil }),
          };
        });
        const {
          id: applicationId,
          updatedAt,
          signingSince: since = updatedAt,
        } = record.application;
        const hostRefused = hostRefusal(record);
        return {
          ...{ row, clientRowRef, applicationId, since, missing, others: othersOf(record) },
          ...(hostRefused && { hostRefused }),
        };
      });
      return { status: 200, body: { rows }, ...page('signers') };
    },

    async makeBatchSignings(call) {
      const { waiting, page } = await waitingRows(call);
      const asked = waiting.flatMap(({ row, record }) =>
        personsToAsk(record).map(({ person }) => ({ row, record, person })),
      );
      const signings: object[] = [];
      const queue = asked.entries();
      const worker = async () => {
        for (const [at, { row, record, person }] of queue) {
          const { row: number, clientRowRef } = row;
          signings[at] = {
            row: number,
            clientRowRef,
            ...(await linkFor(ports, record, person)),
          };
        }
      };
      await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
      return { status: 201, body: { signings }, ...page('signings') };
    },
  };
}

/** Whom a row waits for, with the ids of the links that they have or would have. */
const askedOf = ({ record }: WaitingRow) => {
  const { id: applicationId, attempt } = record.application;
  return Promise.all(
    personsToAsk(record).map(async ({ person }) => ({
      person,
      id: await signingIdOf({ applicationId, attempt }, person),
    })),
  );
};

/** Who signs by no link. */
const othersOf = (record: ApplicationRecord) =>
  missingParties(record).flatMap((party) => {
    if ('company' in party) return ['COMPANY' as const];
    return 'host' in party ? ['HOST' as const] : [];
  });

/** Keys under which the form names the same person. */
const keysOf = ({ sent: { form } }: ApplicationRecord, person: string): readonly string[] =>
  Object.keys(form.people ?? {}).filter((it) => identityOf(form, it) === identityOf(form, person));
