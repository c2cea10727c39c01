import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { aRunningSystem, type RunningSystem } from '#test/journeys/running-system.ts';

let system: RunningSystem;
beforeAll(async () => {
  system = await aRunningSystem();
}, 180_000);
afterAll(() => system.stop());

/** A browser that follows no redirect by itself, and keeps cookies. */
function aBrowser() {
  const cookies = new Map<string, string>();
  return async (address: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(address, system.baseUrl), {
      ...init,
      headers: { cookie },
      redirect: 'manual',
    });
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';', 1)[0]?.split('=') ?? [];
      cookies.set(name, value);
    }
    return answer;
  };
}
const leadsTo = (answer: Response): string => answer.headers.get('location') ?? '';
const form = (fields: Record<string, string>): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
});

const verifier = randomBytes(32).toString('base64url');
const request = {
  response_type: 'code',
  client_id: 'pages',
  scope: 'openid',
  resource: 'urn:market-entry:applicant',
  state: 'state',
  code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  code_challenge_method: 'S256',
};
const asked = (change: Record<string, string> = {}): string => {
  const redirect_uri = `${system.baseUrl}/signed-in`;
  return `/oidc/auth?${new URLSearchParams({ ...request, redirect_uri, ...change })}`;
};

/** Signs in on the page, to the code with which it leads back. */
async function codeOf(account: string, change: Record<string, string> = {}): Promise<string> {
  const browse = aBrowser();
  const page = leadsTo(await browse(asked(change)));
  const resumed = leadsTo(await browse(page, form({ account })));
  return new URL(leadsTo(await browse(resumed))).searchParams.get('code') ?? '';
}
const exchange = (code: string, code_verifier: string, resource = request.resource) =>
  fetch(
    `${system.baseUrl}/oidc/token`,
    form({
      ...{ grant_type: 'authorization_code', client_id: 'pages', code, code_verifier },
      ...{ redirect_uri: `${system.baseUrl}/signed-in`, resource },
    }),
  );

describe('who signs in on the page of the local issuer', { timeout: 60_000 }, () => {
  it('gets a token of an applicant for the code, once', async () => {
    const code = await codeOf('lin-qinghe');
    const answer = await exchange(code, verifier);
    const { access_token } = z.object({ access_token: z.string() }).parse(await answer.json());
    expect(decodeJwt(access_token)).toMatchObject({ sub: 'lin-qinghe', aud: 'applicant' });
    expect((await exchange(code, verifier)).status).toBe(400);
  });

  it('gets nothing for a code without its verifier', async () => {
    const code = await codeOf('zhou-mubai');
    expect((await exchange(code, randomBytes(32).toString('base64url'))).status).toBe(400);
  });

  it.each([
    ['leads elsewhere', { redirect_uri: 'https://elsewhere.example/' }],
    ['wants a token for departments', { resource: 'urn:market-entry:department' }],
    ['has no challenge', { code_challenge: '', code_challenge_method: '' }],
  ])('is not asked who he is where the request %s', async (_, change) => {
    const answer = await aBrowser()(asked(change));
    expect(leadsTo(answer)).not.toContain('/oidc/interaction/');
  });

  it('is told that it is too late, of a page of another browser or an earlier run', async () => {
    const answer = await aBrowser()('/oidc/interaction/gone', form({ account: 'lin-qinghe' }));
    expect(answer.status).toBe(400);
    expect((await fetch(`${system.baseUrl}/v1/promises`)).status).toBe(200);
  });

  it.each([
    ['official', 'official-nansha'],
    ['agent', 'agent-qihang'],
  ])('as an %s gets a token of one', async (audience, account) => {
    const resource = `urn:market-entry:${audience}`;
    const code = await codeOf(account, { resource });
    const answer = await exchange(code, verifier, resource);
    const { access_token } = z.object({ access_token: z.string() }).parse(await answer.json());
    expect(decodeJwt(access_token)).toMatchObject({ sub: account, aud: audience });
  });

  it('is no official where an applicant is asked for', async () => {
    const browse = aBrowser();
    const page = leadsTo(await browse(asked()));
    const answer = await browse(page, form({ account: 'official-nansha' }));
    expect([answer.status, leadsTo(answer)]).toEqual([200, '']);
  });

  it('as an applicant is asked anew where an official is wanted, and is none', async () => {
    const browse = aBrowser();
    const page = leadsTo(await browse(asked()));
    await browse(leadsTo(await browse(page, form({ account: 'lin-qinghe' }))));
    const again = leadsTo(await browse(asked({ resource: 'urn:market-entry:official' })));
    expect(again).toContain('/oidc/interaction/');
    expect(leadsTo(await browse(again, form({ account: 'lin-qinghe' })))).toBe('');
    const resumed = leadsTo(await browse(again, form({ account: 'official-nansha' })));
    expect(leadsTo(await browse(resumed))).toContain('code=');
  });
});
