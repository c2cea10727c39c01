import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { DECIDED_SHARDS, decidedKey, Measured } from '../application/measured.ts';
import { pagesOf } from '../runtime/queried.ts';
import { ApplicationId } from '../shared/ids.ts';
import type { Decided } from './decided.ts';

const HOUR_MS = 3_600_000;

const IndexItem = z.object({
  pk: z.string(),
  sk: z.string(),
  decidedPlace: z.string(),
  measured: Measured,
});

const told = ({ pk, sk, decidedPlace, measured }: z.infer<typeof IndexItem>): Decided => ({
  task: {
    applicationId: ApplicationId.parse(pk.slice('APP#'.length)),
    attempt: Number(sk.slice('ATTEMPT#'.length, 'ATTEMPT#0001'.length)),
  },
  at: decidedPlace.split('#')[0] ?? '',
  measured,
});

/** UTC hours that a time touches, as the index names them. */
const hoursOf = (from: number, until: number): string[] => {
  const first = Math.floor(from / HOUR_MS);
  return Array.from({ length: Math.floor(until / HOUR_MS) - first + 1 }, (_, nth) =>
    new Date((first + nth) * HOUR_MS).toISOString().slice(0, 13),
  );
};

/**
 * Every decision from one moment to before another, page by page, shard by shard. The index may be a
 * moment behind: whoever counts reads the last minutes again.
 */
export const decidedBetween = (documents: DynamoDBDocumentClient, table: string) =>
  async function* (from: number, until: number): AsyncGenerator<readonly Decided[]> {
    const [first, end] = [from, until].map((at) => new Date(at).toISOString());
    for (const hour of hoursOf(from, until)) {
      for (let shard = 0; shard < DECIDED_SHARDS; shard++) {
        const pages = pagesOf(documents, {
          TableName: table,
          IndexName: 'decided',
          KeyConditionExpression: 'decided = :decided AND decidedPlace BETWEEN :first AND :end',
          ExpressionAttributeValues: {
            ':decided': decidedKey(hour, shard),
            ':first': first,
            ':end': end,
          },
        });
        for await (const page of pages) yield z.array(IndexItem).parse(page).map(told);
      }
    }
  };
