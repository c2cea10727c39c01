import { generateKeyPairSync } from 'node:crypto';
import { GetPublicKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { ourPublicKeys } from '#functions/business-licence/licence-key.client.ts';
import { LicenceKeys, publishedSet } from '#functions/business-licence/licence-keys.ts';

const client = new KMSClient({ region: 'local' });
const kms = mockClient(client);
const aKey = () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { PublicKey: Uint8Array.from(publicKey.export({ type: 'spki', format: 'der' })) };
};
const KEYS = LicenceKeys.parse([
  { id: 'new' },
  { id: 'old' },
  { id: 'lost', withdrawn: '2027-11-30' },
]);

beforeEach(() => {
  kms.reset();
  for (const { id } of KEYS) kms.on(GetPublicKeyCommand, { KeyId: id }).resolves(aKey());
});

describe('our licence keys', () => {
  it('are published in their order, but for those withdrawn', async () => {
    const keys = await ourPublicKeys(client, KEYS)();
    expect(keys.map(({ withdrawn }) => withdrawn)).toEqual([undefined, undefined, '2027-11-30']);
    const [first, second] = keys.map(({ jwk }) => jwk);
    expect(publishedSet(keys)).toEqual({ keys: [first, second] });
    expect(new Set(keys.map(({ jwk }) => jwk.kid)).size).toBe(3);
  });

  it('are asked for once each', async () => {
    const read = ourPublicKeys(client, KEYS);
    await Promise.all([read(), read()]);
    await read();
    expect(kms.commandCalls(GetPublicKeyCommand)).toHaveLength(3);
  });

  it.each([
    [[]],
    [[{ id: '' }]],
    [[{ id: 'a', withdrawn: 'yesterday' }]],
    [[{ id: 'a', more: 1 }]],
    [[{ id: 'a', withdrawn: '2026-11-30' }, { id: 'b' }]],
  ])('are refused where the setting says %j', (said) => {
    expect(LicenceKeys.safeParse(said).success).toBe(false);
  });
});
