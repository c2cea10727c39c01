import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { readAll } from '../runtime/read-all.ts';
import { Signing, type SigningRecords } from './signing.ts';

const DAY_S = 86_400;
/** A link that is over can still be told from one that never was, for so many days. */
const TOLD_DAYS = 30;
/** An assertion is refused as too old 72 hours after the face was seen; until then its use is remembered. */
const REMEMBERED_DAYS = 5;

const signingKey = (id: string) => ({ pk: `SIGNING#${id}`, sk: 'SIGNING' });
const seconds = (at: number): number => Math.floor(at / 1000);

/** Links to sign, and which assertions were used by which, in the table `access`. */
export const signingStore = (documents: DynamoDBDocumentClient, table: string): SigningRecords => ({
  async keep(signing) {
    const expires = seconds(Date.parse(signing.openUntil)) + TOLD_DAYS * DAY_S;
    await documents.send(
      new PutCommand({
        TableName: table,
        Item: { ...signingKey(signing.id), ...signing, expires },
      }),
    );
  },

  async signing(id) {
    const { Item } = await documents.send(
      new GetCommand({ TableName: table, Key: signingKey(id), ConsistentRead: true }),
    );
    return Item && Signing.parse(Item);
  },

  async signings(ids) {
    const items = await readAll(documents, table, ids.map(signingKey));
    return new Map(items.map((item) => Signing.parse(item)).map((it) => [it.id, it]));
  },

  async opened({ id, secretHash }, at) {
    try {
      await documents.send(
        new UpdateCommand({
          TableName: table,
          Key: signingKey(id),
          UpdateExpression: 'SET openedAt = if_not_exists(openedAt, :at)',
          ConditionExpression: 'secretHash = :hash',
          ExpressionAttributeValues: { ':at': at, ':hash': secretHash },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },

  async use(assertion, signing, now) {
    try {
      await documents.send(
        new PutCommand({
          TableName: table,
          Item: {
            pk: `ASSERTION#${assertion}`,
            sk: 'USED',
            schemaVersion: 1,
            signing,
            expires: seconds(now) + REMEMBERED_DAYS * DAY_S,
          },
          ConditionExpression: 'attribute_not_exists(pk)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return 'USED';
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return unmarshall(error.Item ?? {}).signing === signing ? 'USED' : 'REPLAYED';
    }
  },
});
