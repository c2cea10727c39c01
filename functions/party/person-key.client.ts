import { GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms';
import { type PersonKey, personKeyOf } from './person-hash.ts';

/**
 * The key under which persons are looked up: derived from the HMAC key in KMS and a versioned label,
 * asked for once per process, held in memory only.
 *
 * @param keyId id, ARN or alias of the HMAC_256 key
 * @param label names the version, e.g. `market-entry person index 1`; another label is another key
 */
export function personKey(kms: KMSClient, keyId: string, label: string): () => Promise<PersonKey> {
  let known: Promise<PersonKey> | undefined;
  return () => {
    known ??= derived(kms, keyId, label).catch((error) => {
      known = undefined;
      throw error;
    });
    return known;
  };
}

async function derived(kms: KMSClient, keyId: string, label: string): Promise<PersonKey> {
  const Message = new TextEncoder().encode(label);
  const { Mac } = await kms.send(
    new GenerateMacCommand({ KeyId: keyId, MacAlgorithm: 'HMAC_SHA_256', Message }),
  );
  return personKeyOf(Uint8Array.from(Mac ?? []));
}
