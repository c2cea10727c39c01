import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { queried } from '../runtime/queried.ts';
import type { Level, Period } from './periods.ts';
import { merged, NOTHING, Tally } from './tally.ts';

const CURSOR = { pk: 'STATISTICS', sk: 'CURSOR' };

/** Tallies by registrar. */
export type Tallies = ReadonlyMap<string, Tally>;

const Item = z.object({ sk: z.string(), tally: z.string() });

/** Tallies of a week stand together: one item for each registrar and slice, hour, day, and the week itself. */
export const tallyStore = (documents: DynamoDBDocumentClient, table: string) => ({
  /** Tallies of a level in a week, from one period to another by name, merged by registrar. */
  async tallies(week: string, level: Level, from = '0', to = '9'): Promise<Tallies> {
    const found = new Map<string, Tally>();
    const items = await queried(documents, {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: {
        ':pk': `STATISTICS#${week}`,
        ':from': `${level}#${from}`,
        ':to': `${level}#${to}~`,
      },
    });
    for (const { sk, tally } of z.array(Item).parse(items)) {
      const registrar = sk.slice(sk.lastIndexOf('#') + 1);
      const kept = Tally.parse(JSON.parse(tally));
      found.set(registrar, merged(found.get(registrar) ?? NOTHING, kept));
    }
    return found;
  },

  /** Puts a period's tally in the place of what was there, unless a later count has been. @param asOf until when it was counted */
  async keep({ week, level, name }: Period, registrar: string, tally: Tally, asOf: string) {
    try {
      await documents.send(
        new PutCommand({
          TableName: table,
          Item: {
            pk: `STATISTICS#${week}`,
            sk: `${level}#${name}#${registrar}`,
            schemaVersion: 1,
            asOf,
            tally: JSON.stringify(tally),
          },
          ConditionExpression: 'attribute_not_exists(pk) OR asOf <= :asOf',
          ExpressionAttributeValues: { ':asOf': asOf },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },

  /** Up to when decisions have been counted, and all that follows from them done. */
  async cursor(): Promise<string | undefined> {
    const { Item: kept } = await documents.send(
      new GetCommand({ TableName: table, Key: CURSOR, ConsistentRead: true }),
    );
    return kept && z.object({ at: z.string() }).parse(kept).at;
  },

  async moveCursor(at: string): Promise<void> {
    await documents.send(
      new PutCommand({ TableName: table, Item: { ...CURSOR, schemaVersion: 1, at } }),
    );
  },
});
