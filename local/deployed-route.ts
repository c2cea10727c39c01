import * as z from 'zod';
import type { Resource } from './template.ts';

export interface DeployedRoute {
  /** `POST /v1/batches`, `ANY /x/{proxy+}` or `$default` */
  readonly routeKey: string;
  readonly functionArn: string;
  /** absent = open to everybody */
  readonly jwt?: { readonly issuer: string; readonly audiences: readonly string[] };
}

export const Cors = z.object({
  AllowOrigins: z.array(z.string()).default([]),
  AllowMethods: z.array(z.string()).default([]),
  AllowHeaders: z.array(z.string()).default([]),
  ExposeHeaders: z.array(z.string()).default([]),
  MaxAge: z.coerce.number().optional(),
  AllowCredentials: z.boolean().optional(),
});
export type Cors = z.infer<typeof Cors>;

const RouteProperties = z.object({
  RouteKey: z.string(),
  Target: z.string().transform((target) => target.replace(/^integrations\//, '')),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
});
const IntegrationProperties = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
});
const AuthorizerProperties = z.object({
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
  JwtConfiguration: z.object({ Issuer: z.string(), Audience: z.array(z.string()) }),
});

/** A route together with its integration and its authorizer, which are resources of their own. */
export function deployedRoute(
  { properties }: Resource,
  byReference: (reference: string, type: string) => Resource,
): DeployedRoute {
  const { RouteKey, Target, AuthorizationType, AuthorizerId } = RouteProperties.parse(properties);
  const integration = byReference(Target, 'AWS::ApiGatewayV2::Integration');
  const { IntegrationUri } = IntegrationProperties.parse(integration.properties);
  const route = { routeKey: RouteKey, functionArn: invokedBy(IntegrationUri) };
  if (AuthorizationType === 'NONE') return route;
  const authorizer = byReference(AuthorizerId ?? '', 'AWS::ApiGatewayV2::Authorizer');
  const { Issuer, Audience } = AuthorizerProperties.parse(authorizer.properties).JwtConfiguration;
  return { ...route, jwt: { issuer: Issuer, audiences: Audience } };
}

/** An integration names its function by ARN, or by API Gateway's invocation path around it. */
const invokedBy = (uri: string): string =>
  /\/functions\/(arn:.+)\/invocations$/.exec(uri)?.[1] ?? uri;
