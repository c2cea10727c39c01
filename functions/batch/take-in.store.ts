import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { ApplicationStore } from '../application/application.store.ts';
import { commitWithName } from '../application/holdings.store.ts';
import { wanted } from '../application/holds.ts';
import { custodyWrites } from '../party/custody.store.ts';
import { hostAwaited } from '../party/custody.ts';
import { namings } from '../party/naming.store.ts';
import type { Claim } from '../runtime/transaction.ts';
import { ApplicationId, BatchId } from '../shared/ids.ts';
import { rowKey } from './row-ledger.store.ts';
import type { TakenIn, UsedRef } from './take-in-chunk.ts';

const Used = z.object({
  batchId: BatchId,
  row: z.int(),
  applicationId: ApplicationId,
  documentHash: z.string(),
});

export const refKey = (agent: string, clientRowRef: string) => ({
  pk: `REF#${agent}#${clientRowRef}`,
  sk: 'REF',
});

/**
 * Takes a row in: reference (for ever, put if absent), ledger line and application are one
 * transaction, so that a row is an application once or not at all.
 */
export const takingIn =
  (
    documents: DynamoDBDocumentClient,
    batchesTable: string,
    registerTable: string,
    applications: ApplicationStore,
  ) =>
  async ({
    batch,
    chunk,
    row,
    clientRowRef,
    applicationId,
    sent,
    state,
    at,
    host,
  }: TakenIn): Promise<'HELD' | 'RESERVED' | 'COMMITTED' | UsedRef> => {
    const ref = refKey(batch.agent, clientRowRef);
    const { form, documentHash } = sent;
    const submitted = state === 'SUBMITTED' ? { submittedAt: at } : {};
    const used: UsedRef = { batchId: batch.id, row, applicationId, documentHash };
    const claims: Claim<'USED' | 'EXISTS'>[] = [
      [
        'USED',
        {
          Put: {
            TableName: batchesTable,
            Item: { ...ref, schemaVersion: 1, ...used },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
      ],
      [
        'USED',
        {
          Put: {
            TableName: batchesTable,
            Item: {
              ...rowKey(batch.id, chunk.chunk, row),
              schemaVersion: 1,
              row,
              state: 'TAKEN_IN',
              clientRowRef,
              applicationId,
            },
          },
        },
      ],
      ...(await applications.born(
        {
          id: applicationId,
          attempt: 1,
          owner: batch.agent,
          row: { batchId: batch.id, row, clientRowRef },
          createdAt: at,
          updatedAt: at,
          ...submitted,
          ...(form.registrar !== undefined && { registrar: form.registrar }),
        },
        { ...sent, ...submitted },
        { to: [state], at, by: batch.agent, subject: { documentHash } },
      )),
      ...(await namings(documents, registerTable)(applicationId, sent.persons)).map(
        (write) => ['EXISTS', write] as const,
      ),
      ...custodyWrites(
        registerTable,
        applicationId,
        undefined,
        hostAwaited(state, { sent, parts: new Map() }),
      ).map((write) => ['EXISTS', write] as const),
    ];
    const want = state === 'SUBMITTED' ? wanted(sent, at) : {};
    const outcome = await commitWithName(
      documents,
      registerTable,
      claims,
      applicationId,
      want,
      at,
      host,
    );
    if (outcome !== 'USED' && outcome !== 'EXISTS') return outcome;
    const { Item } = await documents.send(
      new GetCommand({ TableName: batchesTable, Key: ref, ConsistentRead: true }),
    );
    return Used.parse(Item);
  };
