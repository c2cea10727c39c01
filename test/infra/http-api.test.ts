import { describe, expect, it } from 'vitest';
import { routeKey } from '#functions/api/route.ts';
import { ROUTES } from '#openapi/tables.ts';
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

/** Which function answers a table. */
const DOORS: Readonly<Record<string, string>> = {
  applicant: 'ApplicantApi',
  ownerAct: 'OwnerActApi',
  preCheck: 'PreCheckApi',
  agent: 'AgentApi',
  signing: 'SigningApi',
  identityAct: 'SigningApi',
  host: 'HostApi',
  official: 'OfficialApi',
  desk: 'OfficialApi',
  client: 'ClientApi',
  agentRecord: 'AgentRecordApi',
  person: 'PersonApi',
  inquiry: 'InquiryApi',
  stop: 'StopApi',
  data: 'DataApi',
  listEntry: 'DataApi',
  scope: 'ScopeApi',
  registrar: 'ScopeApi',
  docs: 'DocsApi',
  notice: 'NoticeApi',
  postCheck: 'PostCheckApi',
  defence: 'DefenceApi',
  ruleSet: 'MeasureApi',
  public: 'PublicApi',
  measure: 'MeasureApi',
  statistics: 'PublicApi',
};

const written = ROUTES.map(({ table, route }) => ({
  key: routeKey(route),
  authorization: route.audiences.length === 0 ? 'NONE' : 'JWT',
  audiences: route.audiences.toSorted(),
  fn: `${DOORS[table]}Online`,
}));

const byKey = (one: { key: string }, other: { key: string }) => one.key.localeCompare(other.key);

/** What needs no token, and why: published, or the body proves who asks (by a secret or an assertion). */
const WITHOUT_TOKEN = {
  published: ['public', 'docs', 'statistics'],
  provenByBody: ['openSigning', 'sign', 'refuseSigning', 'listNamings', 'denyNaming'].concat([
    'listMandates',
    'chooseMandate',
    'endMandate',
    'endNamingsFaceCheck',
  ]),
  saysNothingOfAnybody: [
    'readNamingsDocument',
    'beginNamingsFaceCheck',
    'readMandateDocument',
    'verifyNotice',
    'readPromises',
  ].concat([
    'suggestScope',
    'listScopeItems',
    'listScopeBundles',
    'previewScope',
    'readDuty',
    'countListEntries',
    'listRegistrars',
    'listHosts',
  ]),
};

describe('the HTTP API', () => {
  it('has the routes of every table, each with its audiences and its function', () => {
    expect(deployed.toSorted(byKey)).toEqual(written.toSorted(byKey));
  });

  it('asks for no token only where what is answered is public, or the body proves who asks', () => {
    const { published, provenByBody, saysNothingOfAnybody } = WITHOUT_TOKEN;
    const named = [...provenByBody, ...saysNothingOfAnybody];
    const open = ROUTES.filter(({ route }) => route.audiences.length === 0);
    expect(
      open
        .filter(({ table }) => !published.includes(table))
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(named.toSorted());
    expect(
      open.every(
        ({ table, route }) =>
          !published.includes(table) ||
          route.method === 'GET' ||
          route.path === '/v1/licences/verification',
      ),
    ).toBe(true);
  });

  it('has one authoriser for each set of audiences, all of one issuer', () => {
    const sets = Object.values(authorisers).map(({ Properties }) => Properties.JwtConfiguration);
    expect(sets).toEqual(
      [['agent', 'applicant'], ['agent'], ['official'], ['host']].map((Audience) => ({
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
      Object.values(allowed)
        .map(({ Properties }) => functionBehind(PROD, Properties.FunctionName))
        .toSorted(),
    ).toEqual([...new Set(Object.values(DOORS))].map((door) => `${door}Online`).toSorted());
  });
});
