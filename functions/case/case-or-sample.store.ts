import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { attemptKey } from '../application/application.store.ts';
import { CASE_PART, Case, SAMPLE_PART } from '../application/case.ts';
import { readAll } from '../runtime/read-all.ts';
import { DomainError } from '../shared/errors.ts';
import { type AttemptTask, caseIdOf } from '../shared/ids.ts';

/**
 * What officials have before them of these attempts, in the order asked for, one request for fifty: of
 * each its case or its second reading, never both; one that has neither is left out.
 */
export const casesOrSamples =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (tasks: readonly AttemptTask[]): Promise<readonly Case[]> => {
    const keys = tasks.flatMap((task) =>
      [CASE_PART, SAMPLE_PART].map((part) => attemptKey(task, part)),
    );
    const items = await readAll(documents, table, keys);
    const found = new Map(items.map((item) => Case.parse(item)).map((it) => [it.id, it]));
    return tasks.flatMap((task) => found.get(caseIdOf(task)) ?? []);
  };

/** The same of one attempt. @throws {DomainError} ApplicationNotFound where it has neither */
export const readCaseOrSample = (documents: DynamoDBDocumentClient, table: string) => {
  const read = casesOrSamples(documents, table);
  return async (task: AttemptTask): Promise<Case> => {
    const [found] = await read([task]);
    if (!found) throw new DomainError('ApplicationNotFound', { ...task });
    return found;
  };
};
