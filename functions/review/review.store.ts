import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type ApplicationStore, attemptKey } from '../application/application.store.ts';
import type { Application } from '../application/application.ts';
import { type Decision, decisionPart, keptDecision } from '../application/decision.ts';
import { decidedAttributes } from '../application/measured.ts';
import { packed } from '../runtime/packed.ts';
import { commit } from '../runtime/transaction.ts';

/** Who moves an application that no person moved. */
const MACHINE = 'automatic review';

/**
 * Keeps a decision, put if absent per attempt and round. RETURN takes effect with it, in the same
 * transaction: told and returned are one fact.
 */
export const keepDecision =
  (documents: DynamoDBDocumentClient, table: string, applications: ApplicationStore) =>
  async (
    application: Application,
    decision: Decision,
  ): Promise<'COMMITTED' | 'DECIDED' | 'MOVED'> => {
    const key = attemptKey(
      { applicationId: application.id, attempt: application.attempt },
      decisionPart(decision.round),
    );
    const { verdict, findings, ruleSet, decidedAt, measured } = decision;
    const kept = keptDecision(decision);
    return commit<'DECIDED' | 'MOVED'>(documents, [
      [
        'DECIDED',
        {
          Put: {
            TableName: table,
            Item: {
              ...key,
              ...kept.decision,
              ...packed(kept.because),
              ...(measured && decidedAttributes(application.id, decidedAt, measured)),
            },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
      ],
      ...(verdict === 'RETURN'
        ? await applications.moved(application, {
            to: ['RETURNED'],
            at: decision.decidedAt,
            by: MACHINE,
            subject: { findings, ruleSet },
            change: { machineReturns: (application.machineReturns ?? 0) + 1 },
          })
        : []),
    ]);
  };
