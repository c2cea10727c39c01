import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { STAGES, stageNamed } from '#infra/stage.ts';
import { synthesise } from '#infra/synthesise.ts';

describe('a stage', () => {
  it.each(Object.keys(STAGES).map(stageNamed))('%s synthesises', (name) => {
    Template.fromJSON(synthesise(name)).resourceCountIs('AWS::StepFunctions::StateMachine', 4);
  });

  it('is refused when its name is misspelt', () => {
    expect(() => stageNamed('production')).toThrow(RangeError);
  });

  it('keeps the code out of the template that one machine runs', () => {
    expect(JSON.stringify(synthesise('local'))).not.toContain('S3Key');
  });

  it('has no literal partition, in China or elsewhere', () => {
    for (const name of ['aws-cn', 'prod'] as const) {
      expect(JSON.stringify(synthesise(name))).not.toMatch(/arn:aws/);
    }
  });

  it('traces functions except in China, where Lambda has no X-Ray', () => {
    const active = { TracingConfig: { Mode: 'Active' } };
    const of = (name: 'aws-cn' | 'prod') =>
      Template.fromJSON(synthesise(name)).findResources('AWS::Lambda::Function', {
        Properties: active,
      });
    expect(Object.keys(of('prod'))).not.toEqual([]);
    expect(of('aws-cn')).toEqual({});
  });
});
