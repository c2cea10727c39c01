import S3rver from 's3rver';
import type { DeployedBucket } from './deployment.ts';

/** The only credentials that s3rver knows; every local client uses them. */
export const CREDENTIALS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' } as const;

/** S3 (s3rver) with the template's buckets and their CORS rules, on files in `folder`. */
export async function createS3(folder: string, buckets: readonly DeployedBucket[]) {
  const s3 = new S3rver({
    directory: folder,
    silent: true,
    vhostBuckets: false,
    configureBuckets: buckets.map(({ name, cors }) => ({
      name,
      configs: cors.length > 0 ? [corsConfiguration(cors)] : [],
    })),
  });
  await s3.configureBuckets();
  return s3.callback();
}

const corsConfiguration = (rules: DeployedBucket['cors']): string => {
  const written = rules.map((rule) =>
    element('CORSRule', [
      ...rule.AllowedOrigins.map((origin) => element('AllowedOrigin', [text(origin)])),
      ...rule.AllowedMethods.map((method) => element('AllowedMethod', [text(method)])),
      ...rule.AllowedHeaders.map((header) => element('AllowedHeader', [text(header)])),
      ...rule.ExposedHeaders.map((header) => element('ExposeHeader', [text(header)])),
      ...(rule.MaxAge === undefined ? [] : [element('MaxAgeSeconds', [String(rule.MaxAge)])]),
    ]),
  );
  return element('CORSConfiguration', written);
};

const element = (name: string, content: readonly string[]): string =>
  `<${name}>${content.join('')}</${name}>`;

const text = (value: string): string => value.replace(/&/g, '&amp;').replace(/</g, '&lt;');
