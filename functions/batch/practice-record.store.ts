import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { applicationKey, attemptKey } from '../application/application.store.ts';
import { Application, SentAttempt } from '../application/application.ts';
import { readAll } from '../runtime/read-all.ts';
import type { ApplicationId } from '../shared/ids.ts';

/** From one sort key on to another, the first without itself. */
interface Span {
  readonly after: string;
  readonly before: string;
}

/** What an agent's practice record is read from: indexes by agent and owner, then the items themselves. */
export const practiceRecords = (
  documents: DynamoDBDocumentClient,
  tables: { readonly applications: string; readonly batches: string },
) => {
  const ids = async (
    index: { table: string; name: string; partition: string; sort: string },
    owner: string,
    { after, before }: Span,
    limit: number,
  ): Promise<string[]> => {
    const { Items = [] } = await documents.send(
      new QueryCommand({
        TableName: index.table,
        IndexName: index.name,
        KeyConditionExpression: '#owner = :owner AND #id BETWEEN :after AND :before',
        ExpressionAttributeNames: { '#owner': index.partition, '#id': index.sort },
        // no id goes on with a space, so that this is the next key after the one given
        ExpressionAttributeValues: { ':owner': owner, ':after': `${after} `, ':before': before },
        Limit: limit,
      }),
    );
    return Items.map((item) => String(item[index.sort]));
  };

  return {
    /** the agent's first batch of a span, by id */
    async nextBatch(agent: string, span: Span): Promise<string | undefined> {
      const index = {
        table: tables.batches,
        name: 'by-agent',
        partition: 'agentKey',
        sort: 'agentSort',
      };
      const [first] = await ids(index, `AGENT#${agent}`, span, 1);
      return first;
    },

    /** the agent's single applications of a span, oldest first */
    singles: (agent: string, span: Span, limit: number): Promise<string[]> =>
      ids(
        {
          table: tables.applications,
          name: 'by-owner',
          partition: 'ownerKey',
          sort: 'ownerSort',
        },
        `OWNER#${agent}`,
        span,
        limit,
      ),

    /** applications with their present attempt, in two requests for each hundred */
    async sentUnder(
      applicationIds: readonly ApplicationId[],
    ): Promise<{ readonly application: Application; readonly sent: SentAttempt }[]> {
      const keys = applicationIds.map(applicationKey);
      const heads = (await readAll(documents, tables.applications, keys)).map((item) =>
        Application.parse(item),
      );
      const attempts = await readAll(
        documents,
        tables.applications,
        heads.map(({ id: applicationId, attempt }) => attemptKey({ applicationId, attempt })),
      );
      const sentOf = new Map(attempts.map((item) => [item.pk, SentAttempt.parse(item)]));
      const found = new Map(heads.map((it) => [it.id, it]));
      return applicationIds.flatMap((id) => {
        const application = found.get(id);
        const sent = sentOf.get(applicationKey(id).pk);
        return application && sent ? [{ application, sent }] : [];
      });
    },
  };
};
