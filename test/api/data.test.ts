import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DATA_ROUTES } from '#functions/api/data.routes.ts';
import { dataUseCases } from '#functions/api/data.ts';
import { httpHandler } from '#functions/api/http.handler.ts';
import { idempotentIds } from '#functions/api/idempotency.store.ts';
import { publishedStore } from '#functions/published/published.store.ts';
import { RULE_IDS, rulesInWords } from '#functions/review/finding-in-words.ts';
import { newId } from '#functions/runtime/draws.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aBundle, someFigures } from '#test/builders/an-edition.ts';
import { anEvent, nextPage, read, type Sent } from './an-event.ts';

const { documents, tables } = await aDatabase();
let now = Date.parse('2026-11-24T01:00:00.000Z');
const handle = httpHandler(
  DATA_ROUTES,
  dataUseCases({
    ...publishedStore(documents, tables.register),
    idempotentId: idempotentIds(documents, tables.access, () => now),
    rules: RULE_IDS,
    rulesInWords,
    newId,
    now: () => now,
  }),
  'https://api.example/problems',
);

let keys = 0;
/** A call of an official of 440115 and 440106, a supervisor unless said otherwise. */
const anOfficial =
  (sub: string, { grade = 'SUPERVISOR', registrars = '[440115 440106]', aud = 'official' } = {}) =>
  async (
    name: keyof typeof DATA_ROUTES,
    {
      id = '',
      version = 1,
      key,
      ...sent
    }: Sent & { id?: string; version?: number; key?: string } = {},
  ) => {
    const headers = { 'if-match': `"${version}"`, 'idempotency-key': key ?? `key-${++keys}` };
    const claims = { sub, aud, registrars, grade };
    return read(
      await handle(anEvent(DATA_ROUTES[name], { claims, parameters: { id }, headers, ...sent })),
    );
  };
const shen = anOfficial('supervisor-1');
const han = anOfficial('supervisor-2');
const officer = anOfficial('officer-1', { grade: 'OFFICER' });
const outsider = anOfficial('supervisor-3', { registrars: '[440103]' });
const applicant = anOfficial('applicant-1', { aud: 'applicant' });

let days = 0;
const aDay = () =>
  new Date(Date.parse('2026-12-01') + 86_400_000 * ++days).toISOString().slice(0, 10);
const limits = (change: object = {}) => ({
  content: { kind: 'LIMITS', figures: someFigures() },
  from: aDay(),
  reason: '会议纪要',
  ...change,
});
const proposed = async (body: object = limits()) => (await shen('proposeEdition', { body })).body;
const slugOf = ({ status, body }: { status?: number | undefined; body: { type?: string } }) =>
  `${status} ${body.type?.split('/').at(-1)}`;
const listed = async () => (await shen('listEditions', { query: { limit: '500' } })).body.editions;

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));

describe('proposing an edition', () => {
  it('says what, from when, by whom and why', async () => {
    const body = limits();
    const { status, headers, body: made } = await shen('proposeEdition', { body });
    expect(status).toBe(201);
    expect(headers).toMatchObject({ etag: '"1"', location: `/v1/editions/${made.id}` });
    expect(made).toEqual({
      ...body,
      id: made.id,
      state: 'PROPOSED',
      version: 1,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      proposedBy: 'supervisor-1',
      proposedAt: '2026-11-24T01:00:00.000Z',
    });
    expect((await han('readEdition', { id: made.id })).body).toEqual(made);
  });

  it('is not for officers, another registrar’s supervisor or applicants', async () => {
    const before = await listed();
    const body = limits({ registrar: '440115' });
    expect(slugOf(await officer('proposeEdition', { body }))).toBe('403 supervisor-only');
    expect(slugOf(await outsider('proposeEdition', { body }))).toBe('404 not-found');
    expect(slugOf(await applicant('proposeEdition', { body }))).toBe('404 not-found');
    expect(await listed()).toEqual(before);
  });

  it('again by the same key is the same edition, whatever has become of it', async () => {
    const body = limits();
    const first = await shen('proposeEdition', { body, key: 'again' });
    await han('confirmEdition', { id: first.body.id });
    const again = await shen('proposeEdition', { body, key: 'again' });
    expect(again).toMatchObject({ status: 201, body: { id: first.body.id, state: 'CONFIRMED' } });
    expect(again.headers).toMatchObject({ 'idempotency-replayed': 'true' });
    const other = await shen('proposeEdition', { body: limits(), key: 'again' });
    expect(slugOf(other)).toBe('422 idempotency-key-reused');
  });

  it('that cannot be is told every fault, and nothing is there', async () => {
    const before = await listed();
    const body = {
      content: { kind: 'BUNDLE', bundle: aBundle({ core: ['销售'] }) },
      from: '2026-11-24',
      reason: 'x',
    };
    const { status, body: told } = await shen('proposeEdition', { body });
    expect(status).toBe(422);
    expect(told.errors).toEqual([
      { pointer: '/from', detail: 'BEGINS_TOO_SOON' },
      { pointer: '/content/bundle/core/0', detail: 'UNKNOWN_WORDING' },
    ]);
    expect(await listed()).toEqual(before);
  });

  it.each([
    [{ content: { kind: 'LIMITS', figures: { ...someFigures(), atOneAddress: 40 } } }],
    [{ content: { kind: 'LIMITS', figures: { businessesOfOneHead: 3 } } }],
    [{ content: { kind: 'WEATHER' } }],
    [{ from: '2026-02-30' }],
    [{ reason: '' }],
    [{ confirmedBy: 'supervisor-1' }],
  ])('of %j is refused for its form', async (change) => {
    const answer = await shen('proposeEdition', { body: limits(change) });
    expect(slugOf(answer)).toBe('400 invalid-request');
  });
});

describe('confirming an edition', () => {
  it('takes another supervisor', async () => {
    const { id } = await proposed();
    expect(slugOf(await shen('confirmEdition', { id }))).toBe('409 another-official-must');
    expect(slugOf(await officer('confirmEdition', { id }))).toBe('403 supervisor-only');
    const confirmed = await han('confirmEdition', { id });
    expect(confirmed).toMatchObject({
      status: 200,
      body: { state: 'CONFIRMED', version: 2, confirmedBy: 'supervisor-2' },
    });
    expect(confirmed.headers).toMatchObject({ etag: '"2"' });
  });

  it('is of the edition as it was read', async () => {
    const { id } = await proposed();
    expect(slugOf(await han('confirmEdition', { id, version: 2 }))).toBe('412 version-stale');
    await han('confirmEdition', { id });
    expect(slugOf(await han('confirmEdition', { id }))).toBe('412 version-stale');
    expect(slugOf(await han('confirmEdition', { id, version: 2 }))).toBe('409 not-in-this-state');
    const { status } = read(
      await handle(
        anEvent(DATA_ROUTES.confirmEdition, {
          claims: { sub: 'supervisor-2', aud: 'official', grade: 'SUPERVISOR' },
          parameters: { id },
        }),
      ),
    );
    expect(status).toBe(428);
  });

  it('comes too late once its day is there', async () => {
    const { id } = await proposed(limits({ from: '2026-11-25' }));
    const then = now;
    now = Date.parse('2026-11-24T15:59:30.000Z');
    const { status, body } = await han('confirmEdition', { id });
    now = then;
    expect(status).toBe(422);
    expect(body.errors).toEqual([{ pointer: '/from', detail: 'BEGINS_TOO_SOON' }]);
    expect((await shen('readEdition', { id })).body.state).toBe('PROPOSED');
  });

  it('of what is for another registrar is a thing unknown', async () => {
    const { id } = await proposed(limits({ registrar: '440115' }));
    for (const name of ['readEdition', 'confirmEdition', 'withdrawEdition'] as const)
      expect(slugOf(await outsider(name, { id }))).toBe('404 not-found');
    expect(slugOf(await shen('readEdition', { id: 'ed_x' }))).toBe('404 not-found');
    expect(slugOf(await shen('readEdition', { id: newId('ed') }))).toBe('404 not-found');
  });
});

describe('what counts today', () => {
  const counting = async (registrar?: string) =>
    (await shen('readPublished', { query: registrar ? { registrar } : {} })).body;

  it('is what was released, until an edition begins, for whom it is', async () => {
    const before = await counting('440115');
    expect(before).toMatchObject({ on: '2026-11-24', limits: { figures: someFigures() } });
    expect(before.limits.edition).toBeUndefined();
    const figures = someFigures({ businessesOfOneHead: 9 });
    const { id } = await proposed(
      limits({ content: { kind: 'LIMITS', figures }, registrar: '440115', from: '2026-11-25' }),
    );
    await han('confirmEdition', { id });
    const words = [{ word: '示例禁词', ground: 'STATE_SECURITY' }];
    const list = { kind: 'STOP_LIST', words };
    const { id: listId } = await proposed(limits({ content: list, from: '2026-11-25' }));
    await han('confirmEdition', { id: listId });
    expect(await counting('440115')).toEqual(before);
    const then = now;
    now = Date.parse('2026-11-24T16:00:00.000Z');
    expect(await counting('440115')).toMatchObject({ limits: { figures, edition: id }, words: [] });
    expect(await counting()).toMatchObject({ limits: { figures: someFigures() }, words });
    now = then;
  });

  it('tells what every rule asks for, in the reader’s language', async () => {
    const headers = { 'accept-language': 'en' };
    const { body } = await shen('readPublished', { query: {}, headers });
    expect(body.rules).toHaveLength(RULE_IDS.size);
    expect(body.rules).toContainEqual({
      rule: 'CO-01',
      consequence: 'RETURN',
      requires: 'The application is complete and every entry has its legal form.',
    });
  });

  it('at another’s registrar is unknown', async () => {
    expect(slugOf(await outsider('readPublished', { query: { registrar: '440115' } }))).toBe(
      '404 not-found',
    );
  });
});

describe('withdrawing an edition', () => {
  it('takes one supervisor, before it begins', async () => {
    const { id } = await proposed();
    await han('confirmEdition', { id });
    expect(slugOf(await officer('withdrawEdition', { id, version: 2 }))).toBe(
      '403 supervisor-only',
    );
    const gone = await shen('withdrawEdition', { id, version: 2 });
    expect(gone.body).toMatchObject({ state: 'WITHDRAWN', withdrawnBy: 'supervisor-1' });
    expect(slugOf(await han('confirmEdition', { id, version: 3 }))).toBe('409 not-in-this-state');
  });

  it('frees its day', async () => {
    const body = limits();
    const { id } = await proposed(body);
    expect(slugOf(await han('proposeEdition', { body }))).toBe('422 edition-refused');
    await shen('withdrawEdition', { id });
    expect((await han('proposeEdition', { body })).status).toBe(201);
  });
});

describe('switching a rule', () => {
  const of = (rule: string, on: boolean) => ({
    content: { kind: 'SWITCHES', of: { rule }, on },
    reason: '核查中',
  });

  it('off takes effect at once, by one supervisor', async () => {
    const { status, body } = await shen('proposeEdition', { body: of('BA-05', false) });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'CONFIRMED',
      version: 1,
      confirmedAt: '2026-11-24T01:00:00.000Z',
    });
    expect(body).not.toHaveProperty('confirmedBy');
    expect(slugOf(await shen('withdrawEdition', { id: body.id }))).toBe('409 not-in-this-state');
  });

  it('on again takes two', async () => {
    await shen('proposeEdition', { body: of('BA-06', false) });
    const { id, state } = await proposed(of('BA-06', true));
    expect(state).toBe('PROPOSED');
    expect(slugOf(await shen('confirmEdition', { id }))).toBe('409 another-official-must');
    expect((await han('confirmEdition', { id })).body.state).toBe('CONFIRMED');
  });

  it('that is none, or that stands so already, is told', async () => {
    const unknown = await shen('proposeEdition', { body: of('XX-99', false) });
    expect(unknown.body.errors).toEqual([{ pointer: '/content/of/rule', detail: 'UNKNOWN_RULE' }]);
    const isOn = await shen('proposeEdition', { body: of('NM-01', true) });
    expect(isOn.body.errors).toEqual([{ pointer: '/content/on', detail: 'NOT_OFF' }]);
  });
});

describe('the list of editions', () => {
  it('is of one kind where asked, the newest first, page by page', async () => {
    const all = (await listed()).filter(
      ({ content }: { content: { kind: string } }) => content.kind === 'LIMITS',
    );
    const seen: unknown[] = [];
    let query: Record<string, string> | undefined = { kind: 'LIMITS', limit: '2' };
    while (query) {
      const page: Awaited<ReturnType<typeof shen>> = await shen('listEditions', { query });
      seen.push(...page.body.editions);
      query = nextPage(page);
    }
    expect(seen).toEqual(all);
    expect(seen.length).toBeGreaterThan(4);
  });

  it('leaves out what is for another registrar', async () => {
    const { id } = await proposed(limits({ registrar: '440115' }));
    const { body } = await outsider('listEditions', { query: { limit: '500' } });
    expect(body.editions.map((it: { id: string }) => it.id)).not.toContain(id);
    expect(body.editions.length).toBeGreaterThan(0);
  });

  it.each(['ed_x', 'st_01KARZ3QB0000000000000000A'])('knows no cursor %s', async (cursor) => {
    expect(slugOf(await shen('listEditions', { query: { cursor } }))).toBe('400 invalid-request');
  });
});
