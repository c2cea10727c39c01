import { describe, expect, it } from 'vitest';
import { AGENT_ROUTES } from '#functions/api/agent.routes.ts';
import { APPLICANT_ROUTES } from '#functions/api/applicant.routes.ts';
import { OFFICIAL_ROUTES } from '#functions/api/official.routes.ts';
import { PUBLIC_ROUTES } from '#functions/api/public.routes.ts';
import { type RouteTable, routeKey } from '#functions/api/route.ts';
import { functionBehind, PROD } from './templates.ts';

const authorisers = PROD.findResources('AWS::ApiGatewayV2::Authorizer');
const integrations = PROD.findResources('AWS::ApiGatewayV2::Integration');

/** Every route as deployed: who may come in, and which function answers. */
const deployed = Object.values(PROD.findResources('AWS::ApiGatewayV2::Route')).map(
  ({ Properties: route }) => ({
    key: route.RouteKey,
    authorization: route.AuthorizationType,
    audiences: authorisers[route.AuthorizerId?.Ref]?.Properties.JwtConfiguration.Audience ?? [],
    fn: functionBehind(
      PROD,
      integrations[route.Target['Fn::Join'][1][1].Ref]?.Properties.IntegrationUri,
    ),
  }),
);

const written = (table: RouteTable, fn: string) =>
  Object.values(table).map((route) => ({
    key: routeKey(route),
    authorization: route.audiences.length === 0 ? 'NONE' : 'JWT',
    audiences: route.audiences.toSorted(),
    fn,
  }));

describe('the HTTP API', () => {
  it('has the routes of the four tables, each with its audience and its function', () => {
    expect(deployed).toEqual([
      ...written(APPLICANT_ROUTES, 'ApplicantApiOnline'),
      ...written(AGENT_ROUTES, 'AgentApiOnline'),
      ...written(OFFICIAL_ROUTES, 'OfficialApiOnline'),
      ...written(PUBLIC_ROUTES, 'PublicApiOnline'),
    ]);
  });

  it('asks for no token where the public comes in', () => {
    const open = deployed.filter(({ authorization }) => authorization === 'NONE');
    expect(open.map(({ key }) => key)).toEqual(Object.values(PUBLIC_ROUTES).map(routeKey));
  });

  it('has one authoriser for each set of audiences, all of one issuer', () => {
    const sets = Object.values(authorisers).map(({ Properties }) => Properties.JwtConfiguration);
    expect(sets).toEqual(
      [['agent', 'applicant'], ['agent'], ['official']].map((Audience) => ({
        Audience,
        Issuer: { Ref: 'OidcIssuer' },
      })),
    );
  });

  it('hands requests on in payload format 2.0', () => {
    PROD.allResourcesProperties('AWS::ApiGatewayV2::Integration', {
      IntegrationType: 'AWS_PROXY',
      PayloadFormatVersion: '2.0',
    });
  });

  it('is throttled, and logs neither addresses, tokens nor paths', () => {
    const [stage] = Object.values(PROD.findResources('AWS::ApiGatewayV2::Stage'));
    expect(stage?.Properties.DefaultRouteSettings.ThrottlingRateLimit).toBe(1000);
    const logged = Object.values<string>(JSON.parse(stage?.Properties.AccessLogSettings.Format));
    expect(logged).toContain('$context.routeKey');
    expect(logged.filter((field) => /identity|claims|path|userAgent/i.test(field))).toEqual([]);
  });

  it('may call the functions behind its doors only', () => {
    const allowed = PROD.findResources('AWS::Lambda::Permission', {
      Properties: { Principal: 'apigateway.amazonaws.com' },
    });
    expect(
      Object.values(allowed).map(({ Properties }) => functionBehind(PROD, Properties.FunctionName)),
    ).toEqual(['ApplicantApiOnline', 'AgentApiOnline', 'OfficialApiOnline', 'PublicApiOnline']);
  });
});
