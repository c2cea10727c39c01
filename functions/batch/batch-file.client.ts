import {
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { BatchId } from '../shared/ids.ts';
import { chunksKey, fileKey } from './batch.store.ts';
import type { Chunk } from './batch.ts';
import { rowsIn } from './chunk-plan.ts';

/** How long an agent may take to begin the upload, in seconds. */
const UPLOAD_WITHIN_S = 3_600;

/** The files of batches in their encrypted bucket: named by id only. */
export function batchFiles(bucket: string) {
  const s3 = new S3Client({
    // a presigned upload must not demand a checksum that the agent's client does not know
    requestChecksumCalculation: 'WHEN_REQUIRED',
    forcePathStyle: process.env.AWS_ENDPOINT_URL_S3 !== undefined,
  });

  return {
    uploadUrl: (id: BatchId): Promise<string> =>
      getSignedUrl(s3, new PutObjectCommand({ Bucket: bucket, Key: fileKey(id) }), {
        expiresIn: UPLOAD_WITHIN_S,
      }),

    async file(id: BatchId) {
      try {
        const { Body, ContentLength = 0 } = await s3.send(
          new GetObjectCommand({ Bucket: bucket, Key: fileKey(id) }),
        );
        return Body && { bytes: Body as AsyncIterable<Uint8Array>, size: ContentLength };
      } catch (error) {
        // without the right to list the bucket, S3 says 403 of a key that is not there
        if (
          error instanceof S3ServiceException &&
          [403, 404].includes(error.$metadata.httpStatusCode ?? 0)
        )
          return undefined;
        throw error;
      }
    },

    async lines({ batchId, byteStart, byteEnd }: Chunk): Promise<string[]> {
      const { Body } = await s3.send(
        new GetObjectCommand({
          Bucket: bucket,
          Key: fileKey(batchId),
          Range: `bytes=${byteStart}-${byteEnd - 1}`,
        }),
      );
      const text = (await Body?.transformToString('utf-8')) ?? '';
      return rowsIn(text, byteStart === 0);
    },

    async keepChunks(id: BatchId, chunks: readonly Chunk[]): Promise<string> {
      const Body = chunks.map((chunk) => `${JSON.stringify(chunk)}\n`).join('');
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key: chunksKey(id), Body }));
      return chunksKey(id);
    },
  };
}
