import { ListEntry } from '../party/list-entry.ts';
import {
  type ListedSubject,
  mayBeListed,
  subjectFaults,
  subjectOf,
} from '../party/listed-subject.ts';
import { COUNTED, type Listing } from '../party/listing.ts';
import { LISTS } from '../party/lists.ts';
import type { PersonKey } from '../party/person-hash.ts';
import type { LegalDate } from '../shared/calendar.ts';
import type { Json } from '../shared/canonical-json.ts';
import { legalDateOf } from '../shared/days.ts';
import { DomainError } from '../shared/errors.ts';
import { ListEntryId, type NewId } from '../shared/ids.ts';
import type { ProblemError } from '../shared/request-faults.ts';
import type { LIST_ENTRY_ROUTES, ListEntryView } from './list-entry.routes.ts';
import { Problem } from './problems.ts';
import type { Answer, Caller, UseCases } from './request.ts';

export interface ListEntryPorts {
  idempotentId<Id extends string>(
    caller: string,
    route: string,
    key: string,
    body: Json,
    fresh: Id,
  ): Promise<{ id: Id; replayed: boolean }>;
  /** STANDS: the source's number of it stands with the subject already */
  enter(listing: Listing): Promise<'COMMITTED' | 'EXISTS' | 'STANDS' | 'NEVER'>;
  end(next: Listing, read: Listing): Promise<'COMMITTED' | 'MOVED' | 'NEVER'>;
  /** @throws {DomainError} ApplicationNotFound */
  listing(id: ListEntryId): Promise<Listing>;
  ofSubject(subject: string): Promise<readonly Listing[]>;
  /** notes a reading before it is answered */
  note(subject: string, reading: { readonly at: string; readonly by: string }): Promise<void>;
  counts(
    on: LegalDate,
  ): Promise<
    readonly { readonly list: string; readonly ground: string; readonly entries: number }[]
  >;
  personKey(): Promise<PersonKey>;
  readonly newId: NewId;
  now(): number;
}

const viewOf = ({ schemaVersion: _, subject: _hash, entry, ...record }: Listing): ListEntryView => {
  const { id: number, ...rest } = entry;
  return { ...record, number, ...rest };
};
const answer = (listing: Listing, more: Partial<Answer> = {}): Answer => ({
  status: 200,
  version: listing.version,
  body: viewOf(listing),
  ...more,
});

const supervised = ({ grade }: Caller): void => {
  if (grade !== 'SUPERVISOR') throw new Problem('supervisor-only');
};

/** @throws {Problem} invalid-request with every fault */
function inOrder(subject: ListedSubject, entry: ListEntry, today: LegalDate): void {
  const { list, ground, from, until = '9999-12-31' } = entry;
  const faults: ProblemError[] = [...subjectFaults(subject, today)];
  if (!mayBeListed(list, subject))
    faults.push({ pointer: '/list', detail: 'NOT_OF_SUCH_A_SUBJECT' });
  if (!LISTS[list].some((it) => it === ground))
    faults.push({ pointer: '/ground', detail: 'NO_GROUND_OF_THIS_LIST' });
  if (until < from) faults.push({ pointer: '/until', detail: 'BEFORE_IT_BEGINS' });
  if (entry.officer !== undefined && list !== 'FAVOURED')
    faults.push({ pointer: '/officer', detail: 'ONLY_OF_FAVOURED' });
  if (faults.length > 0) throw new Problem('invalid-request', faults);
}

/** The door for entries of lists, on the ports that the handler joins. */
export function listEntryUseCases(ports: ListEntryPorts): UseCases<typeof LIST_ENTRY_ROUTES> {
  const at = () => new Date(ports.now()).toISOString();
  const noted = (subject: string, { subject: by }: Caller) => ports.note(subject, { at: at(), by });
  const known = async (id: string | undefined): Promise<Listing> => {
    const read = ListEntryId.safeParse(id);
    if (!read.success) throw new Problem('not-found');
    return ports.listing(read.data);
  };

  return {
    async enterListEntry({ caller, idempotencyKey, body }) {
      supervised(caller);
      const { subject, number, reason, ...rest } = body;
      const entry = { id: number, ...rest };
      inOrder(subject, entry, legalDateOf(ports.now()));
      const { id, replayed } = await ports.idempotentId(
        caller.subject,
        'list-entries',
        idempotencyKey,
        JSON.parse(JSON.stringify(body)),
        ports.newId('le'),
      );
      const listing: Listing = {
        schemaVersion: 1,
        id,
        version: 1,
        subject: await subjectOf(await ports.personKey(), subject),
        about: subject.kind,
        entry: ListEntry.parse(entry),
        enteredBy: caller.subject,
        enteredAt: at(),
        reason,
      };
      const outcome = await ports.enter(listing);
      if (outcome === 'STANDS') throw new DomainError('NotInThisState', { listEntryId: id });
      const kept = outcome === 'EXISTS' ? await ports.listing(id) : listing;
      return answer(kept, {
        status: 201,
        headers: {
          location: `/v1/list-entries/${id}`,
          ...(replayed && { 'idempotency-replayed': 'true' }),
        },
      });
    },

    async findListEntries({ caller, body: { subject } }) {
      const faults = subjectFaults(subject, legalDateOf(ports.now()));
      if (faults.length > 0) throw new Problem('invalid-request', faults);
      const sought = await subjectOf(await ports.personKey(), subject);
      await noted(sought, caller);
      return { status: 200, body: { entries: (await ports.ofSubject(sought)).map(viewOf) } };
    },

    async readListEntry({ parameters: { id }, caller }) {
      const listing = await known(id);
      await noted(listing.subject, caller);
      return answer(listing);
    },

    async endListEntry({ parameters: { id }, caller, version, body: { until, reason } }) {
      const read = await known(id);
      supervised(caller);
      if (read.version !== version) throw new Problem('version-stale');
      if (read.endedAt !== undefined)
        throw new DomainError('NotInThisState', { listEntryId: read.id });
      const next: Listing = {
        ...read,
        version: read.version + 1,
        entry: { ...read.entry, until },
        endedBy: caller.subject,
        endedAt: at(),
        endedBecause: reason,
      };
      if ((await ports.end(next, read)) !== 'COMMITTED') throw new Problem('version-stale');
      return answer(next);
    },

    async countListEntries() {
      const on = legalDateOf(ports.now());
      const found = await ports.counts(on);
      const counts = COUNTED.flatMap((list) =>
        LISTS[list].map((ground) => ({
          list,
          ground,
          entries: found.find((it) => it.list === list && it.ground === ground)?.entries ?? 0,
        })),
      );
      return {
        status: 200,
        body: { on, counts },
        headers: { 'cache-control': 'public, max-age=300' },
      };
    },
  };
}
