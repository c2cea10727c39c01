import { beforeEach, describe, expect, it, vi } from 'vitest';
import { httpHandler } from '#functions/api/http.handler.ts';
import { idempotentIds } from '#functions/api/idempotency.store.ts';
import { STOP_ROUTES } from '#functions/api/stop.routes.ts';
import { stopUseCases } from '#functions/api/stop.ts';
import { issuedSince } from '#functions/register/issued.store.ts';
import { stopStore } from '#functions/register/stop.store.ts';
import { newId } from '#functions/runtime/draws.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { anEvent, nextPage, read, type Sent } from './an-event.ts';

const { documents, tables } = await aDatabase();
const NOW = Date.parse('2026-11-24T01:00:00.000Z');
const handle = httpHandler(
  STOP_ROUTES,
  stopUseCases({
    ...stopStore(documents, tables.register),
    issuedSince: issuedSince(documents, tables.register),
    idempotentId: idempotentIds(documents, tables.access, () => NOW),
    newId,
    now: () => NOW,
  }),
  'https://api.example/problems',
);

let keys = 0;
/** A call of an official of 440115 and 440106, a supervisor unless said otherwise. */
const anOfficial =
  (sub: string, { grade = 'SUPERVISOR', registrars = '[440115 440106]' } = {}) =>
  async (
    name: keyof typeof STOP_ROUTES,
    {
      id = '',
      version = 1,
      key,
      ...sent
    }: Sent & { id?: string; version?: number; key?: string } = {},
  ) => {
    const headers = { 'if-match': `"${version}"`, 'idempotency-key': key ?? `key-${++keys}` };
    const claims = { sub, aud: 'official', registrars, grade };
    return read(
      await handle(anEvent(STOP_ROUTES[name], { claims, parameters: { id }, headers, ...sent })),
    );
  };
const shen = anOfficial('supervisor-1');
const han = anOfficial('supervisor-2');
const officer = anOfficial('officer-1', { grade: 'OFFICER' });
const outsider = anOfficial('supervisor-3', { registrars: '[440103]' });

let hosts = 0;
const ofHost = () => ({
  scope: { kind: 'HOST', id: `H-${String(++hosts).padStart(4, '0')}` },
  reason: '托管协议涉嫌伪造',
});
const aStop = async () => (await shen('stopIssuance', { body: ofHost() })).body;
const slugOf = ({ status, body }: { status?: number | undefined; body: { type?: string } }) =>
  `${status} ${body.type?.split('/').at(-1)}`;

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));

describe('stopping issuance', () => {
  it('takes one supervisor, and says who, when and why', async () => {
    const body = ofHost();
    const { status, headers, body: made } = await shen('stopIssuance', { body });
    expect(status).toBe(201);
    expect(headers).toMatchObject({ etag: '"1"', location: `/v1/stops/${made.id}` });
    expect(made).toEqual({
      id: made.id,
      ...body,
      state: 'IN_FORCE',
      version: 1,
      since: '2026-11-24T01:00:00.000Z',
      by: 'supervisor-1',
    });
    expect((await han('readStop', { id: made.id })).body).toEqual(made);
  });

  it('is not for officers, nor for another registrar’s supervisor', async () => {
    expect(slugOf(await officer('stopIssuance', { body: ofHost() }))).toBe('403 supervisor-only');
    const body = { scope: { kind: 'REGISTRAR', id: '440115' }, reason: '核查' };
    expect(slugOf(await outsider('stopIssuance', { body }))).toBe('404 not-found');
    expect((await shen('listStops')).body.stops).not.toContainEqual(expect.objectContaining(body));
  });

  it('again by the same key is the same stop, also after it has ended', async () => {
    const body = ofHost();
    const first = await shen('stopIssuance', { body, key: 'again' });
    const { id } = first.body;
    const replay = await shen('stopIssuance', { body, key: 'again' });
    expect(replay).toMatchObject({ status: 201, body: first.body });
    expect(replay.headers).toMatchObject({ 'idempotency-replayed': 'true' });
    await shen('proposeResumption', { id });
    await han('confirmResumption', { id, version: 2 });
    const late = await shen('stopIssuance', { body, key: 'again' });
    expect(late.body).toMatchObject({ id, state: 'ENDED' });
  });

  it('of what is stopped already is told so', async () => {
    const body = ofHost();
    await shen('stopIssuance', { body });
    expect(slugOf(await han('stopIssuance', { body }))).toBe('409 not-in-this-state');
  });

  it.each([
    [{ kind: 'EVERYTHING' }],
    [{ kind: 'REGISTRAR' }],
    [{ kind: 'HOST', id: 'H-1' }],
    [{ kind: 'ALL', id: '440115' }],
  ])('of %j is refused, and nothing is stopped', async (scope) => {
    const before = (await shen('listStops')).body;
    const answer = await shen('stopIssuance', { body: { scope, reason: '核查' } });
    expect(slugOf(answer)).toBe('400 invalid-request');
    expect((await shen('listStops')).body).toEqual(before);
  });
});

describe('going on', () => {
  it('takes two: one proposes, another confirms', async () => {
    const { id } = await aStop();
    const proposed = await shen('proposeResumption', { id });
    expect(proposed.body).toMatchObject({
      state: 'RESUMING',
      version: 2,
      proposedBy: 'supervisor-1',
    });
    const alone = await shen('confirmResumption', { id, version: 2 });
    expect(slugOf(alone)).toBe('409 another-official-must');
    expect((await shen('readStop', { id })).body.state).toBe('RESUMING');
    const ended = await han('confirmResumption', { id, version: 2 });
    expect(ended.body).toMatchObject({ state: 'ENDED', version: 3, confirmedBy: 'supervisor-2' });
    expect((await shen('readStop', { id })).body).toEqual(ended.body);
  });

  it('is not for officers, and not without a proposal', async () => {
    const { id } = await aStop();
    expect(slugOf(await officer('proposeResumption', { id }))).toBe('403 supervisor-only');
    expect(slugOf(await han('confirmResumption', { id }))).toBe('409 not-in-this-state');
    await shen('proposeResumption', { id });
    expect(slugOf(await officer('confirmResumption', { id, version: 2 }))).toBe(
      '403 supervisor-only',
    );
    expect(slugOf(await han('proposeResumption', { id, version: 2 }))).toBe(
      '409 not-in-this-state',
    );
  });

  it('is confirmed once by two at the same moment', async () => {
    const { id } = await aStop();
    await shen('proposeResumption', { id });
    const third = anOfficial('supervisor-4');
    const answers = await Promise.all(
      [han, third].map((call) => call('confirmResumption', { id, version: 2 })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('names the version that was read', async () => {
    const { id } = await aStop();
    expect(slugOf(await han('proposeResumption', { id, version: 2 }))).toBe('412 version-stale');
  });
});

describe('stops', () => {
  it('of a registrar are seen by its own officials only, any other by all', async () => {
    const scope = { kind: 'REGISTRAR', id: '440106' };
    const { id } = (await shen('stopIssuance', { body: { scope, reason: '核查' } })).body;
    const { id: ofHosts } = await aStop();
    const idsOf = async (call: typeof shen) =>
      (await call('listStops', { query: { limit: '500' } })).body.stops.map(
        (it: { id: string }) => it.id,
      );
    expect(await idsOf(officer)).toEqual(expect.arrayContaining([id, ofHosts]));
    expect(await idsOf(outsider)).toContain(ofHosts);
    expect(await idsOf(outsider)).not.toContain(id);
    for (const name of ['readStop', 'proposeResumption', 'confirmResumption'] as const)
      expect(slugOf(await outsider(name, { id }))).toBe('404 not-found');
    const query = { since: '2026-11-24T00:00:00.000Z' };
    expect(slugOf(await outsider('listIssued', { id, query }))).toBe('404 not-found');
  });

  it('are listed page by page', async () => {
    const listed: string[] = [];
    let query: Record<string, string> | undefined = { limit: '2' };
    while (query) {
      const page = await shen('listStops', { query });
      listed.push(...page.body.stops.map((it: { id: string }) => it.id));
      query = nextPage(page);
    }
    const all = (await shen('listStops', { query: { limit: '500' } })).body.stops;
    expect(listed).toEqual(all.map((it: { id: string }) => it.id));
  });

  it.each(['listStops', 'listIssued'] as const)('%s knows its own cursors only', async (name) => {
    const { id } = await aStop();
    const since = '2026-11-24T00:00:00.000Z';
    for (const cursor of ['x', 'NAME#440115', '440115~9~~', '440103~0', '440115~0~A~yesterday']) {
      const answer = await shen(name, { id, query: { since, cursor } });
      expect(slugOf(answer)).toBe('400 invalid-request');
    }
  });

  it('list what was issued from a moment that is one', async () => {
    const { id } = await aStop();
    const none = await shen('listIssued', { id, query: { since: '2026-11-24T00:00:00.000Z' } });
    expect(none).toMatchObject({ status: 200, body: { issued: [] } });
    for (const query of [{}, { since: 'yesterday' }])
      expect(slugOf(await shen('listIssued', { id, query }))).toBe('400 invalid-request');
  });
});
