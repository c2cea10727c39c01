import {
  type Attribute,
  AttributeType,
  BillingMode,
  Table as DynamoTable,
  ProjectionType,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Table } from '../../functions/catalogue.ts';
import { expiryOf } from '../retention.ts';
import type { Stage } from '../stage.ts';

interface Index {
  readonly name: string;
  readonly partition: string;
  readonly sort: string;
  /** what a list shows without reading the items themselves */
  readonly shows: readonly string[];
}

/** Indexes serve lists only: what must be unique or current is decided on base keys. */
export const INDEXES: Record<Table, readonly Index[]> = {
  applications: [
    {
      name: 'by-owner',
      partition: 'ownerKey',
      sort: 'ownerSort',
      shows: ['state', 'version', 'attempt', 'type', 'tradeName', 'updatedAt'],
    },
    {
      name: 'by-queue',
      partition: 'queue',
      sort: 'queueOrder',
      shows: [
        'due',
        'state',
        'version',
        'attempt',
        'registrar',
        'openedAt',
        'holder',
        'leaseUntil',
        'escalations',
      ],
    },
    {
      name: 'unfinished',
      partition: 'unfinished',
      sort: 'unfinishedSince',
      shows: ['attempt', 'starts', 'registrar', 'owner'],
    },
    {
      name: 'decided',
      partition: 'decided',
      sort: 'decidedPlace',
      shows: ['measured'],
    },
  ],
  register: [
    {
      name: 'issued',
      partition: 'issued',
      sort: 'issuedAt',
      shows: ['uscc', 'registrar', 'applicationId', 'attempt', 'involved'],
    },
    {
      name: 'by-post-check',
      partition: 'postCheckQueue',
      sort: 'postCheckDue',
      shows: ['uscc', 'postCheck'],
    },
    {
      name: 'inquiries',
      partition: 'inquiries',
      sort: 'inquiryDue',
      shows: ['id', 'uscc'],
    },
    {
      name: 'hosts',
      partition: 'hosting',
      sort: 'hostingId',
      shows: ['id', 'name', 'address', 'places', 'validUntil', 'creditClass', 'abnormal'],
    },
  ],
  batches: [
    {
      name: 'by-agent',
      partition: 'agentKey',
      sort: 'agentSort',
      shows: ['state', 'version', 'rows', 'createdAt'],
    },
    {
      name: 'under-way',
      partition: 'underWay',
      sort: 'progressAt',
      shows: ['state'],
    },
  ],
  access: [],
};

const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });

interface TablesProps {
  readonly stage: Stage;
  readonly dataKey: IKey;
}

/** The four tables of `functions/README.md`: string keys `pk` and `sk`, on demand, encrypted by our own key. */
export class Tables extends Construct {
  readonly named: Readonly<Record<Table, DynamoTable>>;

  constructor(scope: Construct, id: string, { stage, dataKey }: TablesProps) {
    super(scope, id);
    const make = (name: Table): DynamoTable => {
      const expiry = expiryOf(name);
      const table = new DynamoTable(this, name, {
        partitionKey: text('pk'),
        sortKey: text('sk'),
        billingMode: BillingMode.PAY_PER_REQUEST,
        encryption: TableEncryption.CUSTOMER_MANAGED,
        encryptionKey: dataKey,
        deletionProtection: stage.deletionProtection,
        pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: stage.evidence },
        removalPolicy: stage.removal,
        ...(expiry !== undefined && { timeToLiveAttribute: expiry }),
      });
      for (const index of INDEXES[name]) {
        table.addGlobalSecondaryIndex({
          indexName: index.name,
          partitionKey: text(index.partition),
          sortKey: text(index.sort),
          projectionType: ProjectionType.INCLUDE,
          nonKeyAttributes: [...index.shows],
        });
      }
      return table;
    };
    this.named = {
      applications: make('applications'),
      register: make('register'),
      batches: make('batches'),
      access: make('access'),
    };
  }
}
