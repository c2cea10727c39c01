import {
  createPrivateKey,
  createSecretKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeployedKey } from './deployment.ts';
import { errorCode } from './error-code.ts';

export interface KeptKey extends DeployedKey {
  /** the private key (ECC_NIST_P256), or the secret one (HMAC_256) */
  readonly secret: KeyObject;
}

/** The keys of the template with what KMS never gives away; made on the first start, kept after. */
export function keptKeys(folder: string, keys: readonly DeployedKey[]): readonly KeptKey[] {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return keys.map((key) => ({
    ...key,
    secret:
      key.usage === 'SIGN_VERIFY'
        ? createPrivateKey(kept(join(folder, `${key.id}.pem`), newPrivateKey))
        : createSecretKey(kept(join(folder, `${key.id}.hmac`), () => randomBytes(32))),
  }));
}

const newPrivateKey = (): Buffer =>
  Buffer.from(
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
      type: 'pkcs8',
      format: 'pem',
    }),
  );

function kept(file: string, make: () => Buffer): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  const made = make();
  writeFileSync(file, made, { mode: 0o600, flag: 'wx' });
  return made;
}
