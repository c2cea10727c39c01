import {
  CfnDistribution,
  CfnFunction,
  CfnOriginAccessControl,
  CfnResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { ArnFormat, Fn, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { RouteTable } from '../../functions/api/route.ts';
import { pathsFunction } from '../pages-function.ts';
import type { Stage } from '../stage.ts';

/** Managed by AWS under these ids in every account: CachingOptimized, CachingDisabled, AllViewerExceptHostHeader. */
const CACHED = '658327ea-f89d-4fab-a63d-7e88639e58f6';
const NOT_CACHED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const AS_ASKED = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

const TWO_YEARS = 63_072_000;

/** How people sign in: an OIDC client without a secret (authorisation code + PKCE). */
export interface SignIn {
  readonly client: string;
  readonly authorize: string;
  readonly token: string;
}

interface PagesProps {
  readonly stage: Stage;
  /** host name of the pages, and what certifies it: an ARN of ACM in us-east-1, in China the id of an IAM server certificate */
  readonly domain: string;
  readonly certificate: string;
  readonly signIn: SignIn;
  /** the API behind the same host name, e.g. https://….execute-api.… */
  readonly apiUrl: string;
  readonly tables: readonly RouteTable[];
  /** where agents put their files, straight from the page */
  readonly files: IBucket;
  readonly accessLog: IBucket | undefined;
}

/**
 * The pages by CloudFront from a bucket, and behind the same host name the API: one origin, so that
 * no CORS is needed. What is built from `web/` is put into the bucket by the release (web/README.md).
 */
export class Pages extends Construct {
  readonly bucketName: string;

  constructor(scope: Construct, id: string, props: PagesProps) {
    super(scope, id);
    const { stage, domain, certificate, signIn, apiUrl, tables, files, accessLog } = props;
    const bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy: stage.removal,
      ...(accessLog && { serverAccessLogsBucket: accessLog, serverAccessLogsPrefix: 'pages/' }),
    });
    this.bucketName = bucket.bucketName;
    const access = new CfnOriginAccessControl(this, 'Access', {
      originAccessControlConfig: {
        name: `${Stack.of(this).stackName}-pages`,
        originAccessControlOriginType: 's3',
        signingBehavior: 'always',
        signingProtocol: 'sigv4',
      },
    });
    const paths = new CfnFunction(this, 'Paths', {
      name: `${Stack.of(this).stackName}-pages`,
      autoPublish: true,
      functionCode: pathsFunction(signIn),
      functionConfig: {
        comment: 'The page for every address of the pages; the settings that a stage has.',
        runtime: 'cloudfront-js-2.0',
      },
    });
    const headers = new CfnResponseHeadersPolicy(this, 'Headers', {
      responseHeadersPolicyConfig: {
        name: `${Stack.of(this).stackName}-pages`,
        ...securityHeaders(signIn.token, `https://${files.bucketRegionalDomainName}`),
      },
    });
    const toPages = {
      targetOriginId: 'pages',
      viewerProtocolPolicy: 'redirect-to-https',
      compress: true,
      cachePolicyId: CACHED,
      responseHeadersPolicyId: headers.ref,
      functionAssociations: [
        { eventType: 'viewer-request', functionArn: paths.attrFunctionMetadataFunctionArn },
      ],
    };
    const toApi = (pathPattern: string) => ({
      pathPattern,
      targetOriginId: 'api',
      viewerProtocolPolicy: 'https-only',
      compress: true,
      allowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
      cachePolicyId: NOT_CACHED,
      originRequestPolicyId: AS_ASKED,
    });
    const distribution = new CfnDistribution(this, 'Distribution', {
      distributionConfig: {
        enabled: true,
        httpVersion: stage.pages === 'ACM' ? 'http2and3' : 'http2',
        ipv6Enabled: stage.pages === 'ACM',
        aliases: [domain],
        viewerCertificate: {
          ...(stage.pages === 'ACM'
            ? { acmCertificateArn: certificate }
            : { iamCertificateId: certificate }),
          sslSupportMethod: 'sni-only',
          minimumProtocolVersion: 'TLSv1.2_2021',
        },
        origins: [
          {
            id: 'pages',
            domainName: bucket.bucketRegionalDomainName,
            originAccessControlId: access.ref,
            s3OriginConfig: { originAccessIdentity: '' },
          },
          {
            id: 'api',
            domainName: Fn.select(2, Fn.split('/', apiUrl)),
            customOriginConfig: {
              originProtocolPolicy: 'https-only',
              originSslProtocols: ['TLSv1.2'],
            },
          },
        ],
        defaultCacheBehavior: toPages,
        cacheBehaviors: apiPaths(tables).map(toApi),
      },
    });
    bucket.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
        actions: ['s3:GetObject'],
        resources: [bucket.arnForObjects('*')],
        conditions: {
          StringEquals: {
            'AWS:SourceArn': Stack.of(this).formatArn({
              service: 'cloudfront',
              region: '',
              resource: 'distribution',
              resourceName: distribution.ref,
              arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
            }),
          },
        },
      }),
    );
  }
}

/** What the routes begin with, as CloudFront's patterns: `/v1/*`, `/openapi.json`. */
function apiPaths(tables: readonly RouteTable[]): readonly string[] {
  const paths = tables.flatMap((table) => Object.values(table).map(({ path }) => path));
  const firsts = paths.map((path) => {
    const [, first = '', ...rest] = path.split('/');
    return rest.length > 0 ? `/${first}/*` : `/${first}`;
  });
  return [...new Set(firsts)].sort();
}

/**
 * No script but our own files, no markup from text (Trusted Types), no frame around a page; what is
 * fetched comes from here or from the issuer's token end-point, what is sent besides goes to the bucket of files.
 */
const contentSecurityPolicy = (token: string, files: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${token} ${files}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

const securityHeaders = (token: string, files: string) => ({
  securityHeadersConfig: {
    contentSecurityPolicy: {
      contentSecurityPolicy: contentSecurityPolicy(token, files),
      override: true,
    },
    contentTypeOptions: { override: true },
    frameOptions: { frameOption: 'DENY', override: true },
    referrerPolicy: { referrerPolicy: 'no-referrer', override: true },
    strictTransportSecurity: {
      accessControlMaxAgeSec: TWO_YEARS,
      includeSubdomains: true,
      override: true,
    },
  },
  customHeadersConfig: {
    items: [
      {
        header: 'permissions-policy',
        value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
        override: true,
      },
      { header: 'cross-origin-opener-policy', value: 'same-origin', override: true },
    ],
  },
});
