import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { TABLES } from '#functions/catalogue.ts';
import { expiryOf } from '#infra/retention.ts';
import { LOCAL, PROD } from './templates.ts';

const PRIMARY = [
  { AttributeName: 'pk', KeyType: 'HASH' },
  { AttributeName: 'sk', KeyType: 'RANGE' },
];
const index = (name: string, partition: string, sort: string, shows: readonly string[]) => ({
  IndexName: name,
  KeySchema: [
    { AttributeName: partition, KeyType: 'HASH' },
    { AttributeName: sort, KeyType: 'RANGE' },
  ],
  Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: shows },
});

const table = (name: string): Record<string, unknown> => {
  const found = Object.entries(PROD.findResources('AWS::DynamoDB::Table')).filter(([id]) =>
    id.startsWith(`Tables${name}`),
  );
  expect(found).toHaveLength(1);
  return found[0]?.[1].Properties;
};

describe('tables', () => {
  it('are four', () => {
    PROD.resourceCountIs('AWS::DynamoDB::Table', 4);
  });

  it.each(['applications', 'register', 'batches', 'access'])(
    '%s has string keys pk and sk, is on demand, encrypted by our key, and can be put back',
    (name) => {
      expect(table(name)).toMatchObject({
        KeySchema: PRIMARY,
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      });
      expect(JSON.stringify(table(name).SSESpecification)).toContain('DataKey');
    },
  );

  it('lists applications by owner, by queue, by what is unfinished and by when it was decided', () => {
    expect(table('applications').GlobalSecondaryIndexes).toEqual([
      index('by-owner', 'ownerKey', 'ownerSort', [
        'state',
        'version',
        'attempt',
        'type',
        'tradeName',
        'updatedAt',
      ]),
      index('by-queue', 'queue', 'queueOrder', [
        'due',
        'state',
        'version',
        'attempt',
        'registrar',
        'openedAt',
        'holder',
        'leaseUntil',
        'escalations',
      ]),
      index('unfinished', 'unfinished', 'unfinishedSince', [
        'attempt',
        'starts',
        'registrar',
        'owner',
      ]),
      index('decided', 'decided', 'decidedPlace', ['measured']),
    ]);
  });

  it('lists batches by agent, and those under way', () => {
    expect(table('batches').GlobalSecondaryIndexes).toEqual([
      index('by-agent', 'agentKey', 'agentSort', ['state', 'version', 'rows', 'createdAt']),
      index('under-way', 'underWay', 'progressAt', ['state']),
    ]);
  });

  it('lists of the register what officials work through and which hosts take tenants, and nothing else', () => {
    expect(table('register').GlobalSecondaryIndexes).toEqual([
      index('issued', 'issued', 'issuedAt', [
        'uscc',
        'registrar',
        'applicationId',
        'attempt',
        'involved',
      ]),
      index('by-post-check', 'postCheckQueue', 'postCheckDue', ['uscc', 'postCheck']),
      index('inquiries', 'inquiries', 'inquiryDue', ['id', 'uscc']),
      index('hosts', 'hosting', 'hostingId', [
        'id',
        'name',
        'address',
        'places',
        'validUntil',
        'creditClass',
        'abnormal',
      ]),
    ]);
  });

  it('lets only what is a cache vanish by itself', () => {
    const vanishing = PROD.findResources('AWS::DynamoDB::Table', {
      Properties: { TimeToLiveSpecification: Match.anyValue() },
    });
    expect(TABLES.filter((name) => expiryOf(name) !== undefined)).toEqual(['access']);
    expect(Object.values(vanishing).map(({ Properties }) => Properties)).toEqual([table('access')]);
    expect(table('access').TimeToLiveSpecification).toEqual({
      AttributeName: 'expires',
      Enabled: true,
    });
  });

  it('outlive their stack, except on one machine', () => {
    PROD.allResources('AWS::DynamoDB::Table', { DeletionPolicy: 'Retain' });
    LOCAL.allResources('AWS::DynamoDB::Table', { DeletionPolicy: 'Delete' });
    LOCAL.allResourcesProperties('AWS::DynamoDB::Table', { DeletionProtectionEnabled: false });
  });
});

describe('files', () => {
  it('keep a log of who read them, for three years', () => {
    const buckets = Object.entries(PROD.findResources('AWS::S3::Bucket'));
    const [log, ...others] = buckets.filter(([id]) => id.startsWith('AccessLog'));
    expect(others).toEqual([]);
    expect(log?.[1].Properties.LifecycleConfiguration.Rules[0].ExpirationInDays).toBe(1096);
    PROD.hasResourceProperties('AWS::S3::Bucket', {
      LoggingConfiguration: { DestinationBucketName: { Ref: log?.[0] } },
    });
    expect(
      Object.keys(LOCAL.findResources('AWS::S3::Bucket')).filter((id) =>
        id.startsWith('AccessLog'),
      ),
    ).toEqual([]);
  });

  it('are encrypted, versioned and not public', () => {
    PROD.hasResourceProperties('AWS::S3::Bucket', {
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } },
        ],
      },
      LifecycleConfiguration: {
        Rules: [{ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 2 } }],
      },
    });
  });

  it('are reached by TLS only', () => {
    PROD.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Deny',
            Action: 's3:*',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ]),
      },
    });
  });
});

describe('keys', () => {
  it('sign licences by ES256', () => {
    PROD.hasResourceProperties('AWS::KMS::Key', {
      KeySpec: 'ECC_NIST_P256',
      KeyUsage: 'SIGN_VERIFY',
    });
  });

  it('rotate where they encrypt', () => {
    const rotating = PROD.findResources('AWS::KMS::Key', {
      Properties: { EnableKeyRotation: true },
    });
    expect(Object.keys(rotating)).toEqual([expect.stringMatching(/^DataKey/)]);
  });
});
