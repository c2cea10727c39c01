import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { BatchId } from '../shared/ids.ts';
import { chunksKey, originalKey, rowsKey } from './batch.store.ts';
import type { Batch, Chunk } from './batch.ts';
import { rowsIn } from './chunk-plan.ts';

/** How long an agent may take to begin the upload, in seconds. */
const UPLOAD_WITHIN_S = 3_600;

/** Bytes of one part of a file that we write ourselves; S3 takes no smaller ones than 5 MiB. */
const PART = 8 * 1024 * 1024;

/** The files of batches in their encrypted bucket: named by id only. */
export function batchFiles(bucket: string) {
  const s3 = new S3Client({
    // a presigned upload must not demand a checksum that the agent's client does not know
    requestChecksumCalculation: 'WHEN_REQUIRED',
    forcePathStyle: process.env.AWS_ENDPOINT_URL_S3 !== undefined,
  });

  return {
    uploadUrl: (batch: Batch): Promise<string> =>
      getSignedUrl(s3, new PutObjectCommand({ Bucket: bucket, Key: originalKey(batch) }), {
        expiresIn: UPLOAD_WITHIN_S,
      }),

    async file(batch: Batch) {
      try {
        const {
          Body,
          ContentLength = 0,
          ETag,
        } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: originalKey(batch) }));
        return (
          Body && {
            bytes: Body as AsyncIterable<Uint8Array>,
            size: ContentLength,
            ...(ETag && { tag: ETag }),
          }
        );
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

    /** Undefined where the file is no more the one that was opened. What we made of a CSV file nobody else can replace. */
    async lines(
      { batchId, byteStart, byteEnd }: Chunk,
      { format, fileTag }: Batch,
    ): Promise<string[] | undefined> {
      const { Body, ETag } = await s3.send(
        new GetObjectCommand({
          Bucket: bucket,
          Key: rowsKey(batchId),
          Range: `bytes=${byteStart}-${byteEnd - 1}`,
        }),
      );
      const text = (await Body?.transformToString('utf-8')) ?? '';
      if (format === 'NDJSON' && fileTag !== undefined && ETag !== fileTag) return undefined;
      return rowsIn(text, byteStart === 0);
    },

    /** In parts, so that memory holds one of them; what is not finished is cleared away by the bucket's own rule. */
    async *keepRows(id: BatchId, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      const object = { Bucket: bucket, Key: rowsKey(id) };
      const parts: { PartNumber: number; ETag: string | undefined }[] = [];
      let upload: { UploadId: string | undefined } | undefined;
      let held: Uint8Array[] = [];
      let size = 0;
      const sendPart = async ({ UploadId }: { UploadId: string | undefined }) => {
        const PartNumber = parts.length + 1;
        const part = { ...object, UploadId, PartNumber, Body: Buffer.concat(held) };
        const { ETag } = await s3.send(new UploadPartCommand(part));
        parts.push({ PartNumber, ETag });
        held = [];
        size = 0;
      };
      for await (const piece of bytes) {
        held.push(piece);
        size += piece.length;
        if (size >= PART) {
          if (!upload) {
            const { UploadId } = await s3.send(new CreateMultipartUploadCommand(object));
            upload = { UploadId };
          }
          await sendPart(upload);
        }
        yield piece;
      }
      if (!upload) {
        await s3.send(new PutObjectCommand({ ...object, Body: Buffer.concat(held) }));
        return;
      }
      if (size > 0) await sendPart(upload);
      await s3.send(
        new CompleteMultipartUploadCommand({
          ...object,
          ...upload,
          MultipartUpload: { Parts: parts },
        }),
      );
    },

    async keepChunks(id: BatchId, chunks: readonly Chunk[]): Promise<string> {
      const Body = chunks.map((chunk) => `${JSON.stringify(chunk)}\n`).join('');
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key: chunksKey(id), Body }));
      return chunksKey(id);
    },
  };
}
