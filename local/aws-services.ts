import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Host } from '#functions/cluster/host.ts';
import { hostItem } from '#functions/cluster/host-list.store.ts';
import type { DeployedTable } from './deployment.ts';
import { listen } from './listen.ts';
import { CREDENTIALS } from './s3.ts';
import { provideTable } from './tables.ts';

/** As the template's partition is `aws`: a region of it, though nothing leaves this machine. */
export const REGION = 'ap-east-1';
export const ACCOUNT_ID = '000000000000';

export interface Endpoints {
  readonly dynamodb: string;
  readonly s3: string;
  readonly kms: string;
  readonly sfn: string;
}

/** What every function finds in its environment beside its own variables. */
export const lambdaEnvironment = (endpoints: Endpoints): Record<string, string> => ({
  AWS_REGION: REGION,
  AWS_DEFAULT_REGION: REGION,
  AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
  AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
  AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
  AWS_ENDPOINT_URL_S3: endpoints.s3,
  AWS_ENDPOINT_URL_KMS: endpoints.kms,
  AWS_ENDPOINT_URL_SFN: endpoints.sfn,
});

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A service on a port of its own, as each AWS service has an end-point of its own. */
export async function serve(handler: Handler) {
  const server = createServer(handler);
  const port = await listen(server, 0);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Makes the template's tables, and puts the demo hosts into the register once. */
export async function provideData(
  endpoint: string,
  tables: readonly DeployedTable[],
  registerTable: string,
  hosts: readonly Host[],
): Promise<void> {
  const client = new DynamoDBClient({ endpoint, region: REGION, credentials: CREDENTIALS });
  const documents = DynamoDBDocumentClient.from(client);
  try {
    for (const table of tables) await provideTable(client, table);
    for (const host of hosts) await putOnce(documents, registerTable, host);
  } finally {
    client.destroy();
  }
}

async function putOnce(
  documents: DynamoDBDocumentClient,
  table: string,
  host: Host,
): Promise<void> {
  try {
    await documents.send(
      new PutCommand({
        TableName: table,
        Item: hostItem(host),
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ConditionalCheckFailedException') throw error;
  }
}
