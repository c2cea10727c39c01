import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve } from '#local/aws-services.ts';
import { objectStore } from '#local/object-store.ts';
import { CREDENTIALS, createS3 } from '#local/s3.ts';

const ORIGIN = 'https://page.example?a&b';
let s3: Awaited<ReturnType<typeof serve>>;
let client: S3Client;

beforeAll(async () => {
  const cors = [
    {
      AllowedOrigins: [ORIGIN],
      AllowedMethods: ['PUT'],
      AllowedHeaders: ['*'],
      ExposedHeaders: ['ETag'],
    },
  ];
  s3 = await serve(await createS3(mkdtempSync(join(tmpdir(), 's3-')), [{ name: 'files', cors }]));
  client = new S3Client({
    endpoint: s3.endpoint,
    region: 'ap-east-1',
    credentials: CREDENTIALS,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
});
afterAll(() => s3.stop());

it('takes a file by presigned URL, from a page of an allowed origin', async () => {
  const file = { Bucket: 'files', Key: 'batches/ba_1.ndjson' };
  const url = await getSignedUrl(client, new PutObjectCommand(file), { expiresIn: 60 });
  const put = (origin: string) =>
    fetch(url, { method: 'PUT', body: '{"行":1}\n', headers: { origin } });
  expect((await put('https://other.example')).headers.get('access-control-allow-origin')).toBe(
    null,
  );
  const response = await put(ORIGIN);
  expect(response.status).toBe(200);
  expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN);

  const read = new GetObjectCommand({ ...file, Range: 'bytes=1-5' });
  expect(await (await client.send(read)).Body?.transformToString()).toBe('"行"');
});

it('refuses a presigned URL that has expired', async () => {
  const put = new PutObjectCommand({ Bucket: 'files', Key: 'late' });
  const signingDate = new Date(Date.now() - 120_000);
  const url = await getSignedUrl(client, put, { expiresIn: 60, signingDate });
  expect((await fetch(url, { method: 'PUT', body: 'x' })).status).toBe(403);
});

it('serves the engine’s item readers, and names what is not there', async () => {
  const { getObject, putObject } = objectStore(s3.endpoint);
  await putObject('files', 'results/a b.json', '[1]');
  expect(await getObject('files', 'results/a b.json')).toBe('[1]');
  await expect(getObject('files', 'nothing')).rejects.toMatchObject({ name: 'NoSuchKey' });
});
