import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeKeyCommand,
  GenerateMacCommand,
  GetPublicKeyCommand,
  KMSClient,
  SignCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKms } from '#local/kms.ts';
import { listen } from '#local/listen.ts';

const KEY = {
  id: 'LicenceKey',
  arn: 'arn:aws:kms:ap-east-1:000000000000:key/LicenceKey',
  aliases: ['alias/licence'],
  usage: 'SIGN_VERIFY',
} as const;
const MAC_KEY = {
  id: 'PersonKey',
  arn: 'arn:aws:kms:ap-east-1:000000000000:key/PersonKey',
  aliases: [],
  usage: 'GENERATE_VERIFY_MAC',
} as const;
const folder = mkdtempSync(join(tmpdir(), 'kms-'));

async function kmsOn(keys: string) {
  const server = createServer(createKms(keys, [KEY, MAC_KEY]));
  const port = await listen(server, 0);
  const client = new KMSClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'ap-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return { client, stop: () => server.close() };
}

async function publicKeyOf(client: KMSClient): Promise<KeyObject> {
  const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: KEY.arn }));
  return createPublicKey({ key: Buffer.from(PublicKey ?? []), type: 'spki', format: 'der' });
}

describe('local KMS', () => {
  let kms: Awaited<ReturnType<typeof kmsOn>>;
  beforeAll(async () => {
    kms = await kmsOn(folder);
  });
  afterAll(() => kms.stop());

  const sign = (
    MessageType: 'RAW' | 'DIGEST',
    Message: Uint8Array,
    SigningAlgorithm: 'ECDSA_SHA_256' | 'ECDSA_SHA_384' = 'ECDSA_SHA_256',
  ) => kms.client.send(new SignCommand({ KeyId: KEY.id, Message, MessageType, SigningAlgorithm }));

  it('signs a raw message in DER', async () => {
    const message = Buffer.from('a licence');
    const { Signature } = await sign('RAW', message);
    expect(verify('sha256', message, await publicKeyOf(kms.client), Signature ?? Buffer.of())).toBe(
      true,
    );
  });

  it('signs a digest so that it verifies as the signature of the message', async () => {
    const key = await publicKeyOf(kms.client);
    for (let length = 0; length < 40; length++) {
      const message = Buffer.alloc(5000 + length, 'x');
      const { Signature } = await sign('DIGEST', createHash('sha256').update(message).digest());
      expect(verify('sha256', message, key, Signature ?? Buffer.of())).toBe(true);
    }
  });

  it('refuses what KMS refuses', async () => {
    await expect(sign('RAW', Buffer.alloc(4097))).rejects.toMatchObject({
      name: 'ValidationException',
    });
    await expect(sign('DIGEST', Buffer.alloc(31))).rejects.toMatchObject({
      name: 'ValidationException',
    });
    await expect(sign('RAW', Buffer.of(1), 'ECDSA_SHA_384')).rejects.toMatchObject({
      name: 'InvalidKeyUsageException',
    });
    const unknown = kms.client.send(new DescribeKeyCommand({ KeyId: 'Another' }));
    await expect(unknown).rejects.toMatchObject({ name: 'NotFoundException' });
  });

  it('knows a key by id, ARN and alias, and keeps it over a restart', async () => {
    const before = await publicKeyOf(kms.client);
    const again = await kmsOn(folder);
    expect((await publicKeyOf(again.client)).equals(before)).toBe(true);
    const { KeyMetadata } = await again.client.send(
      new DescribeKeyCommand({ KeyId: 'alias/licence' }),
    );
    expect(KeyMetadata).toMatchObject({ KeyId: KEY.id, KeySpec: 'ECC_NIST_P256' });
    again.stop();
  });

  const macOf = (text: string, client = kms.client) =>
    client.send(
      new GenerateMacCommand({
        KeyId: MAC_KEY.id,
        MacAlgorithm: 'HMAC_SHA_256',
        Message: Buffer.from(text),
      }),
    );

  it('makes the same code of the same message, over a restart too, and another of another', async () => {
    const { Mac, KeyId, MacAlgorithm } = await macOf('index 1');
    expect({ KeyId, MacAlgorithm }).toEqual({ KeyId: MAC_KEY.arn, MacAlgorithm: 'HMAC_SHA_256' });
    expect(Mac).toHaveLength(32);
    const again = await kmsOn(folder);
    expect((await macOf('index 1', again.client)).Mac).toEqual(Mac);
    again.stop();
    expect((await macOf('index 2')).Mac).not.toEqual(Mac);
    const other = await kmsOn(mkdtempSync(join(tmpdir(), 'kms-')));
    expect((await macOf('index 1', other.client)).Mac).not.toEqual(Mac);
    other.stop();
  });

  it('lets no key do another key’s work, and takes no empty or long message', async () => {
    const Message = Buffer.from('x');
    const refused = [
      new GenerateMacCommand({ KeyId: KEY.id, MacAlgorithm: 'HMAC_SHA_256', Message }),
      new GenerateMacCommand({ KeyId: MAC_KEY.id, MacAlgorithm: 'HMAC_SHA_512', Message }),
    ];
    for (const command of refused) {
      await expect(kms.client.send(command)).rejects.toMatchObject({
        name: 'InvalidKeyUsageException',
      });
    }
    const signing = new SignCommand({
      KeyId: MAC_KEY.id,
      Message,
      SigningAlgorithm: 'ECDSA_SHA_256',
    });
    await expect(kms.client.send(signing)).rejects.toMatchObject({
      name: 'InvalidKeyUsageException',
    });
    await expect(
      kms.client.send(new GetPublicKeyCommand({ KeyId: MAC_KEY.id })),
    ).rejects.toMatchObject({ name: 'InvalidKeyUsageException' });
    for (const text of ['', 'x'.repeat(4097)]) {
      await expect(macOf(text)).rejects.toMatchObject({ name: 'ValidationException' });
    }
    const { KeyMetadata } = await kms.client.send(new DescribeKeyCommand({ KeyId: MAC_KEY.id }));
    expect(KeyMetadata).toMatchObject({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
  });
});
