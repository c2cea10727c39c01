import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { intentKey } from '../application/intent-claim.store.ts';
import { IntentClaim } from '../application/intent-claim.ts';
import { readAll } from '../runtime/read-all.ts';

/** Who holds what clients intend, read consistently from the register. */
export const claimStore = (documents: DynamoDBDocumentClient, table: string) => ({
  async claim(intent: string): Promise<IntentClaim | undefined> {
    const { Item } = await documents.send(
      new GetCommand({ TableName: table, Key: intentKey(intent), ConsistentRead: true }),
    );
    return Item && IntentClaim.parse(Item);
  },

  /** by intent; at most a hundred in one request */
  async claims(intents: readonly string[]): Promise<ReadonlyMap<string, IntentClaim>> {
    const items = await readAll(documents, table, [...new Set(intents)].map(intentKey));
    return new Map(
      items.map((item) => [String(item.pk).slice('INTENT#'.length), IntentClaim.parse(item)]),
    );
  },
});
