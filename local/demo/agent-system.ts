import type { IncomingMessage, ServerResponse } from 'node:http';
import { type JSONWebKeySet, SignJWT } from 'jose';
import * as z from 'zod';
import type { AgentStanding } from '#functions/application/agent-standing.ts';
import { ACCOUNTS } from '../accounts.ts';
import { jsonBody } from './json-http.ts';
import { signingKey } from './signing-key.ts';

const BASE = '/demo/agent-system';

/** `ok`; `silent`, which never answers; `error`, 500 on every call; or `suspended:<agent>`. */
const Fault = z.strictObject({ mode: z.string().regex(/^(?:ok|silent|error|suspended:[\w-]+)$/) });

export interface DemoAgentSystem {
  readonly publicJwks: JSONWebKeySet;
  /** A signed answer about an agent at a moment (milliseconds since the epoch). */
  readonly answer: (
    agent: string,
    standing: AgentStanding['standing'],
    at: number,
  ) => Promise<string>;
  readonly handler: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/**
 * The demo national agent system: all agents that it knows are ACTIVE until its switch
 * `PUT {BASE}/fault` says otherwise. Its key is kept in `keyFile`.
 *
 * @param nameOf the name of an agent whom it knows: the demo agents
 */
export async function createAgentSystem(
  keyFile: string,
  nameOf: (agent: string) => string | undefined = nameOfDemoAgent,
): Promise<DemoAgentSystem> {
  const { kid, privateKey, publicJwks } = await signingKey(keyFile);
  let mode = 'ok';

  const answer: DemoAgentSystem['answer'] = (agent, standing, at) => {
    const name = nameOf(agent);
    const disclosed = name && {
      name,
      class: 'B',
      from: '2025-09-15',
      until: '2035-09-14',
      ofAgeFrom: '2019-06-01',
    };
    return new SignJWT({ agent, standing, ...disclosed })
      .setProtectedHeader({ alg: 'ES256', typ: 'agent-standing+jwt', kid })
      .setIssuedAt(Math.floor(at / 1000))
      .sign(privateKey);
  };

  const handler = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://demo');
    const say = (status: number, text: string, type = 'application/json') =>
      void response.writeHead(status, { 'content-type': type }).end(text);
    if (request.method === 'PUT' && pathname === `${BASE}/fault`) {
      const asked = Fault.safeParse(await jsonBody(request).catch(() => undefined));
      if (!asked.success) return say(400, '{}');
      mode = asked.data.mode;
      return say(200, JSON.stringify(asked.data));
    }
    const agent = /\/agents\/([^/]+)\/standing$/.exec(pathname)?.[1];
    if (mode === 'silent') return;
    if (mode === 'error') return say(500, '{}');
    if (request.method !== 'GET' || agent === undefined) return say(404, '{}');
    const id = decodeURIComponent(agent);
    const known = nameOf(id) ? 'ACTIVE' : 'UNKNOWN';
    const standing = mode === `suspended:${id}` ? 'SUSPENDED' : known;
    return say(200, await answer(id, standing, Date.now()), 'application/jwt');
  };
  return { publicJwks, answer, handler };
}

const nameOfDemoAgent = (agent: string): string | undefined =>
  ACCOUNTS.find(({ id, role }) => role === 'agent' && id === agent)?.name;
