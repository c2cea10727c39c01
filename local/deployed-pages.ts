import { createContext, runInContext } from 'node:vm';
import * as z from 'zod';
import type { Resource } from './template.ts';

const Distribution = z.object({
  DistributionConfig: z.object({
    DefaultCacheBehavior: z.object({
      ResponseHeadersPolicyId: z.string(),
      FunctionAssociations: z.tuple([
        z.object({ EventType: z.literal('viewer-request'), FunctionARN: z.string() }),
      ]),
    }),
    CacheBehaviors: z.array(
      z.object({ PathPattern: z.string(), TargetOriginId: z.literal('api') }),
    ),
  }),
});
const HeadersPolicy = z.object({
  ResponseHeadersPolicyConfig: z.object({
    SecurityHeadersConfig: z.strictObject({
      ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.string() }),
      ContentTypeOptions: z.object({}),
      FrameOptions: z.object({ FrameOption: z.string() }),
      ReferrerPolicy: z.object({ ReferrerPolicy: z.string() }),
      StrictTransportSecurity: z.object({
        AccessControlMaxAgeSec: z.coerce.number(),
        IncludeSubdomains: z.literal(true),
      }),
    }),
    CustomHeadersConfig: z.object({
      Items: z.array(z.object({ Header: z.string(), Value: z.string() })),
    }),
  }),
});
const PathsFunction = z.object({ FunctionCode: z.string() });

/** What a CloudFront function makes of a request: another address, or an answer of its own. */
const Answered = z.union([
  z.object({
    statusCode: z.int(),
    headers: z.record(z.string(), z.object({ value: z.string() })),
    body: z.string(),
  }),
  z.object({ uri: z.string() }),
]);

/** The pages as the template deploys them: CloudFront's headers, paths and function. */
export interface DeployedPages {
  readonly headers: Readonly<Record<string, string>>;
  /** whether a path is the API's */
  isOfApi(path: string): boolean;
  /** runs the template's function */
  answer(path: string): z.infer<typeof Answered>;
}

/** @throws {z.ZodError} when the distribution has something that is not done here */
export function deployedPages(
  distribution: Resource,
  byReference: (reference: string, type: string) => Resource,
): DeployedPages {
  const { DefaultCacheBehavior: toPages, CacheBehaviors } = Distribution.parse(
    distribution.properties,
  ).DistributionConfig;
  const [{ FunctionARN }] = toPages.FunctionAssociations;
  const { FunctionCode } = PathsFunction.parse(
    byReference(FunctionARN, 'AWS::CloudFront::Function').properties,
  );
  const policy = byReference(
    toPages.ResponseHeadersPolicyId,
    'AWS::CloudFront::ResponseHeadersPolicy',
  );
  return {
    headers: headersOf(HeadersPolicy.parse(policy.properties)),
    isOfApi: (path) =>
      CacheBehaviors.some(({ PathPattern }) =>
        PathPattern.endsWith('*')
          ? path.startsWith(PathPattern.slice(0, -1))
          : path === PathPattern,
      ),
    answer: (uri) => {
      const context = createContext({ event: { request: { uri } } });
      return Answered.parse(runInContext(`${FunctionCode}; handler(event)`, context));
    },
  };
}

function headersOf({ ResponseHeadersPolicyConfig: policy }: z.infer<typeof HeadersPolicy>) {
  const security = policy.SecurityHeadersConfig;
  const { AccessControlMaxAgeSec } = security.StrictTransportSecurity;
  return {
    'content-security-policy': security.ContentSecurityPolicy.ContentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': security.FrameOptions.FrameOption,
    'referrer-policy': security.ReferrerPolicy.ReferrerPolicy,
    'strict-transport-security': `max-age=${AccessControlMaxAgeSec}; includeSubDomains`,
    ...Object.fromEntries(
      policy.CustomHeadersConfig.Items.map(({ Header, Value }) => [Header, Value]),
    ),
  };
}
