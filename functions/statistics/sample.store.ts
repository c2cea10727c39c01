import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { caseWrite } from '../application/case.store.ts';
import { attemptOfCase, CaseId, caseIdOf } from '../shared/ids.ts';
import type { SamplePorts } from './sample.ts';

const PK = 'STATISTICS';
const PENDING = { pk: PK, sk: 'PENDING' };
const firstKey = (ruleSet: string) => ({ pk: PK, sk: `FIRST#${ruleSet}` });

/** Which approvals are read again, as far as it does not follow from the draw; and the second readings themselves. */
export const sampleStore = (
  documents: DynamoDBDocumentClient,
  table: string,
): Pick<SamplePorts, 'firstOf' | 'addFirst' | 'pending' | 'setPending' | 'putSample'> => {
  const caseIdsAt = async (Key: object): Promise<ReadonlySet<string>> => {
    const { Item } = await documents.send(
      new GetCommand({ TableName: table, Key, ConsistentRead: true }),
    );
    return Item?.caseIds instanceof Set ? new Set([...Item.caseIds].map(String)) : new Set();
  };
  const change = async (Key: object, how: 'ADD' | 'DELETE', caseIds: readonly string[]) => {
    await documents.send(
      new UpdateCommand({
        TableName: table,
        Key,
        UpdateExpression: `${how} caseIds :ids SET schemaVersion = :one`,
        ExpressionAttributeValues: { ':ids': new Set(caseIds), ':one': 1 },
      }),
    );
  };

  return {
    firstOf: (ruleSet) => caseIdsAt(firstKey(ruleSet)),
    addFirst: (ruleSet, caseIds) => change(firstKey(ruleSet), 'ADD', caseIds),

    async pending() {
      const ids = [...(await caseIdsAt(PENDING))];
      return ids.map((id) => attemptOfCase(CaseId.parse(id)));
    },
    setPending: (task, isPending) =>
      change(PENDING, isPending ? 'ADD' : 'DELETE', [caseIdOf(task)]),

    async putSample(sample) {
      try {
        const { Put } = caseWrite(table, sample);
        await documents.send(new PutCommand(Put as ConstructorParameters<typeof PutCommand>[0]));
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
  };
};
