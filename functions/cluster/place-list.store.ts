import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { Tenant } from './host.ts';
import { placeKey } from './place.store.ts';

/** A page of the places that are held or occupied at a host, by their numbers; one request. */
export const placeList =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (
    host: string,
    limit: number,
    after?: number,
  ): Promise<{ places: readonly Tenant[]; next?: number }> => {
    const { Items = [], LastEvaluatedKey } = await documents.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :host AND begins_with(sk, :place)',
        ExpressionAttributeValues: { ':host': placeKey(host, 0).pk, ':place': 'PLACE#' },
        Limit: limit,
        ...(after !== undefined && { ExclusiveStartKey: placeKey(host, after) }),
      }),
    );
    const places = Items.map((item) => Tenant.parse(item));
    const next = LastEvaluatedKey && places.at(-1)?.place;
    return { places, ...(next !== undefined && { next }) };
  };
