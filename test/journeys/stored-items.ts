import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Host } from '#functions/cluster/host.ts';
import { hostItem } from '#functions/cluster/host-list.store.ts';
import { unpacked } from '#functions/runtime/packed.ts';
import { canonicalJson } from '#functions/shared/canonical-json.ts';
import { REGION } from '#local/aws-services.ts';
import { CREDENTIALS } from '#local/s3.ts';
import type { System } from '#local/system.ts';

/** The tables of a running system, past its API: what is really stored, and the hosts of a test. */
export function storedItems({ endpoints, deployment }: System) {
  const client = new DynamoDBClient({
    endpoint: endpoints.dynamodb,
    region: REGION,
    credentials: CREDENTIALS,
  });
  const documents = DynamoDBDocumentClient.from(client);
  const environment = Object.assign({}, ...deployment.functions.map((it) => it.environment));
  const register: string = environment.REGISTER_TABLE;

  const itemsOf = async (table: string): Promise<Record<string, unknown>[]> => {
    const items: Record<string, unknown>[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const page = await documents.send(
        new ScanCommand({
          TableName: table,
          ConsistentRead: true,
          ...(from && { ExclusiveStartKey: from }),
        }),
      );
      items.push(...(page.Items ?? []).map(unpacked));
      from = page.LastEvaluatedKey;
    } while (from);
    return items;
  };

  return {
    register: () => itemsOf(register),
    /** every item of every table, in an order of its own */
    async all(): Promise<string[]> {
      const tables = await Promise.all(deployment.tables.map(({ name }) => itemsOf(name)));
      return tables
        .flat()
        .map((item) => canonicalJson(JSON.parse(JSON.stringify(item))))
        .sort();
    },
    putHost: (host: Host) =>
      documents.send(new PutCommand({ TableName: register, Item: hostItem(host) })),
    close: () => client.destroy(),
  };
}
