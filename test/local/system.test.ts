import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type System, startSystem } from '#local/system.ts';

const start = (dataDir: string) => startSystem({ dataDir, port: 0, log: () => {} });
const newFolder = () => mkdtempSync(join(tmpdir(), 'system-'));

describe('the system on one machine', () => {
  const folder = newFolder();
  let system: System;
  beforeAll(async () => {
    system = await start(folder);
  }, 20_000);
  afterAll(() => system.stop());

  it('publishes the keys that licences are signed with', async () => {
    const response = await fetch(`${system.baseUrl}/.well-known/jwks.json`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ keys: [{ kty: 'EC', crv: 'P-256' }] });
  });

  it('loads every function of the catalogue', { timeout: 60_000 }, async () => {
    const outcomes = await Promise.all(
      system.deployment.functions.map(async ({ arn, name }) => {
        const outcome = await system.lambda.invoke(arn, {});
        return 'error' in outcome ? `${name} ${outcome.error.errorMessage}` : name;
      }),
    );
    expect(
      outcomes.filter((outcome) => /cannot find module|does not provide an export/i.test(outcome)),
    ).toEqual([]);
  });

  it('lets each audience in by its own tokens only', async () => {
    const status = async (account: string) => {
      const authorization = `Bearer ${await system.token(account)}`;
      const response = await fetch(`${system.baseUrl}/v1/cases`, { headers: { authorization } });
      return response.status;
    };
    expect(await status('official')).toBe(200);
    expect(await status('agent')).toBe(401);
  });

  it('refuses a second system on its data folder', async () => {
    await expect(start(folder)).rejects.toThrow(/already runs/);
  });

  it('runs beside another one, and both keep their keys over a restart', async () => {
    const other = newFolder();
    const keysOf = async ({ baseUrl }: System) =>
      (await fetch(`${baseUrl}/.well-known/jwks.json`)).json();
    const first = await start(other);
    const keys = await keysOf(first);
    expect(keys).not.toEqual(await keysOf(system));
    await first.stop();
    const again = await start(other);
    expect(await keysOf(again)).toEqual(keys);
    await again.stop();
  }, 30_000);
});
