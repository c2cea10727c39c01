import { mkdtempSync, rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { inStanding } from '#functions/application/agent-standing.ts';
import { keptStandings } from '#functions/party/agent-standing.store.ts';
import { agentSystem } from '#functions/party/agent-system.client.ts';
import { AgentSystem } from '#functions/party/standing-answer.ts';
import { createAgentSystem } from '#local/demo/agent-system.ts';
import { signingKey } from '#local/demo/signing-key.ts';
import { aDatabase, requestsOf } from '#test/builders/a-database.ts';
import { serving } from '../local/demo/serving.ts';

const folder = mkdtempSync(join(tmpdir(), 'agent-system-'));
afterAll(() => rmSync(folder, { recursive: true }));
const keyFile = join(folder, 'key.jwk');
const demo = await createAgentSystem(keyFile);
const { kid, privateKey } = await signingKey(keyFile);
const database = await aDatabase();

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** The agent system as our client asks it; `now` is the client's own clock. */
async function asking(handler: RequestListener, now: () => number = Date.now, timeoutMs = 300) {
  const requests: string[] = [];
  const { base, send, stop } = await serving((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    handler(request, response);
  });
  stops.push(stop);
  const settings = AgentSystem.parse({ url: `${base}/demo/agent-system`, jwks: demo.publicJwks });
  return { ask: agentSystem(settings, now, timeoutMs), send, requests };
}
const says = (text: string, status = 200): RequestListener => {
  return (_, response) => response.writeHead(status).end(text);
};
const answer = (claims: object, header: object = {}, at = Date.now()) =>
  new SignJWT({ agent: 'agent-1', standing: 'ACTIVE', ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'agent-standing+jwt', kid, ...header })
    .setIssuedAt(Math.floor(at / 1000))
    .sign(privateKey);

describe('the national agent system', () => {
  it('tells an agent’s standing, signed, with the answer itself', async () => {
    const { ask, requests } = await asking(demo.handler);
    const { standing, answer } = await ask('agent-qihang');
    expect(standing).toMatchObject({
      agent: 'agent-qihang',
      standing: 'ACTIVE',
      name: '启航示例登记代理有限公司',
      class: 'B',
    });
    expect(answer.split('.')).toHaveLength(3);
    expect((await ask('who/is?this')).standing.standing).toBe('UNKNOWN');
    expect(requests.at(-1)).toBe('GET /demo/agent-system/agents/who%2Fis%3Fthis/standing');
  });

  it('tells that an agent is suspended, by its switch', async () => {
    const { ask, send } = await asking(demo.handler);
    await send('PUT', '/demo/agent-system/fault', { mode: 'suspended:agent-songhe' });
    expect((await ask('agent-songhe')).standing.standing).toBe('SUSPENDED');
    expect((await ask('agent-qihang')).standing.standing).toBe('ACTIVE');
    await send('PUT', '/demo/agent-system/fault', { mode: 'ok' });
    const bad = await send('PUT', '/demo/agent-system/fault', { mode: 'sleepy' });
    expect(bad.status).toBe(400);
  });

  it.each<readonly [string, () => Promise<RequestListener> | RequestListener]>([
    ['never answers', () => () => {}],
    ['fails', () => says('{}', 500)],
    ['talks without end', () => says('x'.repeat(10_000))],
    ['answers of another agent', async () => says(await answer({ agent: 'agent-2' }))],
    [
      'answers what was said ten minutes ago',
      async () => says(await answer({}, {}, Date.now() - 600_000)),
    ],
    [
      'answers what is said tomorrow',
      async () => says(await answer({}, {}, Date.now() + 86_400_000)),
    ],
    ['answers another kind of token', async () => says(await answer({}, { typ: 'JWT' }))],
    ['says what we do not know', async () => says(await answer({ standing: 'MAYBE' }))],
    ['claims to be silent', async () => says(await answer({ standing: 'SILENT' }))],
    ['answers over a broken signature', async () => says(`${(await answer({})).slice(0, -4)}AAAA`)],
    ['answers no token at all', () => says('ACTIVE')],
  ])('that %s is not available', async (_, handler) => {
    const { ask } = await asking(await handler());
    await expect(ask('agent-1')).rejects.toMatchObject({ name: 'AgentSystemUnavailable' });
  });
});

describe('a kept standing', () => {
  let agents = 0;
  const aStore = async (handler: RequestListener = demo.handler) => {
    const clock = { now: Date.parse('2026-11-23T04:59:59.000Z') };
    const { ask, requests } = await asking(handler, Date.now);
    const client = database.newClient();
    const kept = keptStandings(client, database.tables.batches, ask, () => clock.now);
    return { kept, clock, requests, sent: requestsOf(client), agent: `agent-${++agents}` };
  };

  it('is asked for once an hour, and read from then on', async () => {
    const { kept, clock, requests, sent, agent } = await aStore();
    const first = await kept(agent);
    expect(await kept(agent)).toEqual(first);
    expect([requests.length, sent]).toEqual([
      1,
      ['GetItemCommand', 'PutItemCommand', 'GetItemCommand'],
    ]);
    clock.now += 1000;
    await kept(agent);
    expect(requests).toHaveLength(2);
  });

  it('is one answer, where two ask at once', async () => {
    const { kept, agent } = await aStore();
    const [one, two] = await Promise.all([kept(agent), kept(agent)]);
    expect(one).toEqual(two);
  });

  it('is nothing where nobody answered', async () => {
    const { kept, agent, requests } = await aStore(says('{}', 500));
    await expect(kept(agent)).rejects.toMatchObject({ name: 'AgentSystemUnavailable' });
    await expect(kept(agent)).rejects.toMatchObject({ name: 'AgentSystemUnavailable' });
    expect(requests).toHaveLength(2);
  });
});

describe('an agent in standing', () => {
  const at = '2026-11-23T04:00:00.000Z';
  it.each([
    [{ standing: 'ACTIVE' }, true],
    [{ standing: 'ACTIVE', from: '2026-11-23', until: '2026-11-23' }, true],
    [{ standing: 'ACTIVE', from: '2026-11-24' }, false],
    [{ standing: 'ACTIVE', until: '2026-11-22' }, false],
    [{ standing: 'SUSPENDED' }, false],
    [{ standing: 'SILENT' }, false],
  ] as const)('%o: %s', (said, may) => {
    expect(inStanding({ agent: 'a', at, ...said }, '2026-11-23')).toBe(may);
  });
});
