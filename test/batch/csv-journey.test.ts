import { randomUUID } from 'node:crypto';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { BatchView, CreatedBatchView, RowListView } from '#functions/api/batch-view.ts';
import { batchFiles } from '#functions/batch/batch-file.client.ts';
import type { System } from '#local/system.ts';
import {
  anIndividualBusinessOfToday,
  aSoleProprietorshipOfToday,
} from '#test/builders/a-form-of-today.ts';
import { signatures } from '#test/builders/signatures.ts';
import { type Api, apiOf, ifMatch } from '#test/journeys/api.ts';
import { aRunningSystem, eventually } from '#test/journeys/running-system.ts';
import { aBatch, batchId } from './a-batch.ts';
import { csvOf } from './csv-file.ts';
import { inGb18030 } from './gb18030.ts';

let system: System;
let api: Api;
beforeAll(async () => {
  system = await aRunningSystem();
  api = apiOf(system.baseUrl, await system.token('agent-qihang'));
}, 60_000);
afterAll(() => system?.stop());

/** Sends a file and waits for its end. */
async function sent(file: Uint8Array) {
  const created = CreatedBatchView.parse(
    (
      await api.post(
        '/v1/batches',
        { format: 'CSV', bytes: file.length },
        { 'idempotency-key': randomUUID() },
      )
    ).body,
  );
  const put = await fetch(created.upload?.url ?? '', { method: 'PUT', body: new Blob([file]) });
  expect(put.ok).toBe(true);
  const path = `/v1/batches/${created.id}`;
  await api.post(`${path}/submission`, undefined, ifMatch(created.version));
  const batch = await eventually(
    async () => BatchView.parse((await api.get(path)).body),
    ({ state }) => state === 'CLOSED' || state === 'REJECTED',
    60_000,
  );
  const { rows } = RowListView.parse((await api.get(`${path}/rows`)).body);
  return { batch, rows };
}

/** Files of the running system, as its functions read and write them. */
function files() {
  const bucket = system.deployment.buckets[0];
  if (!bucket) throw new Error('no bucket');
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_S3: system.endpoints.s3,
    AWS_REGION: 'ap-east-1',
    AWS_ACCESS_KEY_ID: 'S3RVER',
    AWS_SECRET_ACCESS_KEY: 'S3RVER',
  });
  const name = z
    .union([z.string(), z.looseObject({ name: z.string() }).transform((it) => it.name)])
    .parse(bucket);
  return { ...batchFiles(name), bucket: name };
}

describe('an agent’s CSV file in GB18030', () => {
  it('is registered row by row, and kept as it came', { timeout: 90_000 }, async () => {
    const forms = [
      anIndividualBusinessOfToday(),
      aSoleProprietorshipOfToday(),
      anIndividualBusinessOfToday({ premises: { kind: 'OWN', proof: 'LEASE' } }),
    ];
    const rows = await Promise.all(
      forms.map(async (form, index) => ({
        clientRowRef: `csv-${index + 1}`,
        form,
        signatures: await signatures(form, system.identity),
      })),
    );
    const text = csvOf(rows, { headers: 'zh', newline: '\r\n' });
    const cells = (text.split('\r\n')[0] ?? '').split(',').length;
    const file = inGb18030(`${text}csv-4,=1${','.repeat(cells - 2)}\r\ncsv-5\r\n`);
    const { batch, rows: told } = await sent(file);
    expect(batch).toMatchObject({ format: 'CSV', encoding: 'GB18030', rows: 5, done: 5 });
    expect(batch.counts).toMatchObject({ registered: 2, returned: 1, invalid: 2 });
    expect(told).toMatchObject([
      { row: 1, clientRowRef: 'csv-1', state: 'REGISTERED', uscc: expect.stringMatching(/^92/) },
      { row: 2, state: 'REGISTERED', uscc: expect.stringMatching(/^91/) },
      { row: 3, state: 'RETURNED', findings: [{ rule: 'CO-01', pointer: '/premises/address' }] },
      { row: 4, state: 'INVALID', faults: [{ pointer: '#column/type' }] },
      {
        row: 5,
        state: 'INVALID',
        faults: [{ pointer: '', detail: `1 cells under ${cells} headers` }],
      },
    ]);

    const { bucket } = files();
    const s3 = new S3Client({ forcePathStyle: true });
    const original = await s3.send(
      new GetObjectCommand({ Bucket: bucket, Key: `batches/${batch.id}/original.csv` }),
    );
    expect(Buffer.from((await original.Body?.transformToByteArray()) ?? []).equals(file)).toBe(
      true,
    );
  });

  it('that is no table is rejected, with the place', async () => {
    const { batch, rows } = await sent(inGb18030('行参考号,名称,姓氏\r\n甲,乙,丙\r\n'));
    expect(batch).toMatchObject({ state: 'REJECTED', fault: 'HEADER_UNKNOWN', line: 1, column: 3 });
    expect(rows).toEqual([]);
  });
});

describe('canonical rows of many megabytes', () => {
  it('are kept in parts while they pass, and can be read by their bytes', async () => {
    const line = (n: number) => Buffer.from(`{"n":${n},"text":"${'字'.repeat(1_000)}"}\n`);
    async function* bytes() {
      for (let n = 0; n < 6_000; n++) yield line(n);
    }
    const { keepRows, lines } = files();
    let passed = 0;
    let at = 0;
    for await (const piece of keepRows(batchId, bytes())) {
      if (passed++ < 5_000) at += piece.length;
    }
    expect(passed).toBe(6_000);
    expect(at).toBeGreaterThan(8 * 1024 * 1024);
    const byteEnd = at + line(5_000).length + line(5_001).length;
    const chunk = { batchId, chunk: 1, firstRow: 5_001, rows: 2, byteStart: at, byteEnd };
    expect(await lines(chunk, aBatch({ format: 'CSV' }))).toEqual(
      [5_000, 5_001].map((n) => line(n).toString().trimEnd()),
    );
  });
});
