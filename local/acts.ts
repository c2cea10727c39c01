import * as z from 'zod';
import type { Endpoints } from './aws-services.ts';
import { ACCOUNT_ID, REGION } from './aws-services.ts';
import type { Act } from './policies.ts';

/** A request of one of the services, as it comes over the wire. */
export interface ServiceRequest {
  readonly method: string;
  readonly path: string;
  /** the header `x-amz-target`, of the services that have it */
  readonly target: string;
  readonly body: string;
}

const Text = z.string();
const Keyed = z.object({ TableName: Text });
const Transaction = z.object({
  TransactItems: z.array(
    z.object({
      Put: Keyed.optional(),
      Update: Keyed.optional(),
      Delete: Keyed.optional(),
      ConditionCheck: Keyed.optional(),
    }),
  ),
});
const ITEM_ACTIONS = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
} as const;
const Listing = Keyed.extend({ IndexName: Text.optional() });
const Batched = z.object({ RequestItems: z.record(Text, z.unknown()) });

const arn = (service: string, path: string): string =>
  `arn:aws:${service}:${REGION}:${ACCOUNT_ID}:${path}`;

function databaseActs(operation: string, body: unknown): Act[] {
  const on = (table: string) => arn('dynamodb', `table/${table}`);
  if (operation === 'TransactWriteItems') {
    return Transaction.parse(body).TransactItems.flatMap((item) =>
      (['Put', 'Update', 'Delete', 'ConditionCheck'] as const).flatMap((kind) => {
        const table = item[kind]?.TableName;
        return table === undefined
          ? []
          : [{ action: `dynamodb:${ITEM_ACTIONS[kind]}`, resource: on(table) }];
      }),
    );
  }
  const action = `dynamodb:${operation}`;
  if (operation.startsWith('Batch')) {
    const tables = Object.keys(Batched.parse(body).RequestItems);
    return tables.map((table) => ({ action, resource: on(table) }));
  }
  const { TableName, IndexName } = Listing.parse(body);
  return [{ action, resource: IndexName ? `${on(TableName)}/index/${IndexName}` : on(TableName) }];
}

function machineActs(operation: string, body: unknown): Act[] {
  const { stateMachineArn } = z.object({ stateMachineArn: Text.optional() }).parse(body);
  return [{ action: `states:${operation}`, ...(stateMachineArn && { resource: stateMachineArn }) }];
}

function fileActs({ method, path }: ServiceRequest): Act[] {
  const action = method === 'PUT' ? 's3:PutObject' : 's3:GetObject';
  return [{ action, resource: `arn:aws:s3:::${decodeURIComponent(path).slice(1)}` }];
}

/** What a request asks for, as the rights that it needs; a transaction needs one for each of its items. */
export function actsOf(service: keyof Endpoints, request: ServiceRequest): Act[] {
  if (service === 's3') return fileActs(request);
  const operation = request.target.replace(/^.*\./, '');
  const body: unknown = JSON.parse(request.body || '{}');
  if (service === 'dynamodb') return databaseActs(operation, body);
  if (service === 'sfn') return machineActs(operation, body);
  const { KeyId } = z.object({ KeyId: Text }).parse(body);
  return [{ action: `kms:${operation}`, resource: arn('kms', `key/${KeyId}`) }];
}
