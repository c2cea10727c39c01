import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { type ApplicationStore, attemptKey } from '../application/application.store.ts';
import type { ApplicationRecord } from '../application/application.ts';
import { caseWrite } from '../application/case.store.ts';
import { CASE_PART, Case, type CaseDecision, carriedOut } from '../application/case.ts';
import { type Claim, commit } from '../runtime/transaction.ts';
import { DomainError } from '../shared/errors.ts';
import type { AttemptTask } from '../shared/ids.ts';

/** Who moves an application into a queue. */
const MACHINE = 'referral';

export const caseStore = (documents: DynamoDBDocumentClient, table: string) => ({
  /** @throws {DomainError} ApplicationNotFound when the attempt has no case */
  async read(task: AttemptTask): Promise<Case> {
    const { Item } = await documents.send(
      new GetCommand({ TableName: table, Key: attemptKey(task, CASE_PART), ConsistentRead: true }),
    );
    if (!Item) throw new DomainError('ApplicationNotFound', { ...task });
    return Case.parse(Item);
  },

  async write(next: Case, read: Case): Promise<'WRITTEN' | 'MOVED'> {
    try {
      const { Put } = caseWrite(table, next, read);
      await documents.send(new PutCommand(Put as ConstructorParameters<typeof PutCommand>[0]));
      return 'WRITTEN';
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'MOVED';
      throw error;
    }
  },

  /**
   * The token is no fact of the case: it changes no version, and the last one waits. An open case
   * with a token is unfinished only once its clock has run out.
   */
  async keepToken(task: AttemptTask, taskToken: string): Promise<Case> {
    const update = {
      TableName: table,
      Key: attemptKey(task, CASE_PART),
      ExpressionAttributeValues: { ':token': taskToken },
      ReturnValues: 'ALL_NEW',
    } as const;
    try {
      const { Attributes } = await documents.send(
        new UpdateCommand({
          ...update,
          UpdateExpression: 'SET taskToken = :token, unfinishedSince = #due',
          ConditionExpression: '#state = :open',
          ExpressionAttributeNames: { '#state': 'state', '#due': 'due' },
          ExpressionAttributeValues: { ':token': taskToken, ':open': 'OPEN' },
        }),
      );
      return Case.parse(Attributes);
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
    const { Attributes } = await documents.send(
      new UpdateCommand({
        ...update,
        UpdateExpression: 'SET taskToken = :token',
        ConditionExpression: 'attribute_exists(pk)',
      }),
    );
    return Case.parse(Attributes);
  },
});

/** Moves the application to REFERRED and puts the case, if absent. */
export const openingOf =
  (documents: DynamoDBDocumentClient, table: string, applications: ApplicationStore) =>
  async (
    { application }: ApplicationRecord,
    opened: Case,
    by = MACHINE,
  ): Promise<'COMMITTED' | 'MOVED'> =>
    commit(documents, [
      ['MOVED', caseWrite(table, opened)],
      ...(await applications.moved(application, {
        to: ['REFERRED'],
        at: opened.openedAt,
        by,
        subject: { caseId: opened.id, reason: opened.reason },
      })),
    ]);

/** Moves the application where the decision says, closes the case, and with a refusal gives back what was held. */
export const carryingOut =
  (
    documents: DynamoDBDocumentClient,
    table: string,
    applications: ApplicationStore,
    releases: (record: ApplicationRecord) => Promise<readonly Claim<'MOVED'>[]>,
  ) =>
  async (
    record: ApplicationRecord,
    decided: Case,
    decision: CaseDecision,
    at: string,
  ): Promise<'COMMITTED' | 'MOVED'> =>
    commit(documents, [
      ['MOVED', caseWrite(table, carriedOut(decided, at), decided)],
      ...(await applications.moved(record.application, {
        to: [decision.outcome === 'REFUSE' ? 'REFUSED' : 'RETURNED'],
        at,
        by: decision.by,
        subject: { caseId: decided.id, decision },
      })),
      ...(decision.outcome === 'REFUSE' ? await releases(record) : []),
    ]);
