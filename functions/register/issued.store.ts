import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { businessKey } from './business-key.ts';
import { ISSUED_SHARDS, Issued, type IssuedPage, type IssuedPlace, issuedKey } from './issued.ts';
import { concerns, type StopScope } from './stop.ts';

const IndexItem = Issued.extend({
  involved: z.object({
    agents: z.array(z.string()),
    hosts: z.array(z.string()),
    regions: z.array(z.string()),
  }),
});

/** Queries made for one page, which may be short: what is searched for may be rare. */
const QUERIES_A_PAGE = 16;

/**
 * What these registrars issued since a moment that a scope concerns, key by key of the index (so the
 * order is by time within each). The index may be a moment behind.
 */
export const issuedSince =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (
    scope: StopScope,
    registrars: readonly string[],
    since: string,
    limit: number,
    from?: IssuedPlace,
  ): Promise<IssuedPage> => {
    const places = registrars
      .filter((it) => scope.kind !== 'REGISTRAR' || it === scope.id)
      .toSorted()
      .flatMap((registrar) =>
        Array.from({ length: ISSUED_SHARDS }, (_, shard) => ({ registrar, shard })),
      );
    const isFirst = ({ registrar, shard }: IssuedPlace) =>
      from?.registrar === registrar && from.shard === shard;
    const found: Issued[] = [];
    let queries = 0;
    const first = from ? places.findIndex(isFirst) : 0;
    for (const place of first < 0 ? [] : places.slice(first)) {
      let last = isFirst(place) ? from?.last : undefined;
      do {
        if (found.length === limit || queries++ === QUERIES_A_PAGE)
          return { issued: found, next: { ...place, ...(last && { last }) } };
        const issued = issuedKey(place.registrar, place.shard);
        const page = await documents.send(
          new QueryCommand({
            TableName: table,
            IndexName: 'issued',
            KeyConditionExpression: 'issued = :issued AND issuedAt >= :since',
            ExpressionAttributeValues: { ':issued': issued, ':since': since },
            Limit: limit - found.length,
            ...(last && {
              ExclusiveStartKey: { ...businessKey(last.uscc), issued, issuedAt: last.issuedAt },
            }),
          }),
        );
        const items = z.array(IndexItem).parse(page.Items ?? []);
        for (const { involved, ...item } of items) {
          if (concerns(scope, { registrar: item.registrar, ...involved })) found.push(item);
        }
        last = page.LastEvaluatedKey && items.at(-1);
      } while (last);
    }
    return { issued: found };
  };
