import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { attemptKey } from '../application/application.store.ts';
import { CASE_PART, Case, SAMPLE_PART } from '../application/case.ts';
import { readAll } from '../runtime/read-all.ts';
import { DomainError } from '../shared/errors.ts';
import type { AttemptTask } from '../shared/ids.ts';

/** What an official has before him of an attempt: its case or its second reading. It never has both. */
export const caseOrSample =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (task: AttemptTask): Promise<Case | undefined> => {
    const keys = [CASE_PART, SAMPLE_PART].map((part) => attemptKey(task, part));
    const [item] = await readAll(documents, table, keys);
    return item && Case.parse(item);
  };

/** The same. @throws {DomainError} ApplicationNotFound where it has neither */
export const readCaseOrSample = (documents: DynamoDBDocumentClient, table: string) => {
  const read = caseOrSample(documents, table);
  return async (task: AttemptTask): Promise<Case> => {
    const found = await read(task);
    if (!found) throw new DomainError('ApplicationNotFound', { ...task });
    return found;
  };
};
