import { GetObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { type Release, releaseIn, releaseKey } from './release.ts';

/** An object's text; `undefined` where there is none (403 for whoever may not list the bucket). */
export function textsIn(bucket: string): (key: string) => Promise<string | undefined> {
  const s3 = new S3Client({ forcePathStyle: process.env.AWS_ENDPOINT_URL_S3 !== undefined });
  return async (Key) => {
    try {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
      return await Body?.transformToString('utf8');
    } catch (error) {
      const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : 0;
      if (status === 403 || status === 404) return undefined;
      throw error;
    }
  };
}

/** Releases of the rule set by their digest; one that is missing or was changed is none. */
export const releasesIn =
  (read: (key: string) => Promise<string | undefined>) =>
  async (hash: string): Promise<Release | undefined> => {
    const text = await read(releaseKey(hash));
    return text === undefined ? undefined : releaseIn(text, hash);
  };
