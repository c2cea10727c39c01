import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { FUNCTIONS, type FunctionEntry, type Lane } from '#functions/catalogue.ts';
import { LOCAL, ourFunctions, PROD, policiesIn } from './templates.ts';

const deployed = Object.entries<FunctionEntry>(FUNCTIONS).flatMap(([name, entry]) =>
  entry.lanes.map((lane) => ({
    name,
    lane,
    entry,
    id: `${name}${lane === 'batch' ? 'Batch' : 'Online'}`,
  })),
);

const texts = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const Statement = z.object({
  Effect: z.literal('Allow'),
  Action: texts,
  Resource: z.unknown(),
  Condition: z.unknown().optional(),
});
const PolicyOfRole = z.object({
  PolicyDocument: z.object({ Statement: z.array(Statement) }),
  Roles: z.array(z.object({ Ref: z.string() })),
});

const policies = policiesIn(PROD).map((it) => PolicyOfRole.parse(it));

/** `action on resource` of each statement, the resource named as far as the template names it. */
function rightsOf(roleOf: string): string[] {
  const found = policies.filter(({ Roles }) =>
    Roles.some(({ Ref }) => Ref.startsWith(`${roleOf}Role`)),
  );
  expect(found).toHaveLength(1);
  return found
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .flatMap(({ Action, Resource }) => Action.map((action) => `${action} on ${named(Resource)}`))
    .toSorted();
}

/** A resource by the name a reader knows it by. */
function named(resource: unknown): string {
  const text = JSON.stringify(resource);
  const machine = /:stateMachine:market-entry-prod-(\w+)/.exec(text)?.[1];
  const table = /"Tables(applications|register|batches|access)/.exec(text)?.[1];
  const index = /index\/([\w-]+)/.exec(text)?.[1];
  if (table !== undefined) return index === undefined ? table : `${table}/${index}`;
  if (machine !== undefined) return machine;
  return /"(Files|LicenceKey|PersonKey|DataKey|\w+Log)/.exec(text)?.[1] ?? text;
}

const machineOf = { review: 'Review', batch: 'Batch' } as const;
const registrationOf = { online: 'RegistrationOnline', batch: 'RegistrationBatch' } as const;

/** The rights that a line of the catalogue spells out, those to decrypt and to log left aside. */
function catalogued(entry: FunctionEntry, lane: Lane): string[] {
  const { tables = {}, indexes = [], key = [], files = [], starts = {}, releases } = entry;
  const started = Object.entries(starts).map(([machine, how]) => {
    const action = how === 'START' ? 'StartExecution' : 'StartSyncExecution';
    const name =
      machine === 'review' || machine === 'batch' ? machineOf[machine] : registrationOf[lane];
    return `states:${action} on ${name}`;
  });
  return [
    ...Object.entries(tables).flatMap(([table, actions]) =>
      actions.map((action) => `dynamodb:${action} on ${table}`),
    ),
    ...indexes.map((path) => `dynamodb:Query on ${path}`),
    ...key.map((use) => `kms:${use === 'SIGN' ? 'Sign' : 'GetPublicKey'} on LicenceKey`),
    ...(entry.personKey ? ['kms:GenerateMac on PersonKey'] : []),
    ...files.map((action) => `s3:${action} on Files`),
    ...(releases ? ['s3:GetObject on Files'] : []),
    ...started,
    ...(entry.answersTasks ? ['states:SendTaskSuccess on Review'] : []),
  ].toSorted();
}

const environmentOf = (template: Template, id: string) =>
  z
    .record(z.string(), z.unknown())
    .parse(template.findResources('AWS::Lambda::Function')[id]?.Properties.Environment.Variables);

const isEverybodys = (right: string): boolean => /^(logs|xray):| on DataKey$/.test(right);

describe('functions', () => {
  it('are those of the catalogue, in the lanes that it names', () => {
    const found = ourFunctions(PROD).map(([id, fn]) => ({
      id,
      name: fn.Metadata['market-entry:function'],
      lane: fn.Metadata['market-entry:lane'],
    }));
    expect(found).toEqual(deployed.map(({ id, name, lane }) => ({ id, name, lane })));
  });

  it.each(deployed)(
    '$id may do what its line of the catalogue says, and nothing else',
    ({ id, entry, lane }) => {
      expect(rightsOf(id).filter((right) => !isEverybodys(right))).toEqual(catalogued(entry, lane));
    },
  );

  it.each(deployed)('$id writes the log of its lane only', ({ id, lane }) => {
    const log = lane === 'batch' ? 'BatchJournalLog' : 'OnlineJournalLog';
    expect(rightsOf(id).filter((right) => right.startsWith('logs:'))).toEqual([
      `logs:CreateLogStream on ${log}`,
      `logs:PutLogEvents on ${log}`,
    ]);
  });

  it('use the data key only through the service that holds the data', () => {
    const statements = policies
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .filter(({ Resource }) => JSON.stringify(Resource).includes('DataKey'));
    expect(statements).not.toEqual([]);
    for (const { Condition } of statements) {
      expect(JSON.stringify(Condition)).toMatch(/kms:ViaService.*(dynamodb|s3)\./);
    }
  });

  it('write encrypted tables only where the catalogue lets them write', () => {
    const reader = rightsOf('PublicApiOnline').filter((right) => right.endsWith('on DataKey'));
    expect(reader).toEqual(['kms:Decrypt on DataKey', 'kms:DescribeKey on DataKey']);
  });

  it('have no right with a wildcard in its action, nor have machines', () => {
    const actions = policies.flatMap(({ PolicyDocument }) =>
      PolicyDocument.Statement.flatMap(({ Action }) => Action),
    );
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });

  it('name the resource of every right, but for traces, log deliveries and the state of alarms', () => {
    const anywhere = policies
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .filter(({ Resource }) => Resource === '*')
      .flatMap(({ Action }) => Action);
    expect(anywhere.filter((it) => !/^(xray|logs|cloudwatch):/.test(it))).toEqual([]);
    expect(anywhere).not.toContain('logs:PutLogEvents');
  });

  it('have no managed policy that would widen theirs', () => {
    for (const { Properties } of Object.values(PROD.findResources('AWS::IAM::Role'))) {
      expect(Properties).not.toHaveProperty('ManagedPolicyArns');
    }
  });

  it.each(deployed)(
    '$id gets the environment that follows from its rights',
    ({ id, entry, lane }) => {
      const { NODE_OPTIONS, ...environment } = environmentOf(PROD, id);
      expect(NODE_OPTIONS).toBe('--enable-source-maps');
      const tables = new Set([
        ...Object.keys(entry.tables ?? {}),
        ...(entry.indexes ?? []).map((path) => path.split('/')[0] ?? ''),
      ]);
      const expected = [
        ...[...tables].map((table) => `${table.toUpperCase()}_TABLE`),
        ...(entry.key ? ['LICENCE_KEY_ID'] : []),
        ...(entry.key?.includes('PUBLISH') ? ['LICENCE_KEYS'] : []),
        ...(entry.personKey ? ['PERSON_KEY_ID'] : []),
        ...(entry.files || entry.releases ? ['FILES_BUCKET'] : []),
        ...Object.keys(entry.starts ?? {}).map((machine) => `${machine.toUpperCase()}_MACHINE`),
        ...(entry.settings ?? []),
      ];
      expect(Object.keys(environment).toSorted()).toEqual(expected.toSorted());
      if ('REGISTRATION_MACHINE' in environment) {
        expect(named(environment.REGISTRATION_MACHINE)).toBe(registrationOf[lane]);
      }
    },
  );

  it('are Node 24 on arm64 and end when the catalogue says', () => {
    for (const { id, entry } of deployed) {
      expect(PROD.findResources('AWS::Lambda::Function')[id]?.Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Timeout: entry.timeoutSeconds,
      });
    }
  });

  it('are capped in the batch lane alone, and not at all on one machine', () => {
    const capped = (template: Template) =>
      Object.entries(template.findResources('AWS::Lambda::Function'))
        .filter(([, { Properties }]) => 'ReservedConcurrentExecutions' in Properties)
        .map(([id]) => id);
    expect(capped(PROD)).toEqual(
      deployed.filter(({ lane }) => lane === 'batch').map(({ id }) => id),
    );
    expect(capped(LOCAL)).toEqual([]);
  });

  it('hold a decision shorter on one machine', () => {
    const hold = (template: Template) =>
      environmentOf(template, 'OfficialApiOnline').DECISION_HOLD_SECONDS;
    expect([hold(PROD), hold(LOCAL)]).toEqual(['60', '5']);
  });
});
