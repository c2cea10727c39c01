import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { readCards } from '../name/near-names.store.ts';
import type { WantedName } from '../name/wanted-name.ts';
import type { Business } from './business.ts';
import { businessesOf } from './register.store.ts';

/** Of one 字号 in every industry of eleven registrars there are more only if somebody means it so. */
export const MOST_FOUND = 50;

/**
 * The registered businesses whose 字号 is one of these, at one of these registrars, at most
 * {@link MOST_FOUND}: two requests, however large the register is.
 */
export const businessesNamed =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (keys: readonly string[], registrars: readonly string[]): Promise<readonly Business[]> => {
    const wanted = registrars.flatMap((registrar) =>
      keys.map((key): WantedName => ({ registrar, key, industry: '*' })),
    );
    const cards = await readCards(documents, table)(wanted);
    const holders = cards
      .flatMap((card) => Object.values(card?.holdings ?? {}))
      .flatMap(({ kind, holder }) => (kind === 'LIVE' ? holder : []));
    const codes = [...new Set(holders)].sort().slice(0, MOST_FOUND);
    return businessesOf(documents, table)(codes);
  };
