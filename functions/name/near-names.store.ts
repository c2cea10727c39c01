import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { readAll } from '../runtime/read-all.ts';
import { nameCardKey, nearOf, readCard } from './name.store.ts';
import { Card, conflictsOn, type NameCard } from './name-card.ts';
import type { WantedName } from './wanted-name.ts';

/** Cards that are read, and names that are told, of however many are near: ten cards are 2 kB, half a read unit. */
const READ = 10;
const TOLD = 3;

const Near = z.object({ nearName: z.string(), holdings: Card.shape.holdings });

/**
 * The 字号 of others, in the same or no industry, that a name can be taken for; the same 字号 is not
 * among them. One request, however large the register is. From an index, so what was written a
 * moment before may be missing: it warns, and decides nothing.
 */
export const nearNames =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (wanted: WantedName, holder: string, now: string): Promise<readonly string[]> => {
    const { industry, key } = wanted;
    const { Items = [] } = await documents.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'near-names',
        KeyConditionExpression: '#near = :near',
        ExpressionAttributeNames: { '#near': 'near' },
        ExpressionAttributeValues: { ':near': nearOf(wanted) },
        Limit: READ,
      }),
    );
    return z
      .array(Near)
      .parse(Items)
      .filter(({ nearName, holdings }) => {
        const card = { version: 0, holdings };
        return nearName !== key && conflictsOn(card, { industry, holder, now }).length > 0;
      })
      .slice(0, TOLD)
      .map(({ nearName }) => nearName);
  };

/** The cards of names, in the order of the names; the names are at one registrar and differ from each other. */
export const readCards =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (names: readonly WantedName[]): Promise<readonly (NameCard | undefined)[]> => {
    const items = await readAll(documents, table, names.map(nameCardKey));
    const cards = new Map(items.map((item) => [item.pk, readCard(item)]));
    return names.map((name) => cards.get(nameCardKey(name).pk));
  };
