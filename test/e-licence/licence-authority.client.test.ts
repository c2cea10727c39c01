import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { licenceAuthority } from '#functions/e-licence/licence-authority.client.ts';
import { statusAt } from '#functions/e-licence/status-list.ts';
import { demoRegion, LICENSED_AT } from '#test/builders/a-licence.ts';

const hunan = await demoRegion();
let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** The region's end-point, and its status lists as our client sees them at a moment that the test sets. */
async function aRegionThat(answers: RequestListener, timeoutMs = 2_000) {
  const clock = { now: LICENSED_AT };
  const requests: string[] = [];
  const listening = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    answers(request, response);
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const address = listening.address();
  const endpoint = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const authority = licenceAuthority(() => clock.now, timeoutMs);
  const ask = () =>
    authority.statusList(
      hunan.trustListEntry(endpoint),
      hunan.statusListUri,
      `${endpoint}/status/1`,
    );
  return { ask, clock, requests };
}
const token = await hunan.statusList(new Map([[5, 1]]));

describe('the status list of a licence authority', () => {
  it('is asked for once, and again when its ttl is over', async () => {
    const { ask, clock, requests } = await aRegionThat((_, response) => response.end(token));
    const [read, again] = await Promise.all([ask(), ask()]);
    expect(statusAt(read.list, 5)).toBe(1);
    expect([again.readAt, requests]).toEqual([LICENSED_AT, ['GET /status/1']]);
    clock.now += 299_999;
    expect((await ask()).readAt).toBe(LICENSED_AT);
    clock.now += 1;
    expect((await ask()).readAt).toBe(LICENSED_AT + 300_000);
    expect(requests).toHaveLength(2);
  });

  it('is kept for no more than five minutes, whatever its issuer allows', async () => {
    const lasting = await hunan.statusList(new Map(), 2, { ttl: 86_400, exp: undefined });
    const { ask, clock, requests } = await aRegionThat((_, response) => response.end(lasting));
    await ask();
    clock.now += 300_000;
    await ask();
    expect(requests).toHaveLength(2);
  });

  it.each<readonly [string, RequestListener]>([
    ['HTTP_500', (_, response) => response.writeHead(500).end(token)],
    ['HTTP_404', (_, response) => response.writeHead(404).end()],
    ['HTTP_204', (_, response) => response.writeHead(204).end()],
    ['NO_ANSWER', (_, response) => response.writeHead(302, { location: '/elsewhere' }).end()],
    ['NO_ANSWER', (_, response) => response.destroy()],
    [
      'NO_ANSWER',
      (_, response) =>
        response
          .writeHead(200, { 'content-length': '9999' })
          .write('cut', () => response.destroy()),
    ],
    ['TOO_LONG', (_, response) => response.end(Buffer.alloc(3_000_001, 'x'))],
    ['MALFORMED', (_, response) => response.end('{"ok":true}')],
    [
      'WRONG_SIGNATURE',
      (_, response) => response.end(`${token.slice(0, -9)}AAAAAAAAA`.replace(/.$/, 'A')),
    ],
  ])('is unavailable, and asked for again at the next call: %s', async (because, answers) => {
    let broken = true;
    const { ask, requests } = await aRegionThat((request, response) =>
      broken ? answers(request, response) : response.end(token),
    );
    await expect(ask()).rejects.toMatchObject({
      name: 'LicenceAuthorityUnavailable',
      details: { region: '43', because },
    });
    broken = false;
    expect((await ask()).readAt).toBe(LICENSED_AT);
    expect(requests).toEqual(['GET /status/1', 'GET /status/1']);
  });

  it.each<readonly [string, RequestListener]>([
    ['does not begin', () => {}],
    ['does not end', (_, response) => void response.write('eyJ')],
  ])('is unavailable when the answer %s in time', async (_, answers) => {
    const { ask } = await aRegionThat(answers, 100);
    await expect(ask()).rejects.toMatchObject({ name: 'LicenceAuthorityUnavailable' });
  });
});
