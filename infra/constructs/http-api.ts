import {
  CfnApi,
  CfnAuthorizer,
  CfnIntegration,
  CfnRoute,
  CfnStage,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { ArnFormat, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { type Audience, type RouteTable, routeKey } from '../../functions/api/route.ts';
import type { FunctionName } from '../../functions/catalogue.ts';
import type { Stage } from '../stage.ts';

/** Who called is in the application's history; here stand neither addresses, tokens nor paths with ids. */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  latency: '$context.responseLatency',
  bytes: '$context.responseLength',
  authoriserError: '$context.authorizer.error',
  integrationError: '$context.integrationErrorMessage',
};

/** A function and the routes that it answers. */
interface Door {
  readonly name: FunctionName;
  readonly routes: RouteTable;
  readonly fn: IFunction;
}

interface HttpApiProps {
  readonly stage: Stage;
  /** the OIDC issuer of every token; API Gateway reads its keys and accepts RSA signatures only */
  readonly issuer: string;
  readonly doors: readonly Door[];
}

/** API Gateway's HTTP API, made from the route tables: one authoriser for each set of audiences. */
export class HttpApi extends Construct {
  readonly url: string;
  readonly id: string;
  readonly tables: readonly RouteTable[];
  private readonly api: CfnApi;
  private readonly issuer: string;
  private readonly authorisers = new Map<string, CfnAuthorizer>();

  constructor(scope: Construct, id: string, { stage, issuer, doors }: HttpApiProps) {
    super(scope, id);
    this.issuer = issuer;
    this.api = new CfnApi(this, 'Api', {
      name: Stack.of(this).stackName,
      protocolType: 'HTTP',
    });
    this.url = this.api.attrApiEndpoint;
    this.id = this.api.ref;
    this.tables = doors.map(({ routes }) => routes);
    for (const door of doors) this.open(door);

    const log = new LogGroup(this, 'AccessLog', {
      retention: stage.logRetention,
      removalPolicy: stage.removal,
    });
    new CfnStage(this, 'Stage', {
      apiId: this.api.ref,
      stageName: '$default',
      autoDeploy: true,
      accessLogSettings: { destinationArn: log.logGroupArn, format: JSON.stringify(ACCESS_LOG) },
      defaultRouteSettings: {
        detailedMetricsEnabled: true,
        throttlingRateLimit: stage.requestsPerSecond,
        throttlingBurstLimit: stage.requestsPerSecond,
      },
    });
  }

  private open({ name, routes, fn }: Door): void {
    const integration = new CfnIntegration(this, `${name.replace(/Api$/, '')}Integration`, {
      apiId: this.api.ref,
      integrationType: 'AWS_PROXY',
      integrationUri: fn.functionArn,
      payloadFormatVersion: '2.0',
    });
    fn.addPermission('HttpApi', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: Stack.of(this).formatArn({
        service: 'execute-api',
        resource: this.api.ref,
        resourceName: '*/*',
        arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
      }),
    });
    for (const [useCase, route] of Object.entries(routes)) {
      new CfnRoute(this, useCase, {
        apiId: this.api.ref,
        routeKey: routeKey(route),
        target: `integrations/${integration.ref}`,
        ...(route.audiences.length === 0
          ? { authorizationType: 'NONE' }
          : { authorizationType: 'JWT', authorizerId: this.authoriserOf(route.audiences).ref }),
      });
    }
  }

  private authoriserOf(audiences: readonly Audience[]): CfnAuthorizer {
    const set = audiences.toSorted();
    const name = set.join('-');
    const made = this.authorisers.get(name);
    if (made !== undefined) return made;
    const authoriser = new CfnAuthorizer(this, `Authoriser-${name}`, {
      apiId: this.api.ref,
      name,
      authorizerType: 'JWT',
      identitySource: ['$request.header.Authorization'],
      jwtConfiguration: { issuer: this.issuer, audience: set },
    });
    this.authorisers.set(name, authoriser);
    return authoriser;
  }
}
