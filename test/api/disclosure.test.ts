import { describe, expect, it } from 'vitest';
import { httpHandler } from '#functions/api/http.handler.ts';
import { NOTICE_ROUTES } from '#functions/api/notice.routes.ts';
import { noticeUseCases } from '#functions/api/notice.ts';
import { readLog } from '#functions/application/read-log.store.ts';
import type { Reading } from '#functions/application/read-log.ts';
import { RELEASED_CLOCK } from '#functions/case/case-clock.ts';
import { placeStore } from '#functions/cluster/place.store.ts';
import { disclosureStore } from '#functions/disclosure/disclosure.store.ts';
import { DISCLOSURE_WORDS } from '#functions/disclosure/disclosure-words.ts';
import { noticeStore } from '#functions/notice/notice.store.ts';
import { renderFinding } from '#functions/review/finding-in-words.ts';
import { newSalt } from '#functions/runtime/draws.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aLicenceSigner } from '#test/builders/a-licence-signer.ts';
import { freshHost, SENT_AT } from '#test/builders/applications-in.ts';
import { anOffice } from '#test/case/an-office.ts';
import { anEvent, nextPage, read, type Sent } from './an-event.ts';

const database = await aDatabase();
const { documents, tables } = database;
const office = anOffice(database);
const noteReading = readLog(documents, tables.applications, newSalt);
const signer = await aLicenceSigner();
const handle = httpHandler(
  NOTICE_ROUTES,
  noticeUseCases({
    ...noticeStore(documents, tables.applications, tables.register),
    ...disclosureStore(documents, tables.applications),
    host: placeStore(documents, tables.register).host,
    signer,
    issuer: 'https://registry.example',
    jwks: async () => ({ keys: [await signer.publicJwk()] }),
    clock: async () => RELEASED_CLOCK,
    render: renderFinding,
    newSalt,
    now: () => Date.parse(SENT_AT),
  }),
  'https://api.example/problems',
);

interface By extends Sent {
  readonly sub?: string;
  readonly aud?: string;
}
const list = async (id: string, { sub = 'applicant-1', aud = 'applicant', ...sent }: By = {}) =>
  read(
    await handle(
      anEvent(NOTICE_ROUTES.listDisclosures, {
        claims: { sub, aud },
        parameters: { id },
        ...sent,
      }),
    ),
  );
const minute = (at: number) => `2026-11-23T05:0${at}:00.000Z`;
const readAt = (id: string, at: number, more: Partial<Omit<Reading, 'schemaVersion'>> = {}) =>
  noteReading(id, { at: minute(at), by: 'official-1', what: 'CASE', ...more });

describe('who received data of an application', () => {
  it('are the officials who read it, by their registrars, the newest first, and never by their accounts', async () => {
    const { application } = await office.referred();
    await readAt(application.id, 1);
    await readAt(application.id, 2, { registrar: '440106', what: 'DEFENCE_FILE' });
    const { status, body } = await list(application.id);
    expect(status).toBe(200);
    expect(body.disclosures).toMatchObject([
      { at: minute(2), to: 'OFFICIAL', name: '广州市天河区市场监督管理局' },
      {
        at: minute(1),
        to: 'OFFICIAL',
        name: '广州市南沙区市场监督管理局',
        why: DISCLOSURE_WORDS.CASE.why.zh,
        basis: ['《市场主体登记管理条例》第19条', '《个人信息保护法》第34条'],
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('official-1');
  });

  it('are not its owner, who reads it again and again, and nobody of a draft', async () => {
    const { application } = await office.sent({ to: ['DRAFT'] });
    await list(application.id);
    expect((await list(application.id)).body).toEqual({ disclosures: [] });
  });

  it('are told to the agent who sent it, and to nobody else', async () => {
    const { application } = await office.referred({ owner: 'agent-1' });
    await readAt(application.id, 1);
    const { id } = application;
    expect((await list(id, { sub: 'agent-1', aud: 'agent' })).body.disclosures).toHaveLength(1);
    for (const [asked, sub] of [
      [id, 'applicant-2'],
      ['ap_01KARZ3QB0ZZZZZZZZZZZZZZZZ', 'agent-1'],
      ['x', 'agent-1'],
    ] as const)
      expect((await list(asked, { sub })).status).toBe(404);
  });

  it('are told page by page, each once, what was read meanwhile left to the first page', async () => {
    const { application } = await office.decidedByOfficial('REGISTER');
    for (const at of [1, 1, 2, 3]) await readAt(application.id, at);
    const whole = (await list(application.id)).body.disclosures;
    const pages: unknown[] = [];
    let query: Record<string, string> | undefined = { limit: '2' };
    while (query) {
      const answer = await list(application.id, { query });
      pages.push(...answer.body.disclosures);
      query = nextPage(answer);
      if (pages.length === 2) await readAt(application.id, 9);
    }
    expect(pages).toEqual(whole);
    expect(whole).toHaveLength(4);
  });

  it('are asked for by no cursor but ours', async () => {
    const { application } = await office.referred();
    for (const cursor of ['x', 'HEAD', `${minute(1)}-salt#HISTORY`, 'READ#']) {
      const { status, body } = await list(application.id, { query: { cursor } });
      expect({ status, pointer: body.errors?.[0]?.pointer }).toEqual({
        status: 400,
        pointer: '#query/cursor',
      });
    }
  });

  it('are a host, by its own name, which signs for itself', async () => {
    const host = await freshHost(database, { name: '广州南沙众创秘书有限公司' });
    const { application, sent } = await office.sent({ to: ['SIGNING'] });
    const waiting = { ...sent, custody: { host: host.id, digest: '' } };
    await office.store.keepPart({ applicationId: application.id, attempt: 1 }, '', waiting);
    for (const language of ['zh-Hans', 'zh-Hant']) {
      const headers = { 'accept-language': language };
      expect((await list(application.id, { headers })).body.disclosures).toMatchObject([
        { at: SENT_AT, to: 'HOST', name: host.name },
      ]);
    }
  });

  it('are told in the reader’s language', async () => {
    const { application } = await office.referred();
    await readAt(application.id, 1);
    const why = async (language: string) => {
      const { headers, body } = await list(application.id, {
        headers: { 'accept-language': language },
      });
      return [headers['content-language'], body.disclosures[0].why];
    };
    expect(await why('zh-CN')).toEqual(['zh-Hans', DISCLOSURE_WORDS.CASE.why.zh]);
    expect(await why('zh-HK')).toEqual(['zh-Hant', '審查申請，或者抽查自動辦理的登記']);
    expect(await why('en')).toEqual(['en', DISCLOSURE_WORDS.CASE.why.en]);
  });
});
