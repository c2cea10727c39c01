import { createHmac, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import type { DeployedKey } from './deployment.ts';
import { signDigest } from './ecdsa-digest.ts';
import { readBody } from './http-body.ts';
import { keptKeys } from './kms-keys.ts';

const KeyRequest = z.object({ KeyId: z.string() });
const SignRequest = KeyRequest.extend({
  Message: z.base64(),
  MessageType: z.enum(['RAW', 'DIGEST']).default('RAW'),
  SigningAlgorithm: z.string(),
});

const MacRequest = KeyRequest.extend({
  Message: z.base64().min(1),
  MacAlgorithm: z.string(),
});

const RAW_LIMIT = 4096;
const DIGEST_BYTES = 32;

/** An error as AWS JSON 1.1 writes it. */
class KmsError extends Error {
  override readonly name: string;
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/**
 * KMS as far as the system uses it (Sign, GetPublicKey for ECC_NIST_P256 keys, GenerateMac for HMAC_256
 * keys, DescribeKey for both), behind its wire protocol: AWS JSON 1.1, signatures in DER, raw messages
 * up to 4,096 bytes. The secret half of each key of the template stays in `folder`, readable by its
 * owner only.
 */
export function createKms(folder: string, keys: readonly DeployedKey[]) {
  const kept = keptKeys(folder, keys);

  const named = (keyId: string) => {
    const key = kept.find(({ id, arn, aliases }) => [id, arn, ...aliases].includes(keyId));
    if (!key) throw new KmsError('NotFoundException', `Key '${keyId}' does not exist`);
    return key;
  };
  /** A key of one usage; KMS never lets a key do another's work. */
  const usable = (keyId: string, usage: DeployedKey['usage'], operation: string) => {
    const key = named(keyId);
    if (key.usage === usage) return key;
    throw new KmsError(
      'InvalidKeyUsageException',
      `${key.arn} key usage is ${key.usage} which is not valid for ${operation}.`,
    );
  };

  const actions: Readonly<Record<string, (input: unknown) => object>> = {
    Sign: (input) => {
      const { KeyId, Message, MessageType, SigningAlgorithm } = SignRequest.parse(input);
      const { arn, secret } = usable(KeyId, 'SIGN_VERIFY', 'Sign');
      if (SigningAlgorithm !== 'ECDSA_SHA_256') {
        throw new KmsError(
          'InvalidKeyUsageException',
          `${SigningAlgorithm} is incompatible with key spec ECC_NIST_P256.`,
        );
      }
      const Signature = signature(secret, Buffer.from(Message, 'base64'), MessageType);
      return { KeyId: arn, Signature: Signature.toString('base64'), SigningAlgorithm };
    },
    GetPublicKey: (input) => {
      const { KeyId } = KeyRequest.parse(input);
      const { arn, secret } = usable(KeyId, 'SIGN_VERIFY', 'GetPublicKey');
      const der = createPublicKey(secret).export({ type: 'spki', format: 'der' });
      return { KeyId: arn, PublicKey: der.toString('base64'), ...KEY_SPEC.SIGN_VERIFY };
    },
    GenerateMac: (input) => {
      const { KeyId, Message, MacAlgorithm } = MacRequest.parse(input);
      const { arn, secret } = usable(KeyId, 'GENERATE_VERIFY_MAC', 'GenerateMac');
      if (MacAlgorithm !== 'HMAC_SHA_256') {
        throw new KmsError(
          'InvalidKeyUsageException',
          `${MacAlgorithm} is incompatible with key spec HMAC_256.`,
        );
      }
      const message = withinLimit(Buffer.from(Message, 'base64'));
      const Mac = createHmac('sha256', secret).update(message).digest('base64');
      return { KeyId: arn, Mac, MacAlgorithm };
    },
    DescribeKey: (input) => {
      const { id, arn, usage } = named(KeyRequest.parse(input).KeyId);
      const spec = KEY_SPEC[usage];
      return { KeyMetadata: { KeyId: id, Arn: arn, Enabled: true, KeyState: 'Enabled', ...spec } };
    },
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const action = String(request.headers['x-amz-target']).replace(/^TrentService\./, '');
    const { status, body } = answer(actions[action], action, await readBody(request));
    response
      .writeHead(status, { 'content-type': 'application/x-amz-json-1.1' })
      .end(JSON.stringify(body));
  };
}

const KEY_SPEC = {
  SIGN_VERIFY: {
    KeySpec: 'ECC_NIST_P256',
    KeyUsage: 'SIGN_VERIFY',
    SigningAlgorithms: ['ECDSA_SHA_256'],
  },
  GENERATE_VERIFY_MAC: {
    KeySpec: 'HMAC_256',
    KeyUsage: 'GENERATE_VERIFY_MAC',
    MacAlgorithms: ['HMAC_SHA_256'],
  },
} as const;

function withinLimit(message: Buffer): Buffer {
  if (message.length <= RAW_LIMIT) return message;
  throw new KmsError('ValidationException', `Message is longer than ${RAW_LIMIT} bytes`);
}

function signature(key: KeyObject, message: Buffer, type: 'RAW' | 'DIGEST'): Buffer {
  if (type === 'RAW') return sign('sha256', withinLimit(message), key);
  if (message.length !== DIGEST_BYTES) {
    throw new KmsError('ValidationException', 'Digest is invalid length for ECDSA_SHA_256.');
  }
  return signDigest(key, message);
}

function answer(
  action: ((input: unknown) => object) | undefined,
  name: string,
  body: Buffer,
): { readonly status: number; readonly body: object } {
  try {
    if (!action) throw new KmsError('UnknownOperationException', `${name} is not known here`);
    return { status: 200, body: action(JSON.parse(body.toString('utf8'))) };
  } catch (error) {
    if (error instanceof KmsError) {
      return { status: 400, body: { __type: error.name, message: error.message } };
    }
    if (error instanceof z.ZodError || error instanceof SyntaxError) {
      return { status: 400, body: { __type: 'ValidationException', message: error.message } };
    }
    throw error;
  }
}
