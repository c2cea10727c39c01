import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { httpHandler } from '#functions/api/http.handler.ts';
import { NOTICE_ROUTES } from '#functions/api/notice.routes.ts';
import { noticeUseCases } from '#functions/api/notice.ts';
import type { LicenceSigner } from '#functions/business-licence/licence-signer.ts';
import { RELEASED_CLOCK } from '#functions/case/case-clock.ts';
import { placeStore } from '#functions/cluster/place.store.ts';
import { disclosureStore } from '#functions/disclosure/disclosure.store.ts';
import { noticeStore } from '#functions/notice/notice.store.ts';
import { personalDigest } from '#functions/notice/personal-page.ts';
import { renderFinding } from '#functions/review/finding-in-words.ts';
import { newSalt } from '#functions/runtime/draws.ts';
import { commit } from '#functions/runtime/transaction.ts';
import { digestOf } from '#functions/shared/digest.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { people } from '#test/builders/a-form.ts';
import { aLicenceSigner } from '#test/builders/a-licence-signer.ts';
import { anOffice } from '#test/case/an-office.ts';
import { anEvent, read, type Sent } from './an-event.ts';

const database = await aDatabase();
const { documents, tables } = database;
const office = anOffice(database);
const signer = await aLicenceSigner();
const issuer = 'https://registry.example';
const clock = { now: Date.parse('2026-11-24T01:00:00.000Z'), signatures: 0 };
const counting: LicenceSigner = {
  publicJwk: signer.publicJwk,
  sign: (input) => {
    clock.signatures += 1;
    return signer.sign(input);
  },
};
const store = noticeStore(documents, tables.applications, tables.register);
const handle = httpHandler(
  NOTICE_ROUTES,
  noticeUseCases({
    ...store,
    ...disclosureStore(documents, tables.applications),
    host: placeStore(documents, tables.register).host,
    signer: counting,
    issuer,
    jwks: async () => ({ keys: [await signer.publicJwk()] }),
    clock: async () => RELEASED_CLOCK,
    render: renderFinding,
    newSalt,
    now: () => clock.now,
  }),
  'https://api.example/problems',
);

interface By extends Sent {
  readonly sub?: string;
  readonly aud?: string;
}
const call = (
  route: keyof typeof NOTICE_ROUTES,
  { sub = 'applicant-1', aud = 'applicant', ...sent }: By = {},
) => handle(anEvent(NOTICE_ROUTES[route], { claims: { sub, aud }, ...sent }));
const send = async (route: keyof typeof NOTICE_ROUTES, by: By = {}) => read(await call(route, by));

const list = async (id: string, by: By = {}) =>
  (await send('listNotices', { parameters: { id }, ...by })).body.notices;

/** Refused by an official, with an id of its own. */
async function refused() {
  const record = await office.decidedByOfficial('REFUSE');
  await office.carryOut(office.taskOf(record));
  return record.application.id;
}

describe('the notices of an application', () => {
  it('are listed in their order, and to list them is no service', async () => {
    const id = await refused();
    const notices = await list(id);
    expect(notices.map((it: { kind: string }) => it.kind)).toEqual(['RECEIPT', 'REFUSAL']);
    expect(notices.some((it: object) => 'served' in it)).toBe(false);
    expect(await store.served(id)).toEqual([]);
  });

  it('are nobody else’s, nor there for an id that is none', async () => {
    const id = await refused();
    const [{ number }] = await list(id);
    for (const route of [
      'listNotices',
      'readNotice',
      'readNoticePage',
      'readPersonalPage',
    ] as const)
      for (const by of [
        { sub: 'applicant-2', parameters: { id, number } },
        { parameters: { id: 'ap_01KARZ3QB0ZZZZZZZZZZZZZZZZ', number } },
        { parameters: { id: 'x', number } },
      ])
        expect((await send(route, by)).status).toBe(404);
    expect(await store.served(id)).toEqual([]);
  });
});

describe('a notice', () => {
  it('is signed and served when it is first read, once, whatever comes after', async () => {
    const id = await refused();
    const [, { number }] = await list(id);
    const before = clock.signatures;
    const first = await send('readNotice', { parameters: { id, number } });
    clock.now += 86_400_000;
    const again = await send('readNotice', { parameters: { id, number } });
    clock.now -= 86_400_000;
    expect(first.status).toBe(200);
    expect(again.body).toEqual(first.body);
    expect(clock.signatures - before).toBe(1);
    expect(first.body.served).toEqual({ at: '2026-11-24T01:00:00.000Z', to: 'APPLICANT' });
    expect(first.body.remedies).toEqual({ reconsideration: '2027-01-23', suit: '2027-05-24' });
    const [kept] = await store.served(id);
    expect(kept).toMatchObject({ jws: first.body.jws, served: { by: 'applicant-1' } });
    expect((await list(id))[1].served).toEqual(first.body.served);
  });

  it('read twice at once is served once', async () => {
    const id = await refused();
    const [{ number }] = await list(id);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => send('readNotice', { parameters: { id, number } })),
    );
    expect(new Set(answers.map(({ body }) => body.jws)).size).toBe(1);
    expect(await store.served(id)).toHaveLength(1);
  });

  it('is served on an agent as such', async () => {
    const id = await refused();
    const parameters = { id, number: (await list(id))[0].number };
    const { body } = await send('readNotice', { parameters, aud: 'agent' });
    expect(body.served.to).toBe('AGENT');
  });

  it('has the text that counts and the reader’s own, both signed by digest', async () => {
    const id = await refused();
    const parameters = { id, number: (await list(id))[1].number };
    const hant = await send('readNotice', { parameters, query: { language: 'zh-Hant' } });
    expect(Object.keys(hant.body.texts)).toEqual(['zh-Hans', 'zh-Hant']);
    const english = await send('readNotice', { parameters, headers: { 'accept-language': 'en' } });
    for (const [language, text] of Object.entries({ ...hant.body.texts, ...english.body.texts })) {
      const digest = await digestOf(JSON.parse(JSON.stringify(text)));
      expect([language, digest]).toEqual([language, hant.body.head.texts[language]]);
      const verified = await send('verifyNotice', { body: { jws: hant.body.jws, text } });
      expect(verified.body).toMatchObject({ valid: true, text: language });
    }
  });

  it('has its people on a page apart, bound by a salted digest', async () => {
    const id = await refused();
    const parameters = { id, number: (await list(id))[0].number };
    const { body } = await send('readNotice', { parameters });
    const { salt, ...page } = body.personalPage;
    expect(await personalDigest(page, salt)).toBe(body.head.personal);
    const { personalPage: _apart, ...notice } = body;
    expect(JSON.stringify(notice)).not.toContain(people.p1.document.number);
    expect(JSON.stringify(page)).toContain(people.p1.document.number);
  });

  it('is there to print, in two documents without a script', async () => {
    const id = await refused();
    const parameters = { id, number: (await list(id))[1].number };
    const notice = await call('readNoticePage', { parameters });
    const personal = await call('readPersonalPage', { parameters, query: { language: 'en' } });
    for (const { statusCode, headers, body } of [notice, personal]) {
      expect([statusCode, headers?.['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(headers?.['content-security-policy']).toMatch(
        /^default-src 'none'; style-src 'sha256-/,
      );
      expect(body).not.toContain('<script');
    }
    expect(notice.body).toContain('不予登记通知书');
    expect(notice.body).not.toContain(people.p1.name);
    expect(personal.body).toContain(people.p1.name);
  });

  it('stays as it was served when the application goes on', async () => {
    const { application } = await office.sent({ to: ['SIGNING'] });
    const { id } = application;
    const reminded = { reminders: 1, remindedAt: '2026-11-26T04:00:00.000Z' };
    const { records, put } = {
      records: await office.store.read(id),
      put: (item: object) =>
        documents.send(
          new PutCommand({
            TableName: tables.applications,
            Item: { pk: `APP#${id}`, sk: 'HEAD', ...item },
          }),
        ),
    };
    await put({ ...records.application, ...reminded });
    const [{ number }] = await list(id);
    const { body } = await send('readNotice', { parameters: { id, number } });
    expect(body.head.kind).toBe('REMINDER');
    await put({ ...records.application, reminders: 2, remindedAt: '2026-11-30T04:00:00.000Z' });
    const both = await list(id);
    expect(both.map((it: { number: string }) => it.number.slice(-2))).toEqual(['-1', '-2']);
    const again = await send('readNotice', { parameters: { id, number } });
    expect(again.body).toEqual(body);
  });

  it('keeps the people whom it named when the form is edited after', async () => {
    const { application, sent } = await office.sent({ to: ['SIGNING'] });
    const { id } = application;
    const head = { ...application, reminders: 1, remindedAt: '2026-11-26T04:00:00.000Z' };
    await commit(documents, office.store.edited(head, sent, '2026-11-26T04:00:00.000Z'));
    const [{ number }] = await list(id);
    const first = await send('readNotice', { parameters: { id, number } });
    const { application: waiting } = await office.store.read(id);
    const form = { ...sent.form, people: { p1: { name: '卫知夏' } } };
    const edited = { ...sent, form };
    await commit(documents, office.store.edited(waiting, edited, '2026-11-27T04:00:00.000Z'));
    const again = await send('readNotice', { parameters: { id, number } });
    const { salt, ...page } = again.body.personalPage;
    expect(again.body).toEqual(first.body);
    expect(await personalDigest(page, salt)).toBe(again.body.head.personal);
  });

  it('is none of another number', async () => {
    const id = await refused();
    const number = '440115-2026-REFUSAL-01KARZ3QB0ZZZZZZZZZZZZZZZZ-3';
    expect((await send('readNotice', { parameters: { id, number } })).status).toBe(404);
    const query = { language: 'de' };
    expect((await send('readNotice', { parameters: { id, number }, query })).status).toBe(400);
  });
});

describe('anybody', () => {
  it('is told that a notice is not ours, without a fault', async () => {
    const { status, body } = await send('verifyNotice', { body: { jws: 'a.b.c' } });
    expect({ status, body }).toEqual({ status: 200, body: { valid: false, reason: 'MALFORMED' } });
    expect((await send('verifyNotice', { body: { jws: 'x'.repeat(8_193) } })).status).toBe(400);
    expect((await send('verifyNotice', { body: {} })).status).toBe(400);
  });

  it('reads the promises in force', async () => {
    const { body } = await send('readPromises');
    expect(body).toMatchObject({ version: '2026-05', from: '2026-05-01' });
    expect(body.promises).toHaveLength(4);
  });
});
