import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import * as z from 'zod';
import { legalDateOf } from '#functions/shared/days.ts';
import type { LicenceKey } from '#infra/licence-keys.ts';
import { inventionOf } from './sample/invention.ts';
import { DEPARTMENT_STORE, individualBusiness } from './sample/lawful-forms.ts';
import { seeded } from './sample/seeded.ts';
import { signed } from './sample/signing.ts';
import { type System, startSystem } from './system.ts';

const today = legalDateOf(Date.now());

/** One deployment after another, as the runbook has them; the last is for a key that is no longer its owner's alone. */
const DEPLOYMENTS: readonly { readonly title: string; readonly keys: readonly LicenceKey[] }[] = [
  { title: 'before', keys: [{ name: 'LicenceKey', use: 'SIGNS' }] },
  {
    title: 'new key published',
    keys: [
      { name: 'LicenceKey', use: 'SIGNS' },
      { name: 'LicenceKeyNext', use: 'PUBLISHED' },
    ],
  },
  {
    title: 'new key signs',
    keys: [
      { name: 'LicenceKey', use: 'PUBLISHED' },
      { name: 'LicenceKeyNext', use: 'SIGNS' },
    ],
  },
  {
    title: 'old key withdrawn',
    keys: [
      { name: 'LicenceKey', use: 'WITHDRAWN', on: today },
      { name: 'LicenceKeyNext', use: 'SIGNS' },
    ],
  },
];

export interface Step {
  readonly title: string;
  /** `kid` of each key in the JWKS */
  readonly published: readonly string[];
  /** `kid` of the licence that was issued in this step */
  readonly licenceBy: string;
  /** `kid` of the status list, which the published keys verify */
  readonly statusListBy: string;
  /** what `POST /v1/licences/verification` says of each licence issued so far */
  readonly licences: readonly string[];
}

const Registered = z.object({ licence: z.object({ licence: z.string() }) });
const Keys = z.object({ keys: z.array(z.looseObject({ kid: z.string() })) });
const Verified = z.object({ valid: z.boolean(), reason: z.string().optional() });
const StatusReference = z.object({ status: z.object({ status_list: z.object({ uri: z.url() }) }) });

/** Registers one business under each deployment, and verifies every licence issued so far. */
export async function rotate(folder: string): Promise<readonly Step[]> {
  const licences: string[] = [];
  const steps: Step[] = [];
  const invention = inventionOf(seeded(1), today);
  for (const [index, { title, keys }] of DEPLOYMENTS.entries()) {
    const system = await startSystem({
      dataDir: folder,
      port: 0,
      log: () => {},
      licenceKeys: keys,
    });
    try {
      const form = individualBusiness({ ...invention, index, today }, DEPARTMENT_STORE);
      licences.push(await register(system, form));
      steps.push({ title, ...(await seen(system, licences)) });
    } finally {
      await system.stop();
    }
  }
  return steps;
}

async function register(
  system: System,
  { mandate: _nobodys, ...form }: ReturnType<typeof individualBusiness>,
): Promise<string> {
  const { identity } = system;
  const signatures = await signed(form, { identity, random: seeded(1), now: Date.now() });
  const body = await answer(system, '/v1/applications', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await system.token('applicant')}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify({ form, signatures, submit: true }),
  });
  return Registered.parse(JSON.parse(body)).licence.licence;
}

/** What anybody sees of the keys, over the public API only. */
async function seen(system: System, licences: readonly string[]): Promise<Omit<Step, 'title'>> {
  const jwks = Keys.parse(JSON.parse(await answer(system, '/.well-known/jwks.json')));
  const last = jwtOf(licences.at(-1));
  const { uri } = StatusReference.parse(decodeJwt(last)).status.status_list;
  const statusList = await answer(system, new URL(uri).pathname);
  const { protectedHeader } = await jwtVerify(statusList, createLocalJWKSet(jwks));
  const verified = await Promise.all(
    licences.map(async (licence) => {
      const asked = { method: 'POST', body: JSON.stringify({ licence }) };
      const { valid, reason } = Verified.parse(
        JSON.parse(await answer(system, '/v1/licences/verification', asked)),
      );
      return valid ? 'VALID' : String(reason);
    }),
  );
  return {
    published: jwks.keys.map(({ kid }) => kid),
    licenceBy: String(decodeProtectedHeader(last).kid),
    statusListBy: String(protectedHeader.kid),
    licences: verified,
  };
}

const jwtOf = (licence = ''): string => licence.split('~')[0] ?? '';

async function answer({ baseUrl }: System, path: string, init?: RequestInit): Promise<string> {
  const response = await fetch(new URL(path, baseUrl), init);
  const body = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${body}`);
  return body;
}

/** A step in one line; keys by the first letters of their thumbprints. */
export const lineOf = ({ title, published, licenceBy, statusListBy, licences }: Step): string =>
  `${title}: published ${published.map(short).join(' ')}; licence by ${short(licenceBy)}, status list by ${short(statusListBy)}; licences so far ${licences.join(' ')}`;

const short = (kid: string): string => kid.slice(0, 6);

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), 'rotation-drill-'));
  try {
    for (const step of await rotate(folder)) process.stdout.write(`${lineOf(step)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
