import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { synthesise } from '#infra/synthesise.ts';
import { PROD } from './templates.ts';

const only = (template: Template, type: string) => {
  const [found, ...others] = Object.values(template.findResources(type));
  if (!found || others.length > 0) throw new RangeError(`${others.length + 1} of ${type}`);
  return found.Properties;
};
const { DistributionConfig: distribution } = only(PROD, 'AWS::CloudFront::Distribution');

describe('the pages on AWS', () => {
  it('are read from the bucket by their own distribution alone', () => {
    const statements = Object.values(PROD.findResources('AWS::S3::BucketPolicy'))
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .filter(({ Principal }) => Principal?.Service === 'cloudfront.amazonaws.com');
    expect(statements).toHaveLength(1);
    expect(statements[0].Action).toBe('s3:GetObject');
    expect(JSON.stringify(statements[0].Condition.StringEquals['AWS:SourceArn'])).toContain(
      'PagesDistribution',
    );
  });

  it('have the API behind the same host name, uncached and with every method', () => {
    const behaviours: Record<string, unknown>[] = distribution.CacheBehaviors;
    expect(behaviours.map(({ PathPattern }) => PathPattern)).toEqual([
      '/.well-known/*',
      '/docs',
      '/openapi.json',
      '/problems/*',
      '/v1/*',
    ]);
    for (const it of behaviours) {
      expect(it).toMatchObject({ TargetOriginId: 'api', ViewerProtocolPolicy: 'https-only' });
      expect(it.AllowedMethods).toContain('POST');
    }
  });

  it('come by TLS 1.2 or later under their own name', () => {
    expect(distribution.Aliases).toEqual([{ Ref: 'PagesDomain' }]);
    expect(distribution.ViewerCertificate).toMatchObject({
      AcmCertificateArn: { Ref: 'PagesCertificate' },
      MinimumProtocolVersion: 'TLSv1.2_2021',
    });
    const china = Template.fromJSON(synthesise('aws-cn'));
    const { ViewerCertificate, HttpVersion } = only(
      china,
      'AWS::CloudFront::Distribution',
    ).DistributionConfig;
    expect(ViewerCertificate).toMatchObject({ IamCertificateId: { Ref: 'PagesCertificate' } });
    expect(HttpVersion).toBe('http2');
  });

  it('may put files into the bucket of files, and nobody else’s page may', () => {
    const [[files, { Properties }] = ['', { Properties: {} }], ...others] = Object.entries(
      PROD.findResources('AWS::S3::Bucket'),
    ).filter(([, it]) => it.Properties.CorsConfiguration);
    expect(others).toEqual([]);
    expect(Properties.CorsConfiguration.CorsRules).toEqual([
      {
        AllowedOrigins: [{ 'Fn::Join': ['', ['https://', { Ref: 'PagesDomain' }]] }],
        AllowedMethods: ['PUT'],
        MaxAge: 3600,
      },
    ]);
    const policy = JSON.stringify(only(PROD, 'AWS::CloudFront::ResponseHeadersPolicy'));
    expect(policy).toContain(
      `{"Ref":"SignInToken"}," https://",{"Fn::GetAtt":["${files}","RegionalDomainName"]},"; base-uri`,
    );
  });

  it('cost seven resources of the five hundred', () => {
    const ids = Object.keys(PROD.toJSON().Resources).filter((id) => id.startsWith('Pages'));
    expect(ids.length).toBeLessThanOrEqual(7);
  });
});
