import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { ApplicationForm } from '#functions/application/form.ts';
import { NoticeHead, NoticeText } from '#functions/notice/notice.ts';
import { digestOf } from '#functions/shared/digest.ts';
import type { System } from '#local/system.ts';
import { anIndividualBusinessOfToday, aTradeName } from '#test/builders/a-form-of-today.ts';
import { signatures } from '#test/builders/signatures.ts';
import { type Answer, type Api, apiOf, ifMatch, problemOf } from './api.ts';
import { type Applicant, anApplicant } from './applicant.ts';
import { anOfficial, type Official } from './official.ts';
import { aRunningSystem, eventually, PATIENT } from './running-system.ts';

let system: System;
let applicant: Applicant;
let official: Official;
let anybody: Api;
beforeAll(async () => {
  system = await aRunningSystem();
  applicant = await anApplicant(system);
  official = anOfficial(system.baseUrl, await system.token('official-nansha'));
  anybody = apiOf(system.baseUrl);
}, PATIENT.timeout);
afterAll(() => system?.stop());

const Listed = z.object({
  notices: z.array(z.object({ number: z.string(), kind: z.string(), attempt: z.number() })),
});
const Read = z.object({
  head: NoticeHead,
  texts: z.object({ 'zh-Hans': NoticeText, en: NoticeText.optional() }),
  personalPage: z.looseObject({ people: z.array(z.looseObject({})) }),
  jws: z.string(),
  served: z.object({ at: z.string(), to: z.string() }),
});
const PostCheckBody = z.object({
  basis: z.string(),
  due: z.object({ class: z.string(), due: z.string() }).optional(),
  checks: z.array(z.looseObject({ number: z.number() })),
});
const ok = <Schema extends z.ZodType>(schema: Schema, { status, body }: Answer) => {
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return schema.parse(body);
};

const noticesOf = async (id: string) =>
  ok(Listed, await applicant.api.get(`/v1/applications/${id}/notices`)).notices;
const readNotice = async (id: string, number: string, language = 'zh-Hans') =>
  ok(
    Read,
    await applicant.api.get(`/v1/applications/${id}/notices/${number}?language=${language}`),
  );

/** Anybody verifies it by our published keys alone, without asking us. */
async function holds({ jws, head, texts }: z.infer<typeof Read>): Promise<boolean> {
  const keys = z.custom<JSONWebKeySet>().parse((await anybody.get('/.well-known/jwks.json')).body);
  const { payload } = await jwtVerify(jws, createLocalJWKSet(keys), { typ: 'notice+jwt' });
  const { iss: _iss, iat: _iat, ...signed } = payload;
  expect(signed).toEqual(head);
  return (await digestOf(texts['zh-Hans'])) === head.texts['zh-Hans'];
}

/** The address stands on a promise, by the text in force. */
const byPromise = (version: string): Partial<ApplicationForm> => ({
  premises: { kind: 'OWN', address: '广州市南沙区望潮街12号305房', proof: 'PROMISE' },
  promises: { address: true, version },
});

describe('from the submission to a check after the event', PATIENT, () => {
  it('everything is told by a signed notice, and registered in full by confirmation', async () => {
    const { version } = ok(
      z.looseObject({ version: z.string() }),
      await anybody.get('/v1/promises'),
    );
    const stale = anIndividualBusinessOfToday(byPromise('2024-04'));
    const returned = await applicant.oneClick(stale);
    expect([returned.state, returned.findings.map((it) => it.rule)]).toEqual([
      'RETURNED',
      ['PR-01'],
    ]);
    const { id } = returned;
    expect((await noticesOf(id)).map((it) => it.kind)).toEqual(['RECEIPT', 'CORRECTIONS']);

    const form = { ...stale, ...byPromise(version) };
    const draft = await applicant.correct(returned, form);
    const registered = await applicant.submit(draft, await signatures(form, system.identity));
    expect(registered).toMatchObject({ state: 'REGISTERED', attempt: 2 });
    const notices = await noticesOf(id);
    expect(notices.map(({ kind, attempt }) => [kind, attempt])).toEqual([
      ['RECEIPT', 1],
      ['CORRECTIONS', 1],
      ['RECEIPT', 2],
      ['REGISTRATION', 2],
    ]);

    const { name, document } = form.people?.p1 ?? {};
    for (const { number } of notices) {
      const notice = await readNotice(id, number);
      expect(await holds(notice)).toBe(true);
      const { personalPage, ...told } = notice;
      for (const secret of [String(name), String(document?.number)]) {
        expect(JSON.stringify(told)).not.toContain(secret);
        expect(JSON.stringify(personalPage)).toContain(secret);
      }
      const verified = await anybody.post('/v1/notices/verification', {
        jws: notice.jws,
        text: notice.texts['zh-Hans'],
      });
      expect(verified.body).toMatchObject({ valid: true, text: 'zh-Hans', head: { number } });
    }

    const confirmed = await readNotice(id, notices[3]?.number ?? '', 'en');
    expect(confirmed.texts['zh-Hans'].title).toBe('登记确认通知书');
    expect(confirmed.texts.en?.body.join()).toContain('confirms the facts');
    expect(confirmed.texts.en?.items.at(-1)?.heading).toContain(version);

    const uscc = registered.licence?.uscc ?? '';
    const published = await anybody.get(`/v1/register/${uscc}`);
    expect(published.body).toMatchObject({ status: 'REGISTERED', basis: 'CONFIRMED' });
    const shown = await anybody.post('/v1/licences/verification', {
      licence: registered.licence?.licence,
    });
    expect(shown.body).toMatchObject({ valid: true, basis: 'CONFIRMED' });

    await eventually(
      () => official.api.get('/v1/post-checks?limit=500'),
      ({ body }) => JSON.stringify(body).includes(uscc),
    );
    const path = `/v1/post-checks/${uscc}`;
    const before = ok(PostCheckBody, await official.api.get(path));
    expect(before).toMatchObject({ basis: 'CONFIRMED', due: { class: 'MEDIUM' }, checks: [] });
    const order = { result: 'CORRECTION', found: '门牌号与实地不符。', correctBy: '2099-01-31' };
    const ordered = ok(
      PostCheckBody,
      await official.api.post(`${path}/results`, order, ifMatch(1)),
    );
    expect(ordered).toMatchObject({ due: { due: '2099-01-31' }, checks: [{ finding: order }] });
    const told = (await noticesOf(id)).at(-1);
    expect(told?.kind).toBe('CORRECTION_ORDER');
    const toCorrect = await readNotice(id, told?.number ?? '');
    expect(await holds(toCorrect)).toBe(true);
    expect(toCorrect.texts['zh-Hans'].body.join()).toContain(order.found);
    const again = await official.api.post(`${path}/results`, order, ifMatch(1));
    expect(problemOf(again).slug).toBe('version-stale');
    const settled = { result: 'IN_ORDER', found: '已更正。' };
    const closed = ok(
      PostCheckBody,
      await official.api.post(`${path}/results`, settled, ifMatch(2)),
    );
    expect([closed.due, closed.checks.length]).toEqual([undefined, 2]);
    expect((await applicant.read(id)).state).toBe('REGISTERED');
  });
});

describe('a refusal', PATIENT, () => {
  it('is told with its reason and remedies, to its applicant alone', async () => {
    const name = `广州市南沙区${aTradeName()}中国百货店`;
    const { id } = await applicant.oneClick(anIndividualBusinessOfToday({ name }));
    const waiting = await eventually(
      () => applicant.read(id),
      (it) => it.case !== undefined,
    );
    await official.settle(waiting.case?.id ?? '', 'REFUSE', '名称不能作行业限定语理解。');
    await eventually(
      () => applicant.read(id),
      (it) => it.state === 'REFUSED',
    );
    const notices = await noticesOf(id);
    expect(notices.map((it) => it.kind)).toEqual(['RECEIPT', 'REFUSAL']);
    const number = notices[1]?.number ?? '';
    const stranger = await anApplicant(system, 'zhou-mubai');
    const theirs = await stranger.api.get(`/v1/applications/${id}/notices/${number}`);
    expect(problemOf(theirs)).toMatchObject({ status: 404 });

    const refusal = await readNotice(id, number);
    expect(await holds(refusal)).toBe(true);
    expect(refusal.texts['zh-Hans'].body.join()).toContain('名称不能作行业限定语理解。');
    expect(refusal.texts['zh-Hans'].rights).toHaveLength(2);
    const page = await applicant.api.get(`/v1/applications/${id}/notices/${number}/page`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.body).toContain('广州市南沙区人民政府');
  });
});
