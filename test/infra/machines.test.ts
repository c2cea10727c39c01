import { readFileSync } from 'node:fs';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { SCHEDULES } from '#functions/catalogue.ts';
import { functionBehind, PROD } from './templates.ts';

const machines = PROD.findResources('AWS::StepFunctions::StateMachine');
const properties = (id: string): Record<string, unknown> => machines[id]?.Properties;
const text = (definition: string) =>
  readFileSync(new URL(`../../workflows/${definition}.asl.json`, import.meta.url), 'utf8');

const Statements = z.array(
  z.object({ Action: z.union([z.string(), z.array(z.string())]), Resource: z.unknown() }),
);

function rightsOf(id: string): string[] {
  const [policy] = Object.entries(PROD.findResources('AWS::IAM::Policy'))
    .filter(([name]) => name.startsWith(`${id}Workflow`))
    .map(([, { Properties }]) => Statements.parse(Properties.PolicyDocument.Statement));
  return (policy ?? [])
    .flatMap(({ Action, Resource }) =>
      [Action].flat().map((action) => `${action} on ${JSON.stringify(Resource)}`),
    )
    .filter((right) => !/^(logs|xray):/.test(right));
}
const on = (action: string, resource: RegExp) =>
  expect.stringMatching(new RegExp(`^${action} on .*${resource.source}`));

describe('machines', () => {
  it('are registration in two lanes, review and batch', () => {
    expect(
      Object.entries(machines).map(([id, { Properties }]) => [id, Properties.StateMachineType]),
    ).toEqual([
      ['RegistrationOnline', 'EXPRESS'],
      ['RegistrationBatch', 'EXPRESS'],
      ['Review', 'STANDARD'],
      ['Batch', 'STANDARD'],
    ]);
  });

  it.each([
    ['RegistrationOnline', 'registration'],
    ['RegistrationBatch', 'registration'],
    ['Review', 'review'],
    ['Batch', 'batch'],
  ])('%s is workflows/%s.asl.json word for word', (id, definition) => {
    expect(properties(id).DefinitionString).toBe(text(definition));
  });

  it.each(Object.keys(machines))('%s has a value for every name in its text', (id) => {
    const { DefinitionString, DefinitionSubstitutions } = z
      .object({
        DefinitionString: z.string(),
        DefinitionSubstitutions: z.record(z.string(), z.unknown()),
      })
      .parse(properties(id));
    const names = [...DefinitionString.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(DefinitionSubstitutions).toSorted()).toEqual([...new Set(names)].toSorted());
    expect(DefinitionSubstitutions.Partition).toEqual({ Ref: 'AWS::Partition' });
  });

  it.each(Object.keys(machines))('%s logs every step and no data', (id) => {
    expect(properties(id).LoggingConfiguration).toMatchObject({
      Level: 'ALL',
      IncludeExecutionData: false,
    });
  });

  it('call the functions of their own lane', () => {
    const called = (id: string) => JSON.stringify(properties(id).DefinitionSubstitutions);
    expect(called('RegistrationOnline')).toContain('AutoReviewOnline');
    expect(called('RegistrationOnline')).not.toContain('AutoReviewBatch');
    expect(called('RegistrationBatch')).toContain('AutoReviewBatch');
    expect(called('RegistrationBatch')).not.toContain('AutoReviewOnline');
    expect(called('Batch')).toContain('market-entry-prod-RegistrationBatch');
    expect(called('Review')).toContain('RegisterBusinessOnline');
  });

  it('registration may call its three functions and start review, and nothing else', () => {
    const right = (lane: string) => [
      on('lambda:InvokeFunction', new RegExp(`"AutoReview${lane}FunctionAlias`)),
      on('lambda:InvokeFunction', new RegExp(`"VerifyLicences${lane}FunctionAlias`)),
      on('lambda:InvokeFunction', new RegExp(`"RegisterBusiness${lane}FunctionAlias`)),
      on('states:StartExecution', /:stateMachine:market-entry-prod-Review"/),
    ];
    expect(rightsOf('RegistrationOnline')).toEqual(right('Online'));
    expect(rightsOf('RegistrationBatch')).toEqual(right('Batch'));
  });

  it('batch may read the chunks, start its own children and the batch lane’s registration', () => {
    expect(rightsOf('Batch').toSorted()).toEqual([
      on('kms:Decrypt', /"DataKey/),
      on('lambda:InvokeFunction', /"CloseBatchBatchFunctionAlias/),
      on('lambda:InvokeFunction', /"CloseChunkBatchFunctionAlias/),
      on('lambda:InvokeFunction', /"OpenBatchBatchFunctionAlias/),
      on('lambda:InvokeFunction', /"TakeInChunkBatchFunctionAlias/),
      on('s3:GetObject', /"Files.*\/\*/),
      on('states:DescribeExecution', /:execution:market-entry-prod-Batch:\*/),
      on('states:RedriveExecution', /:execution:market-entry-prod-Batch:\*/),
      on('states:StartExecution', /:stateMachine:market-entry-prod-Batch"/),
      on('states:StartSyncExecution', /:stateMachine:market-entry-prod-RegistrationBatch"/),
      on('states:StopExecution', /:execution:market-entry-prod-Batch:\*/),
    ]);
  });
});

describe('the clock', () => {
  it('starts what the catalogue schedules', () => {
    const scheduled = { Properties: { ScheduleExpression: Match.anyValue() } };
    const rules = Object.values(PROD.findResources('AWS::Events::Rule', scheduled)).map(
      ({ Properties }) => [
        functionBehind(PROD, Properties.Targets[0].Arn),
        Properties.ScheduleExpression,
      ],
    );
    const due = Object.entries(SCHEDULES).map(([name, minutes]) => [
      `${name}Batch`,
      `rate(${minutes} minutes)`,
    ]);
    expect(rules.sort()).toEqual(due.sort());
  });
});
