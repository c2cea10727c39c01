import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { calculateJwkThumbprint } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { licenceSigner } from '#functions/business-licence/licence-key.client.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const client = new KMSClient({ region: 'local' });
const kms = mockClient(client);
const answer = { PublicKey: Uint8Array.from(publicKey.export({ type: 'spki', format: 'der' })) };

beforeEach(() => {
  kms.reset();
  kms.on(GetPublicKeyCommand, { KeyId: 'alias/licence' }).resolves(answer);
  kms.on(SignCommand, { MessageType: 'RAW' }).callsFake(({ Message }) => ({
    Signature: Uint8Array.from(sign('sha256', Message, privateKey)),
  }));
  kms
    .on(SignCommand, { MessageType: 'DIGEST' })
    .resolves({ Signature: Uint8Array.of(0x30, 6, 2, 1, 5, 2, 1, 7) });
});
const signer = () => licenceSigner(client, 'alias/licence');
const sent = () => kms.commandCalls(SignCommand)[0]?.args[0].input;

describe('the licence key', () => {
  it('signs for JOSE', async () => {
    const raw = await signer().sign('header.payload');
    expect(raw).toHaveLength(64);
    const key = { key: publicKey, dsaEncoding: 'ieee-p1363' as const };
    expect(verify('sha256', Buffer.from('header.payload'), key, raw)).toBe(true);
    expect(sent()).toMatchObject({ KeyId: 'alias/licence', SigningAlgorithm: 'ECDSA_SHA_256' });
  });

  it('sends a text of 4,096 bytes whole, and the digest of a longer one', async () => {
    await signer().sign('x'.repeat(4_096));
    expect(sent()?.MessageType).toBe('RAW');
    kms.resetHistory();
    const long = '字'.repeat(1_366);
    expect(await signer().sign(long)).toHaveLength(64);
    expect(sent()?.MessageType).toBe('DIGEST');
    expect(Buffer.from(sent()?.Message ?? [])).toEqual(createHash('sha256').update(long).digest());
  });

  it('is published with its thumbprint as kid, and asked for once', async () => {
    const key = signer();
    const [jwk] = await Promise.all([key.publicJwk(), key.publicJwk()]);
    const { x, y } = publicKey.export({ format: 'jwk' });
    expect(jwk).toEqual({
      kty: 'EC',
      crv: 'P-256',
      x,
      y,
      alg: 'ES256',
      use: 'sig',
      kid: await calculateJwkThumbprint({ kty: 'EC', crv: 'P-256', x: `${x}`, y: `${y}` }),
    });
    expect(kms.commandCalls(GetPublicKeyCommand)).toHaveLength(1);
  });

  it('is asked for again after a failure', async () => {
    kms.on(GetPublicKeyCommand).rejectsOnce(new Error('KMSInternalException')).resolves(answer);
    const key = signer();
    await expect(key.publicJwk()).rejects.toThrow('KMSInternalException');
    expect(await key.publicJwk()).toHaveProperty('kid');
  });
});
