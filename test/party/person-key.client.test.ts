import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KMSClient } from '@aws-sdk/client-kms';
import { afterAll, describe, expect, it } from 'vitest';
import { personHash } from '#functions/party/person-hash.ts';
import { personKey } from '#functions/party/person-key.client.ts';
import { createKms } from '#local/kms.ts';
import { listen } from '#local/listen.ts';

const folder = mkdtempSync(join(tmpdir(), 'person-key-'));
const keyed = {
  id: 'PersonKey',
  arn: 'arn:key',
  aliases: [],
  usage: 'GENERATE_VERIFY_MAC',
} as const;
const serve = createKms(folder, [keyed]);
let asked = 0;
let failing = false;
const server = createServer((request, response) => {
  asked += 1;
  if (!failing) return void serve(request, response);
  request.resume();
  response.writeHead(400).end(JSON.stringify({ __type: 'KMSInvalidStateException' }));
});
const port = await listen(server, 0);
const kms = new KMSClient({
  endpoint: `http://127.0.0.1:${port}`,
  region: 'ap-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
afterAll(() => {
  server.close();
  kms.destroy();
  rmSync(folder, { recursive: true });
});

const document = { kind: 'RESIDENT_ID', number: '440106198804123025' };

describe('the key of persons', () => {
  it('is asked for once in a process, and is the same in another', async () => {
    asked = 0;
    const key = personKey(kms, 'PersonKey', 'index 1');
    const [one, two] = await Promise.all([key(), key()]);
    expect(two).toBe(one);
    expect(asked).toBe(1);
    const another = await personKey(kms, 'PersonKey', 'index 1')();
    expect(await personHash(another, document)).toBe(await personHash(one, document));
  });

  it('is another one under another label', async () => {
    const [one, two] = await Promise.all([
      personKey(kms, 'PersonKey', 'index 1')(),
      personKey(kms, 'PersonKey', 'index 2')(),
    ]);
    expect(await personHash(two, document)).not.toBe(await personHash(one, document));
  });

  it('is asked for again after a failure', async () => {
    const key = personKey(kms, 'PersonKey', 'index 1');
    failing = true;
    await expect(key()).rejects.toThrow();
    failing = false;
    expect(await personHash(await key(), document)).toHaveLength(43);
  });
});
