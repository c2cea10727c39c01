import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import * as z from 'zod';
import type { DeployedKey } from './deployment.ts';
import { signDigest } from './ecdsa-digest.ts';
import { errorCode } from './error-code.ts';
import { readBody } from './http-body.ts';

const KeyRequest = z.object({ KeyId: z.string() });
const SignRequest = KeyRequest.extend({
  Message: z.base64(),
  MessageType: z.enum(['RAW', 'DIGEST']).default('RAW'),
  SigningAlgorithm: z.string(),
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
 * KMS as far as the system uses it (Sign, GetPublicKey, DescribeKey for ECC_NIST_P256 keys), behind
 * its wire protocol: AWS JSON 1.1, signatures in DER, raw messages up to 4,096 bytes. Each key of the
 * template keeps its private half in `folder`, readable by its owner only.
 */
export function createKms(folder: string, keys: readonly DeployedKey[]) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const kept = keys.map((key) => ({ ...key, privateKey: keptKey(join(folder, `${key.id}.pem`)) }));

  const named = (keyId: string) => {
    const key = kept.find(({ id, arn, aliases }) => [id, arn, ...aliases].includes(keyId));
    if (!key) throw new KmsError('NotFoundException', `Key '${keyId}' does not exist`);
    return key;
  };

  const actions: Readonly<Record<string, (input: unknown) => object>> = {
    Sign: (input) => {
      const { KeyId, Message, MessageType, SigningAlgorithm } = SignRequest.parse(input);
      const { arn, privateKey } = named(KeyId);
      if (SigningAlgorithm !== 'ECDSA_SHA_256') {
        throw new KmsError(
          'InvalidKeyUsageException',
          `${SigningAlgorithm} is incompatible with key spec ECC_NIST_P256.`,
        );
      }
      const Signature = signature(privateKey, Buffer.from(Message, 'base64'), MessageType);
      return { KeyId: arn, Signature: Signature.toString('base64'), SigningAlgorithm };
    },
    GetPublicKey: (input) => {
      const { arn, privateKey } = named(KeyRequest.parse(input).KeyId);
      const der = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
      return { KeyId: arn, PublicKey: der.toString('base64'), ...KEY_SPEC };
    },
    DescribeKey: (input) => {
      const { id, arn } = named(KeyRequest.parse(input).KeyId);
      return {
        KeyMetadata: { KeyId: id, Arn: arn, Enabled: true, KeyState: 'Enabled', ...KEY_SPEC },
      };
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
  KeySpec: 'ECC_NIST_P256',
  KeyUsage: 'SIGN_VERIFY',
  SigningAlgorithms: ['ECDSA_SHA_256'],
} as const;

function signature(key: KeyObject, message: Buffer, type: 'RAW' | 'DIGEST'): Buffer {
  if (type === 'RAW') {
    if (message.length > RAW_LIMIT) {
      throw new KmsError('ValidationException', `Message is longer than ${RAW_LIMIT} bytes`);
    }
    return sign('sha256', message, key);
  }
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

function keptKey(file: string): KeyObject {
  try {
    return createPrivateKey(readFileSync(file));
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), {
    mode: 0o600,
    flag: 'wx',
  });
  return privateKey;
}
