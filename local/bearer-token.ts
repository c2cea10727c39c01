import * as z from 'zod';
import { ACCOUNTS, type Account } from './accounts.ts';

/** Makes a token for a demo account without any password; only the local issuer knows it. */
export const DEMO_GRANT = 'urn:market-entry:grant:demo-account';
/** The public client that may use the demo grant. */
export const DEMO_CLIENT = 'demo';

const Granted = z.object({ access_token: z.string() });

const accounts: readonly Account[] = ACCOUNTS;

/** An account by its id, or the first one of a role. */
export const accountOf = (name: string): Account | undefined =>
  accounts.find(({ id }) => id === name) ?? accounts.find(({ role }) => role === name);

/** Gets an account's bearer token from a running system, an agent's with its own secret. */
export async function bearerToken(baseUrl: string, { id, secret }: Account): Promise<string> {
  const body: Record<string, string> = secret
    ? { grant_type: 'client_credentials', client_id: id, client_secret: secret }
    : { grant_type: DEMO_GRANT, client_id: DEMO_CLIENT, account: id };
  const response = await fetch(`${baseUrl}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams(body),
  });
  if (!response.ok)
    throw new Error(`no token for ${id}: ${response.status} ${await response.text()}`);
  return Granted.parse(await response.json()).access_token;
}
