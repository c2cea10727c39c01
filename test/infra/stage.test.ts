import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { STAGES, type StageName, stageNamed } from '#infra/stage.ts';
import { synthesise } from '#infra/synthesise.ts';
import { LOCAL, ourFunctions } from './templates.ts';

const templates = new Map(
  Object.keys(STAGES).map((name) => [name, Template.fromJSON(synthesise(stageNamed(name)))]),
);
function templateOf(name: StageName): Template {
  const template = templates.get(name);
  if (template === undefined) throw new RangeError(name);
  return template;
}

describe('a stage', () => {
  it.each(Object.keys(STAGES).map(stageNamed))('%s synthesises', (name) => {
    templateOf(name).resourceCountIs('AWS::StepFunctions::StateMachine', 4);
  });

  it('is refused when its name is misspelt', () => {
    expect(() => stageNamed('production')).toThrow(RangeError);
  });

  it('keeps the code out of the template that one machine runs', () => {
    expect(JSON.stringify(ourFunctions(LOCAL))).not.toContain('S3Key');
  });

  it('has no literal partition, in China or elsewhere', () => {
    for (const name of ['aws-cn', 'prod'] as const) {
      expect(JSON.stringify(synthesise(name))).not.toMatch(/arn:aws/);
    }
  });

  it('keeps tables when its stack goes, where the data are real', () => {
    const tables = (name: StageName) =>
      Object.values(templateOf(name).findResources('AWS::DynamoDB::Table')).map(
        ({ DeletionPolicy, Properties }) => ({
          deletion: DeletionPolicy,
          protected: Properties.DeletionProtectionEnabled,
          recoverable: Properties.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled,
        }),
      )[0];
    const live = { deletion: 'Retain', protected: true, recoverable: true };
    expect(tables('prod')).toEqual(live);
    expect(tables('aws-cn')).toEqual(live);
    expect(tables('dev')).toEqual({ deletion: 'Delete', protected: false, recoverable: true });
    expect(tables('local')).toEqual({ deletion: 'Delete', protected: false, recoverable: false });
  });

  it('keeps logs for as long as its data matter, at least half a year where they are real', () => {
    const days = (name: StageName) => [
      ...new Set(
        Object.values(templateOf(name).findResources('AWS::Logs::LogGroup')).map(
          ({ Properties }) => Properties.RetentionInDays,
        ),
      ),
    ];
    expect([days('local'), days('dev'), days('prod'), days('aws-cn')]).toEqual([
      [7],
      [30],
      [365],
      [365],
    ]);
  });

  it('has fewer resources than the 500 that CloudFormation allows, with room for more doors', () => {
    expect(Object.keys(templateOf('prod').toJSON().Resources).length).toBeLessThan(470);
  });

  it('traces functions except in China, where Lambda has no X-Ray', () => {
    const active = { TracingConfig: { Mode: 'Active' } };
    const of = (name: StageName) =>
      templateOf(name).findResources('AWS::Lambda::Function', {
        Properties: active,
      });
    expect(Object.keys(of('prod'))).not.toEqual([]);
    expect(of('aws-cn')).toEqual({});
  });
});
