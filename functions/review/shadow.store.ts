import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { attemptKey } from '../application/application.store.ts';
import { Decision, decisionPart } from '../application/decision.ts';
import { readAll } from '../runtime/read-all.ts';
import { releasesIn } from './release.store.ts';
import { CANDIDATE_KEY, Candidate, type Release } from './release.ts';
import { KeptShadow, type ShadowedTask, type ToldDecision } from './shadow-run.ts';

const reportKey = (hash: string) => ({ pk: `SHADOW#${hash}`, sk: 'REPORT' });
const Item = z.object({ report: z.string() });

/** What a candidate would decide otherwise: one item, as one JSON text. */
export const shadowReports = (documents: DynamoDBDocumentClient, table: string) => ({
  async read(hash: string): Promise<KeptShadow | undefined> {
    const { Item: kept } = await documents.send(
      new GetCommand({ TableName: table, Key: reportKey(hash), ConsistentRead: true }),
    );
    return kept && KeptShadow.parse(JSON.parse(Item.parse(kept).report));
  },

  /** Keeps what was counted on top of `before`; where somebody else has counted meanwhile, it is counted already. */
  async keep(hash: string, before: KeptShadow | undefined, now: KeptShadow): Promise<void> {
    try {
      await documents.send(
        new PutCommand({
          TableName: table,
          Item: {
            ...reportKey(hash),
            schemaVersion: 1,
            through: now.through,
            report: JSON.stringify(now),
          },
          ...(before
            ? {
                ConditionExpression: 'through = :before',
                ExpressionAttributeValues: { ':before': before.through },
              }
            : { ConditionExpression: 'attribute_not_exists(pk)' }),
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },
});

const Key = z.object({ pk: z.string(), sk: z.string() });
const Sent = z.object({ form: z.unknown() });

/** Decisions by the machine as they are kept, each with the form that it was about. */
export const toldDecisions =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (tasks: readonly ShadowedTask[]): Promise<ToldDecision[]> => {
    const keysOf = (task: ShadowedTask) =>
      [attemptKey(task), attemptKey(task, decisionPart(task.round))] as const;
    const items = new Map(
      (await readAll(documents, table, tasks.flatMap(keysOf))).map((item) => {
        const { pk, sk } = Key.parse(item);
        return [`${pk} ${sk}`, item];
      }),
    );
    return tasks.flatMap((task) => {
      const [sent, decided] = keysOf(task).map(({ pk, sk }) => items.get(`${pk} ${sk}`));
      if (!sent || !decided) return [];
      const { applicationId } = task;
      return { applicationId, decision: Decision.parse(decided), form: Sent.parse(sent).form };
    });
  };

/** The release that runs in shadow, where one is named and there. */
export const candidateIn =
  (read: (key: string) => Promise<string | undefined>) =>
  async (): Promise<{ readonly hash: string; readonly release: Release } | undefined> => {
    const named = await read(CANDIDATE_KEY);
    if (named === undefined) return undefined;
    const { hash } = Candidate.parse(JSON.parse(named));
    const release = await releasesIn(read)(hash);
    return release && { hash, release };
  };
