import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { queried } from '../runtime/queried.ts';
import { readAll } from '../runtime/read-all.ts';
import { type Claim, commit } from '../runtime/transaction.ts';
import type { LegalDate } from '../shared/calendar.ts';
import { DomainError } from '../shared/errors.ts';
import { ListEntryId } from '../shared/ids.ts';
import { countChanges, isCounted, Listing } from './listing.ts';
import { entryName, subjectKey } from './subject.store.ts';

const listingKey = (id: string) => ({ pk: `LISTED#${id}`, sk: 'ENTRY' });
const COUNTS = 'LISTS';

/** Beside the entry with its subject: its record, and whether it was ended, so that its number is free. */
const Kept = z.object({ record: ListEntryId.optional(), ended: z.literal(true).optional() });

/** What an official read of a subject's entries, and when (个人信息保护法 art. 45, 54). */
export interface ListReading {
  readonly at: string;
  readonly by: string;
}

/** How many entries of a ground hold. */
export interface ListCount {
  readonly list: string;
  readonly ground: string;
  readonly entries: number;
}

/** Entries of lists as officials enter, end and read them. */
export function listingStore(
  documents: DynamoDBDocumentClient,
  table: string,
  newSalt: () => string,
) {
  /** The entry as reviews find it; over one that stands only where that is this one. */
  const withSubject = ({ id, subject, entry, endedAt }: Listing, read?: Listing) => ({
    Update: {
      TableName: table,
      Key: subjectKey(subject),
      UpdateExpression: 'SET schemaVersion = :one, #entry = :entry',
      ConditionExpression: read
        ? '#entry.#record = :record'
        : 'attribute_not_exists(#entry) OR attribute_exists(#entry.#ended)',
      ExpressionAttributeNames: {
        '#entry': entryName(entry),
        ...(read ? { '#record': 'record' } : { '#ended': 'ended' }),
      },
      ExpressionAttributeValues: {
        ':one': 1,
        ':entry': { ...entry, record: id, ...(endedAt && { ended: true }) },
        ...(read && { ':record': id }),
      },
    },
  });

  const counting = ({ entry }: Listing, read?: Listing): Claim<'NEVER'>[] => {
    if (!isCounted(entry)) return [];
    const byYear = Map.groupBy(countChanges(entry, read?.entry), ([day]) => day.slice(0, 4));
    return [...byYear].map(([year, changes]) => [
      'NEVER',
      {
        Update: {
          TableName: table,
          Key: { pk: COUNTS, sk: `COUNT#${entry.list}#${entry.ground}#${year}` },
          UpdateExpression: `ADD ${changes.map((_, at) => `#d${at} :d${at}`).join(', ')} SET schemaVersion = :one`,
          ExpressionAttributeNames: Object.fromEntries(
            changes.map(([day], at) => [`#d${at}`, day]),
          ),
          ExpressionAttributeValues: {
            ':one': 1,
            ...Object.fromEntries(changes.map(([, by], at) => [`:d${at}`, by])),
          },
        },
      },
    ]);
  };

  return {
    /** EXISTS: this record was made before; STANDS: the source's number of it stands with the subject already. */
    enter: (listing: Listing): Promise<'COMMITTED' | 'EXISTS' | 'STANDS' | 'NEVER'> =>
      commit(documents, [
        [
          'EXISTS',
          {
            Put: {
              TableName: table,
              Item: { ...listingKey(listing.id), ...listing },
              ConditionExpression: 'attribute_not_exists(pk)',
            },
          },
        ],
        ['STANDS', withSubject(listing)],
        ...counting(listing),
      ]),

    /** Ends an entry over the version that was read. */
    end: (next: Listing, read: Listing): Promise<'COMMITTED' | 'MOVED' | 'NEVER'> =>
      commit(documents, [
        [
          'MOVED',
          {
            Put: {
              TableName: table,
              Item: { ...listingKey(next.id), ...next },
              ConditionExpression: '#version = :read',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':read': read.version },
            },
          },
        ],
        ['MOVED', withSubject(next, read)],
        ...counting(next, read),
      ]),

    /** @throws {DomainError} ApplicationNotFound when there is no such entry */
    async listing(id: ListEntryId): Promise<Listing> {
      const { Item } = await documents.send(
        new GetCommand({ TableName: table, Key: listingKey(id), ConsistentRead: true }),
      );
      if (!Item) throw new DomainError('ApplicationNotFound', { listEntryId: id });
      return Listing.parse(Item);
    },

    /** What stands with a subject, or stood until its number was used again; the newest first. */
    async ofSubject(subject: string): Promise<readonly Listing[]> {
      const { Item = {} } = await documents.send(
        new GetCommand({ TableName: table, Key: subjectKey(subject), ConsistentRead: true }),
      );
      const ids = Object.entries(Item).flatMap(([name, value]) =>
        name.startsWith('entry ') ? (Kept.parse(value).record ?? []) : [],
      );
      const items = await readAll(documents, table, ids.map(listingKey));
      return z
        .array(Listing)
        .parse(items)
        .toSorted((a, b) => (a.id < b.id ? 1 : -1));
    },

    /** Notes a reading beside the subject, before it is answered. */
    async note(subject: string, reading: ListReading): Promise<void> {
      await documents.send(
        new PutCommand({
          TableName: table,
          Item: {
            pk: subjectKey(subject).pk,
            sk: `READ#${reading.at}-${newSalt()}`,
            schemaVersion: 1,
            ...reading,
          },
        }),
      );
    },

    /** How many entries hold on a day, by list and ground; those that anybody may know. */
    async counts(on: LegalDate): Promise<readonly ListCount[]> {
      const sums = new Map<string, number>();
      const counted = await queried(documents, {
        TableName: table,
        KeyConditionExpression: 'pk = :counts',
        ExpressionAttributeValues: { ':counts': COUNTS },
      });
      for (const { sk, ...days } of counted) {
        const ground = String(sk).split('#').slice(1, 3).join('#');
        const sum = Object.entries(days)
          .filter(([day]) => /^\d{4}-/.test(day) && day <= on)
          .reduce((total, [, by]) => total + Number(by), 0);
        sums.set(ground, (sums.get(ground) ?? 0) + sum);
      }
      return [...sums].map(([key, entries]) => {
        const [list = '', ground = ''] = key.split('#');
        return { list, ground, entries };
      });
    },
  };
}
