import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { SentAttempt } from '../application/application.ts';
import { commit, type Write } from '../runtime/transaction.ts';

/** That an application names a person: `PERSON#keyed hash` · `NAMED#application`. */
export const namingKey = (person: string, applicationId: string) => ({
  pk: `PERSON#${person}`,
  sk: `NAMED#${applicationId}`,
});

/** Namings in the transaction that takes an application in, which has room for 100 items. */
const TOGETHER = 50;

/**
 * The writes by which persons find the application that names them, for the transaction that takes
 * it in. Of more persons than one transaction takes, the rest is written here, beforehand: a naming
 * whose application never comes into being is harmless, because who reads it checks the application.
 *
 * @param persons as the attempt keeps them
 */
export const namings =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (
    applicationId: string,
    persons: SentAttempt['persons'] = {},
  ): Promise<readonly Write[]> => {
    const writes = [...new Set(Object.values(persons))].map((person) => ({
      Put: { TableName: table, Item: { ...namingKey(person, applicationId), schemaVersion: 1 } },
    }));
    for (let from = TOGETHER; from < writes.length; from += TOGETHER) {
      await commit(
        documents,
        writes.slice(from, from + TOGETHER).map((write) => ['NAMED', write] as const),
      );
    }
    return writes.slice(0, TOGETHER);
  };
