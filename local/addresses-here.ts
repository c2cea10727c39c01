import type { DeployedPages } from './deployed-pages.ts';
import type { DeployedBucket } from './deployment.ts';

/** A bucket that takes files from the pages as they are opened here, without TLS. */
export const bucketHere = ({ name, cors }: DeployedBucket): DeployedBucket => ({
  name,
  cors: cors.map((rule) => ({
    ...rule,
    AllowedOrigins: rule.AllowedOrigins.map((it) => it.replace('https://', 'http://')),
  })),
});

/** The pages with buckets where they are here. @param s3 end-point of all of them */
export const pagesHere = (pages: DeployedPages, s3: string): DeployedPages => ({
  ...pages,
  headers: Object.fromEntries(
    Object.entries(pages.headers).map(([name, value]) => [
      name,
      value.replace(/https:\/\/[\w-]+\.s3\.amazonaws\.com/g, s3),
    ]),
  ),
});
