import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { unpacked } from './packed.ts';

type Query = ConstructorParameters<typeof QueryCommand>[0];
type Item = Record<string, unknown>;

/** The pages of a query, each asked for when the one before was used up. */
export async function* pagesOf(
  documents: DynamoDBDocumentClient,
  query: Query,
): AsyncGenerator<readonly Item[]> {
  let last: Item | undefined;
  do {
    const page = await documents.send(
      new QueryCommand({ ...query, ...(last && { ExclusiveStartKey: last }) }),
    );
    yield (page.Items ?? []).map(unpacked);
    last = page.LastEvaluatedKey;
  } while (last);
}

/** All that a query finds; for what is bounded by what it is about. */
export async function queried(documents: DynamoDBDocumentClient, query: Query): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of pagesOf(documents, query)) items.push(...page);
  return items;
}
