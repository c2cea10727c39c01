import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { readAll } from '../runtime/read-all.ts';
import { nameCardKey, readCard } from './name.store.ts';
import { conflictsOn, type NameCard } from './name-card.ts';
import type { WantedName } from './wanted-name.ts';

/** Cards that are read, and names that are told, of however many are near: ten cards are 2 kB. */
const READ = 10;
const TOLD = 3;

/**
 * The 字号 of others, in the same or no industry, that a name can be taken for; the same 字号 is not
 * among them. No request where none but the own one is remembered, as with most; else one, however
 * large the register is.
 *
 * @param remembered the 字号 that were seen with the same near key; see near-key.ts
 */
export const nearNames =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (
    wanted: WantedName,
    holder: string,
    now: string,
    remembered: Iterable<string>,
  ): Promise<readonly string[]> => {
    const { registrar, industry } = wanted;
    const others = [...remembered]
      .filter((key) => key !== wanted.key)
      .toSorted()
      .slice(0, READ);
    const cards = await readCards(
      documents,
      table,
    )(others.map((key) => ({ registrar, industry, key })));
    return others
      .filter((_, at) => conflictsOn(cards[at], { industry, holder, now }).length > 0)
      .slice(0, TOLD);
  };

/** The cards of names, in the order of the names; the names are at one registrar and differ from each other. */
export const readCards =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (names: readonly WantedName[]): Promise<readonly (NameCard | undefined)[]> => {
    const items = await readAll(documents, table, names.map(nameCardKey));
    const cards = new Map(items.map((item) => [item.pk, readCard(item)]));
    return names.map((name) => cards.get(nameCardKey(name).pk));
  };
