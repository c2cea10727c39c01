import { beforeAll, describe, expect, it } from 'vitest';
import { FUNCTIONS } from '#functions/catalogue.ts';
import { synthesise } from '#infra/synthesise.ts';
import { type Deployment, deploymentOf } from '#local/deployment.ts';
import { resolveTemplate, Template } from '#local/template.ts';

const parameters = {
  OidcIssuer: 'http://127.0.0.1:1/oidc',
  AgentSystem: '{}',
  TrustList: '[]',
  IdentityProvider: '{}',
  SigningPage: 'http://127.0.0.1:1/signing',
  PagesDomain: 'registrar.example',
  PagesCertificate: 'none',
  SignInClient: 'pages',
  SignInAuthorize: 'http://127.0.0.1:1/oidc/auth',
  SignInToken: 'http://127.0.0.1:1/oidc/token',
  LicenceIssuer: 'https://market-entry.example',
  ProblemBase: 'http://127.0.0.1:1/problems',
};
const account = { region: 'ap-east-1', accountId: '000000000000', parameters };
const deployed = (template: object) =>
  deploymentOf(resolveTemplate(Template.parse(template), account));

describe('the synthesised template', () => {
  let deployment: Deployment;
  beforeAll(() => {
    deployment = deployed(synthesise('local'));
  });

  it('deploys every function of the catalogue in each of its lanes', () => {
    const wanted = Object.values(FUNCTIONS).flatMap(({ handler, lanes }) =>
      lanes.map((lane) => `${handler} ${lane}`),
    );
    const found = deployment.functions.map(({ handler, lane }) => `${handler} ${lane}`);
    expect(found.sort()).toEqual(wanted.sort());
  });

  it('gives functions the names of tables, machines and keys that there are', () => {
    const known = new Set([
      ...deployment.tables.map(({ name }) => name),
      ...deployment.buckets.map(({ name }) => name),
      ...deployment.machines.map(({ arn }) => arn),
      ...deployment.keys.map(({ id }) => id),
    ]);
    const named = deployment.functions.flatMap(({ environment }) =>
      Object.entries(environment)
        .filter(([name]) => /_(TABLE|MACHINE|KEY_ID|BUCKET)$/.test(name))
        .map(([, value]) => value),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('substitutes every name in the machines’ definitions', () => {
    expect(deployment.machines.map(({ type }) => type).sort()).toEqual([
      'EXPRESS',
      'EXPRESS',
      'STANDARD',
      'STANDARD',
    ]);
    expect(JSON.stringify(deployment.machines)).not.toContain('${');
    expect(JSON.stringify(deployment.machines)).toContain('arn:aws:states:::lambda:invoke');
  });

  it('routes to deployed functions, and asks the configured issuer’s tokens', () => {
    const arns = new Set(deployment.functions.map(({ arn }) => arn));
    expect(deployment.routes.filter(({ functionArn }) => !arns.has(functionArn))).toEqual([]);
    const route = (key: string) => deployment.routes.find(({ routeKey }) => routeKey === key);
    expect(route('POST /v1/batches')?.jwt).toEqual({
      issuer: parameters.OidcIssuer,
      audiences: ['agent'],
    });
    expect(route('GET /.well-known/jwks.json')?.jwt).toBeUndefined();
  });

  it('schedules deployed functions', () => {
    const arns = deployment.functions.map(({ arn }) => arn);
    expect(deployment.schedules.length).toBeGreaterThan(0);
    for (const { functionArn, everyMs } of deployment.schedules) {
      expect(arns).toContain(functionArn);
      expect(everyMs).toBeGreaterThanOrEqual(60_000);
    }
  });
});

describe('what the local system cannot run', () => {
  it.each([
    [
      'a function without its line of the catalogue',
      { F: { Type: 'AWS::Lambda::Function' } },
      /F does not say which function/,
    ],
    [
      'a schedule by cron',
      {
        Rule: {
          Type: 'AWS::Events::Rule',
          Properties: { ScheduleExpression: 'cron(0 1 * * ? *)', Targets: [{ Arn: 'a' }] },
        },
      },
      /rate/,
    ],
    [
      'a machine with a name that nothing stands for',
      {
        M: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: { DefinitionString: '{"a":"${Lost}"}' },
        },
      },
      /M: \$\{Lost\}/,
    ],
  ])('stops at %s', (_, Resources, message) => {
    expect(() => deployed({ Resources })).toThrow(message);
  });
});
