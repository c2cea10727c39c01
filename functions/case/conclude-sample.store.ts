import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { applicationKey } from '../application/application.store.ts';
import { Application } from '../application/application.ts';
import { caseWrite } from '../application/case.store.ts';
import { openingWrite } from '../register/inquiry.store.ts';
import { checkSooner } from '../register/post-check.store.ts';
import { businessOf } from '../register/register.store.ts';
import { type Claim, commit } from '../runtime/transaction.ts';
import { DomainError } from '../shared/errors.ts';
import type { AttemptTask } from '../shared/ids.ts';
import { readCaseOrSample } from './case-or-sample.store.ts';
import { concluded } from './conclude-sample.ts';

/** An official may be at the business's check this moment: then what follows is judged anew. */
const TRIES = 3;

/**
 * Closes a decided second reading together with what it opens, in one transaction under the case's
 * version; done before, or by another, it is not done again.
 *
 * @returns whether it was done now
 * @throws {DomainError} CaseMoved when others kept changing the business
 */
export const concludingSamples = (
  documents: DynamoDBDocumentClient,
  applicationsTable: string,
  registerTable: string,
) => {
  const read = readCaseOrSample(documents, applicationsTable);
  const business = businessOf(documents, registerTable);
  const codeOf = async (applicationId: string): Promise<string | undefined> => {
    const { Item } = await documents.send(
      new GetCommand({
        TableName: applicationsTable,
        Key: applicationKey(applicationId),
        ConsistentRead: true,
      }),
    );
    return Item && Application.parse(Item).uscc;
  };
  const once = async (
    task: AttemptTask,
    at: string,
  ): Promise<'COMMITTED' | 'MOVED' | 'NOTHING'> => {
    const sample = await read(task);
    const uscc = await codeOf(task.applicationId);
    const follows = concluded(sample, uscc ? await business(uscc) : undefined, at);
    if (!follows) return 'NOTHING';
    const claims: Claim<'MOVED'>[] = [
      ['MOVED', caseWrite(applicationsTable, follows.closed, sample)],
    ];
    if (follows.inquiry) claims.push(['MOVED', openingWrite(registerTable, follows.inquiry)]);
    if (follows.business && follows.postCheck)
      claims.push(['MOVED', checkSooner(registerTable, follows.business, follows.postCheck)]);
    return commit(documents, claims);
  };
  return async (task: AttemptTask, at: string): Promise<boolean> => {
    for (let tries = 1; tries <= TRIES; tries++) {
      const outcome = await once(task, at);
      if (outcome !== 'MOVED') return outcome === 'COMMITTED';
    }
    throw new DomainError('CaseMoved', { ...task });
  };
};
