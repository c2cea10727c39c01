import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { synthesise } from '#infra/synthesise.ts';
import { functionBehind, LOCAL, ourFunctions, PROD } from './templates.ts';

const DEV = Template.fromJSON(synthesise('dev'));
const functions = ourFunctions(PROD).map(([id]) => id);
const aliases = Object.entries(PROD.findResources('AWS::Lambda::Alias'));

describe('new code', () => {
  it('answers a tenth of the calls for five minutes first', () => {
    PROD.hasResourceProperties('AWS::CodeDeploy::DeploymentConfig', {
      ComputePlatform: 'Lambda',
      TrafficRoutingConfig: {
        Type: 'TimeBasedCanary',
        TimeBasedCanary: { CanaryInterval: 5, CanaryPercentage: 10 },
      },
    });
  });

  it('is moved by a deployment for every function', () => {
    const moved = aliases.map(([id, { Properties, UpdatePolicy }]) => {
      expect(Properties.Name).toBe('live');
      expect(UpdatePolicy.CodeDeployLambdaAliasUpdate.DeploymentGroupName).toBeDefined();
      return functionBehind(PROD, { Ref: id });
    });
    expect(moved).toEqual(functions);
  });

  it('is taken back by an alarm of its own function, and when the deployment fails', () => {
    const groups = Object.entries(PROD.findResources('AWS::CodeDeploy::DeploymentGroup'));
    expect(groups).toHaveLength(functions.length);
    for (const [id, { Properties }] of groups) {
      const name = id.slice(0, id.indexOf('FunctionDeployment'));
      expect(Properties.AutoRollbackConfiguration).toEqual({
        Enabled: true,
        Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM'],
      });
      expect(Properties.AlarmConfiguration.Alarms).toEqual([
        { Name: { Ref: expect.stringMatching(new RegExp(`^${name}FunctionFailing`)) } },
      ]);
    }
  });

  it('leaves the version before it in place to go back to', () => {
    PROD.allResources('AWS::Lambda::Version', Match.objectLike({ DeletionPolicy: 'Retain' }));
  });

  it('is invoked by its alias everywhere: by machines, API and clock', () => {
    const text = JSON.stringify([
      PROD.findResources('AWS::StepFunctions::StateMachine'),
      PROD.findResources('AWS::ApiGatewayV2::Integration'),
      PROD.findResources('AWS::Events::Rule'),
    ]);
    for (const id of functions) expect(text).not.toContain(`"Fn::GetAtt":["${id}","Arn"]`);
  });

  it('is there at once in the other stages, without versions', () => {
    for (const template of [LOCAL, DEV]) {
      template.resourceCountIs('AWS::Lambda::Alias', 0);
      template.resourceCountIs('AWS::CodeDeploy::DeploymentGroup', 0);
    }
  });
});
