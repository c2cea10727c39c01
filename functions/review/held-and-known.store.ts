import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Application } from '../application/application.ts';
import { holdingKeys, holdingsIn } from '../application/holdings.store.ts';
import type { Holdings, Wanted } from '../application/holds.ts';
import type { Known } from '../party/known.ts';
import { knownAmong, subjectKey } from '../party/subject.store.ts';
import { readAll } from '../runtime/read-all.ts';

export interface HeldAndKnown {
  readonly holdings: Holdings;
  /** by subject; who is not in it is unknown */
  readonly known: ReadonlyMap<string, Known>;
}

/**
 * All that the register says of an application before it is judged: what it holds, and what is known
 * of whom and what it names. One consistent request for up to a hundred items, as nearly every form needs.
 *
 * @param period see party/traces.ts
 */
export const readHeldAndKnown =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (
    { id, owner }: Pick<Application, 'id' | 'owner'>,
    wanted: Wanted,
    subjects: Iterable<string>,
    period: number,
  ): Promise<HeldAndKnown> => {
    const items = await readAll(documents, table, [
      ...holdingKeys(id, wanted, owner),
      ...[...new Set(subjects)].map(subjectKey),
    ]);
    return { holdings: holdingsIn(items), known: knownAmong(items, period) };
  };
