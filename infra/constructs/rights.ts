import type { Table as DynamoTable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Aws } from 'aws-cdk-lib/core';
import {
  type FunctionEntry,
  type Lane,
  type MachineName,
  type Setting,
  TABLES,
  type Table,
} from '../../functions/catalogue.ts';
import { RELEASES } from '../../functions/review/release.ts';
import { type MachineId, machineFor } from './machines.ts';

/** A licence key of the stage, as deployed. */
export interface DeployedLicenceKey {
  readonly key: IKey;
  /** see {@link LicenceKey} */
  readonly withdrawn?: string;
}

/** Everything that a line of the catalogue can name. */
export interface Resources {
  readonly tables: Readonly<Record<Table, DynamoTable>>;
  /** encrypts tables and files */
  readonly dataKey: IKey;
  /** the one that signs is first */
  readonly licenceKeys: readonly [DeployedLicenceKey, ...DeployedLicenceKey[]];
  /** keys the index of persons */
  readonly personKey: IKey;
  readonly files: Bucket;
  readonly machineArns: Readonly<Record<MachineId, string>>;
  readonly settings: Readonly<Record<Setting, string>>;
}

const DEFINITIONS: readonly MachineName[] = ['registration', 'review', 'batch'];
const WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem']);
const KEY_ACTIONS = {
  SIGN: 'kms:Sign',
  READ: 'kms:GetPublicKey',
  PUBLISH: 'kms:GetPublicKey',
} as const;
const START_ACTIONS = {
  START: 'states:StartExecution',
  START_SYNC: 'states:StartSyncExecution',
} as const;
const READ_DATA = ['kms:Decrypt', 'kms:DescribeKey'];
const WRITE_DATA = ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'];

const allow = (actions: readonly string[], ...resources: string[]): PolicyStatement =>
  new PolicyStatement({ actions: [...actions], resources });

const tablesOf = ({ tables, indexes = [] }: FunctionEntry): Table[] =>
  TABLES.filter(
    (table) =>
      tables?.[table] !== undefined || indexes.some((path) => path.startsWith(`${table}/`)),
  );

/** The data key is of use only through the service that holds the data, never to decrypt by hand. */
export const throughService = (
  { dataKey }: Resources,
  service: 'dynamodb' | 's3',
  actions: readonly string[],
): PolicyStatement =>
  new PolicyStatement({
    actions: [...actions],
    resources: [dataKey.keyArn],
    // the China regions' end-points end in amazonaws.com.cn
    conditions: { StringLike: { 'kms:ViaService': `${service}.${Aws.REGION}.amazonaws.com*` } },
  });

function tableRights(entry: FunctionEntry, resources: Resources): PolicyStatement[] {
  const touched = tablesOf(entry);
  if (touched.length === 0) return [];
  const direct = touched.flatMap((table) => {
    const actions = entry.tables?.[table];
    if (actions === undefined) return [];
    return [
      allow(
        actions.map((action) => `dynamodb:${action}`),
        resources.tables[table].tableArn,
      ),
    ];
  });
  const indexed = (entry.indexes ?? []).map((path) => {
    const table = touched.find((name) => path.startsWith(`${name}/`));
    if (table === undefined) throw new RangeError(`no table of ${path}`);
    const index = path.slice(table.length + 1);
    return allow(['dynamodb:Query'], `${resources.tables[table].tableArn}/index/${index}`);
  });
  const writes = touched.some((table) =>
    entry.tables?.[table]?.some((action) => WRITES.has(action)),
  );
  const data = throughService(
    resources,
    'dynamodb',
    writes ? [...READ_DATA, ...WRITE_DATA] : READ_DATA,
  );
  return [...direct, ...indexed, data];
}

function fileRights(
  { files = [], releases }: FunctionEntry,
  resources: Resources,
): PolicyStatement[] {
  if (releases) {
    return [
      allow(['s3:GetObject'], resources.files.arnForObjects(`${RELEASES}/*`)),
      throughService(resources, 's3', ['kms:Decrypt']),
    ];
  }
  if (files.length === 0) return [];
  const data = files.map((action) =>
    action === 'GetObject' ? 'kms:Decrypt' : 'kms:GenerateDataKey',
  );
  return [
    allow(
      files.map((action) => `s3:${action}`),
      resources.files.arnForObjects('*'),
    ),
    throughService(resources, 's3', data),
  ];
}

/** The rights of one function in one lane: those that its line of the catalogue names, and no other. */
export function rightsOf(
  entry: FunctionEntry,
  lane: Lane,
  resources: Resources,
): PolicyStatement[] {
  const statements = [...tableRights(entry, resources), ...fileRights(entry, resources)];
  for (const use of entry.key ?? []) {
    const [signing] = resources.licenceKeys;
    const keys = use === 'PUBLISH' ? resources.licenceKeys : [signing];
    statements.push(allow([KEY_ACTIONS[use]], ...keys.map(({ key }) => key.keyArn)));
  }
  if (entry.personKey) {
    statements.push(allow(['kms:GenerateMac'], resources.personKey.keyArn));
  }
  for (const definition of DEFINITIONS) {
    const how = entry.starts?.[definition];
    if (how === undefined) continue;
    const arn = resources.machineArns[machineFor(definition, lane)];
    statements.push(allow([START_ACTIONS[how]], arn));
  }
  if (entry.answersTasks) {
    statements.push(allow(['states:SendTaskSuccess'], resources.machineArns.Review));
  }
  return statements;
}

/** As `functions/business-licence/licence-keys.ts` reads it. */
const namesOf = (keys: readonly DeployedLicenceKey[]): string =>
  JSON.stringify(
    keys.map(({ key, withdrawn }) => ({ id: key.keyId, ...(withdrawn && { withdrawn }) })),
  );

/** The environment of one function in one lane; names as the head of the catalogue says. */
export function environmentOf(
  entry: FunctionEntry,
  lane: Lane,
  { tables, licenceKeys, personKey, files, machineArns, settings }: Resources,
): Record<string, string> {
  return Object.fromEntries([
    ...tablesOf(entry).map((table) => [`${table.toUpperCase()}_TABLE`, tables[table].tableName]),
    ...(entry.key ? [['LICENCE_KEY_ID', licenceKeys[0].key.keyId]] : []),
    ...(entry.key?.includes('PUBLISH') ? [['LICENCE_KEYS', namesOf(licenceKeys)]] : []),
    ...(entry.personKey ? [['PERSON_KEY_ID', personKey.keyId]] : []),
    ...(entry.files || entry.releases ? [['FILES_BUCKET', files.bucketName]] : []),
    ...DEFINITIONS.filter((definition) => entry.starts?.[definition]).map((definition) => [
      `${definition.toUpperCase()}_MACHINE`,
      machineArns[machineFor(definition, lane)],
    ]),
    ...(entry.settings ?? []).map((setting) => [setting, settings[setting]]),
  ]);
}
