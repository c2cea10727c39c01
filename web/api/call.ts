import { token } from '../sign-in/session.ts';
import { Failure, failureOf } from './failure.ts';
import type { Input, Output, RouteKey } from './routes.ts';

interface Said {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly version?: number;
  readonly idempotencyKey?: string;
  /** gives the call up, where its answer is of no use any more */
  readonly signal?: AbortSignal;
}

/** Longer than any answer of ours takes, so that a connection that hangs is told as lost. */
const PATIENCE_MS = 40_000;

/**
 * Calls a route of the API, e.g. `call('GET /v1/register/{uscc}', { parameters: { uscc } })`; what it
 * takes and answers is typed by the route's table.
 *
 * @throws {Failure}
 */
export async function call<Key extends RouteKey>(
  key: Key,
  input: Input<Key> & Said,
): Promise<Output<Key>> {
  const response = await send(key, input);
  if (!response.ok) throw await failureOf(response);
  return response.json();
}

/** Calls a route that answers a page or another text. @throws {Failure} */
export async function callText<Key extends RouteKey>(
  key: Key,
  input: Input<Key> & Said,
): Promise<string> {
  const response = await send(key, input);
  if (!response.ok) throw await failureOf(response);
  return response.text();
}

/** A page of a list, and where the next one begins (`Link`, RFC 8288). */
export async function callPage<Key extends RouteKey>(
  key: Key,
  input: Input<Key> & Said,
): Promise<{ readonly page: Output<Key>; readonly next: string | undefined }> {
  const response = await send(key, input);
  if (!response.ok) throw await failureOf(response);
  const next = /<([^>]+)>;\s*rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
  const cursor = next && new URL(next, location.origin).searchParams.get('cursor');
  return { page: await response.json(), next: cursor ?? undefined };
}

async function send(key: RouteKey, said: Said): Promise<Response> {
  const [method = 'GET', path = ''] = key.split(' ');
  const bearer = token();
  const patience = AbortSignal.timeout(PATIENCE_MS);
  try {
    return await fetch(addressOf(path, said), {
      method,
      signal: said.signal ? AbortSignal.any([patience, said.signal]) : patience,
      headers: {
        'accept-language': document.documentElement.lang,
        ...(bearer && { authorization: `Bearer ${bearer}` }),
        ...(said.body !== undefined && { 'content-type': 'application/json' }),
        ...(said.version !== undefined && { 'if-match': `"${said.version}"` }),
        ...(said.idempotencyKey && { 'idempotency-key': said.idempotencyKey }),
      },
      ...(said.body !== undefined && { body: JSON.stringify(said.body) }),
    });
  } catch {
    throw new Failure('OFFLINE');
  }
}

function addressOf(path: string, { parameters = {}, query = {} }: Said): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(parameters[name] ?? ''),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) search.set(name, String(value));
  return search.size > 0 ? `${filled}?${search}` : filled;
}
