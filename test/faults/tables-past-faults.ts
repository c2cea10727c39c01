import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Table } from '#functions/catalogue.ts';
import { REGION } from '#local/aws-services.ts';
import type { Deployment } from '#local/deployment.ts';
import { CREDENTIALS } from '#local/s3.ts';

const Environment = z.object({
  APPLICATIONS_TABLE: z.string(),
  REGISTER_TABLE: z.string(),
  BATCHES_TABLE: z.string(),
  ACCESS_TABLE: z.string(),
});

/** The tables as they are, past every fault: for the checker, and for the world around the system. */
export function tablesPast(endpoint: string, { functions }: Deployment) {
  const client = new DynamoDBClient({ endpoint, region: REGION, credentials: CREDENTIALS });
  const documents = DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
  });
  const names = Environment.parse(Object.assign({}, ...functions.map((it) => it.environment)));
  const tables = {
    applications: names.APPLICATIONS_TABLE,
    register: names.REGISTER_TABLE,
    batches: names.BATCHES_TABLE,
    access: names.ACCESS_TABLE,
  } as const satisfies Record<Table, string>;

  /** `table pk|sk` of all that is in them */
  const keys = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const TableName of Object.values(tables)) {
      let from: Record<string, unknown> | undefined;
      do {
        const page = await documents.send(
          new ScanCommand({
            TableName,
            ConsistentRead: true,
            ProjectionExpression: 'pk, sk',
            ...(from && { ExclusiveStartKey: from }),
          }),
        );
        for (const { pk, sk } of page.Items ?? []) found.push(`${TableName} ${pk}|${sk}`);
        from = page.LastEvaluatedKey;
      } while (from);
    }
    return found;
  };

  return { documents, tables, keys, close: () => client.destroy() };
}
