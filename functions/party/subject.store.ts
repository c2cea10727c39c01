import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { commit, type Write } from '../runtime/transaction.ts';
import { DomainError } from '../shared/errors.ts';
import { agentDecisions } from './agent-decisions.ts';
import type { Known, Trace } from './known.ts';
import { ListEntry } from './list-entry.ts';

/** One item for each subject that is listed or was seen; most have none. */
export const subjectKey = (subject: string) => ({ pk: `SUBJECT#${subject}`, sk: 'KNOWN' });

const periodName = (period: number): string => `period${period}`;
/** The attribute in which an entry stands with its subject. */
export const entryName = ({ list, id }: Pick<ListEntry, 'list' | 'id'>): string =>
  `entry ${list} ${id}`;

const textsIn = (value: unknown): readonly string[] =>
  value instanceof Set ? [...value].map(String) : [];

const decisionsIn = (item: Record<string, unknown>, period: number): Pick<Known, 'decisions'> => {
  const decisions = agentDecisions(item, period);
  return decisions ? { decisions } : {};
};

const knownIn = (item: Record<string, unknown>, period: number): Known => ({
  entries: Object.entries(item).flatMap(([name, value]) =>
    name.startsWith('entry ') ? [ListEntry.parse(value)] : [],
  ),
  lately: new Set([period - 1, period].flatMap((it) => textsIn(item[periodName(it)]))),
  ever: new Set(textsIn(item.ever)),
  ...decisionsIn(item, period),
});

/** What items that were read by these keys tell of each subject; others may be among them. Who is not in the answer is unknown. */
export const knownAmong = (
  items: readonly Record<string, unknown>[],
  period: number,
): ReadonlyMap<string, Known> =>
  new Map(
    items
      .filter(({ sk }) => sk === 'KNOWN')
      .map((item) => [String(item.pk).slice('SUBJECT#'.length), knownIn(item, period)]),
  );

/**
 * Leaves the traces of an application, in one request. Sets of ids: left twice, they count once. A
 * crowd at one subject is no reason to wait: the trace that it costs is one of many.
 */
export const leaveTraces =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (traces: readonly Trace[], period: number): Promise<void> => {
    if (traces.length === 0) return;
    const writes = traces.map(({ subject, lately, ever }) => {
      const adds = [...(lately ? ['#now :lately'] : []), ...(ever ? ['ever :ever'] : [])];
      return {
        Update: {
          TableName: table,
          Key: subjectKey(subject),
          UpdateExpression: `ADD ${adds.join(', ')} SET schemaVersion = :one REMOVE #gone`,
          ExpressionAttributeNames: {
            '#gone': periodName(period - 2),
            ...(lately && { '#now': periodName(period) }),
          },
          ExpressionAttributeValues: {
            ':one': 1,
            ...(lately && { ':lately': new Set([lately]) }),
            ...(ever && { ':ever': new Set([ever]) }),
          },
        },
      };
    });
    await commit(
      documents,
      writes.map((write) => ['NEVER', write] as const),
    ).catch((error) => {
      if (!(error instanceof DomainError) || error.name !== 'RegisterContended') throw error;
    });
  };

/** The write that takes an application away from what stays with a subject: for the transaction that ends it. */
export const forgetWrite = (table: string, subject: string, applicationId: string): Write => ({
  Update: {
    TableName: table,
    Key: subjectKey(subject),
    UpdateExpression: 'DELETE ever :one',
    ExpressionAttributeValues: { ':one': new Set([applicationId]) },
  },
});

/** Enters a subject into a list, or replaces the entry of this id, which is how one is lifted (`until`). */
export const enter =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (subject: string, entry: ListEntry): Promise<void> => {
    await documents.send(
      new UpdateCommand({
        TableName: table,
        Key: subjectKey(subject),
        UpdateExpression: 'SET schemaVersion = :one, #entry = :entry',
        ExpressionAttributeNames: { '#entry': entryName(entry) },
        ExpressionAttributeValues: { ':one': 1, ':entry': ListEntry.parse(entry) },
      }),
    );
  };
