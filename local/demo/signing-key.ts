import { readFile, writeFile } from 'node:fs/promises';
import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
} from 'jose';

/** An ES256 key of a demo service, and its public half as the service publishes it. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwks: JSONWebKeySet;
}

/** Reads the private JWK from the file; makes one there the first time, readable by its owner only. */
export async function signingKey(keyFile: string): Promise<SigningKey> {
  const jwk = (await readKey(keyFile)) ?? (await makeKey(keyFile));
  const { d: _, ...publicJwk } = jwk;
  const kid = await calculateJwkThumbprint(publicJwk);
  const privateKey = await importJWK(jwk, 'ES256');
  if (privateKey instanceof Uint8Array) throw new TypeError(`${keyFile} holds no EC key`);
  const keys = [{ ...publicJwk, kid, alg: 'ES256', use: 'sig' }];
  return { kid, privateKey, publicJwks: { keys } };
}

async function readKey(keyFile: string): Promise<JWK | undefined> {
  try {
    return JSON.parse(await readFile(keyFile, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function makeKey(keyFile: string): Promise<JWK> {
  const jwk = await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey);
  await writeFile(keyFile, JSON.stringify(jwk), { mode: 0o600, flag: 'wx' });
  return jwk;
}
