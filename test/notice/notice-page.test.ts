import { describe, expect, it } from 'vitest';
import { NOTICE_LANGUAGES } from '#functions/notice/notice.ts';
import { noticePage, personalPage } from '#functions/notice/notice-page.ts';
import { noticesOf } from '#functions/notice/notices-of.ts';
import { personalPageOf } from '#functions/notice/personal-page.ts';
import { serve } from '#functions/notice/serve.ts';
import { renderFinding } from '#functions/review/finding-in-words.ts';
import { sha256 } from '#functions/shared/digest.ts';
import { aForm, people } from '#test/builders/a-form.ts';
import { aLicenceSigner } from '#test/builders/a-licence-signer.ts';
import { aDecision, aDossier, clock, ID, MISSING } from './a-dossier.ts';

const PERSONAL = [people.p1.name, people.p1.document.number, people.p1.residence, people.p1.phone];

/** A list of corrections of a form, as it is served. */
async function corrections(form = aForm()) {
  const dossier = await aDossier(
    [
      ['SUBMITTED', '2026-11-23'],
      ['RETURNED', '2026-11-23'],
    ],
    { form, parts: aDecision('RETURN', MISSING) },
  );
  const due = noticesOf(dossier, clock)[1];
  if (!due) throw new Error('nothing is due');
  const ports = {
    kept: async () => undefined,
    keep: async () => 'KEPT' as const,
    render: renderFinding,
    newSalt: () => 'salt',
    now: () => Date.parse('2026-11-24T01:00:00.000Z'),
    signer: await aLicenceSigner(),
    issuer: 'https://registry.example',
  };
  return serve(ports, ID, due, { to: 'APPLICANT', by: 'applicant-1' });
}

const styleOf = (html: string): string => /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? '';

describe('the page of a notice', () => {
  it('is the text that counts, and the reader’s own language after it', async () => {
    const notice = await corrections();
    const { html } = await noticePage(notice, 'en');
    expect([...html.matchAll(/<article lang="([\w-]+)">/g)].map(([, it]) => it)).toEqual([
      'zh-Hans',
      'en',
    ]);
    expect(html).toContain('List of corrections');
    expect([...(await noticePage(notice, 'zh-Hans')).html.matchAll(/<article/g)]).toHaveLength(1);
  });

  it.each(NOTICE_LANGUAGES)('has no person on it in %s', async (language) => {
    const { html } = await noticePage(await corrections(), language);
    for (const secret of PERSONAL) expect(html).not.toContain(secret);
  });

  it('lets in no script, and no style but its own', async () => {
    const { html, contentSecurityPolicy } = await noticePage(await corrections(), 'en');
    expect(html).not.toMatch(/<script|\son\w+=|\sstyle=|javascript:/i);
    const hash = Buffer.from(await sha256(styleOf(html)), 'hex').toString('base64');
    expect(contentSecurityPolicy).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
  });

  it('shows what an applicant wrote as text', async () => {
    const form = aForm({ name: '<script>alert(1)</script>&"店' });
    const { html } = await noticePage(await corrections(form), 'zh-Hant');
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script>alert(1)&lt;/script>&amp;&quot;店');
  });

  it('tells its findings in the characters of the text that they stand in', async () => {
    const { html } = await noticePage(await corrections(), 'zh-Hant');
    for (const said of [
      '申请材料齐全，各项填写符合法定形式。',
      '申請材料齊全，各項填寫符合法定形式。',
      '《市场主体登记管理条例》第16条',
      '《市場主體登記管理條例》第16條',
    ])
      expect(html).toContain(said);
  });

  it('has one heading of its own for each article, and a title', async () => {
    const { html } = await noticePage(await corrections(), 'zh-Hant');
    expect([...html.matchAll(/<h1>/g)]).toHaveLength(2);
    expect(html).toMatch(/^<!doctype html>\n<html lang="zh-Hant">/);
    expect(html).toMatch(/<title>申請材料補正一次性告知書 440115-2026-CORRECTIONS-/);
  });
});

describe('the personal page', () => {
  it('is a document of its own, with everybody and his posts', async () => {
    const notice = await corrections();
    const { html } = await personalPage(notice, personalPageOf(aForm()), 'zh-Hans');
    for (const secret of PERSONAL) expect(html).toContain(secret);
    expect(html).toContain('法定代表人 · 董事 · 经理 · 股东');
    expect(html).toContain('居民身份证');
    expect([...html.matchAll(/<th scope="col">/g)]).toHaveLength(6);
    expect(html).toContain(notice.head.number);
  });

  it('shows a kind of document that is none as it was written', async () => {
    const form = aForm({ people: { p1: { document: { kind: 'constructor' } } } });
    const { html } = await personalPage(await corrections(), personalPageOf(form), 'en');
    expect(html).toContain('<td>constructor</td>');
  });
});
