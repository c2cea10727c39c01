import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { ApplicationForm } from '#functions/application/form.ts';
import { enquiryDigest } from '#functions/party/enquiry.ts';
import { WHO_NAMES_ME } from '#functions/party/person-proof.ts';
import { AssertedPerson } from '#functions/party/signers.ts';
import { aCompanyOfToday, aTradeName } from '#test/builders/a-form-of-today.ts';
import { type Applicant, anApplicant } from '#test/journeys/applicant.ts';
import { anOfficial, type Official } from '#test/journeys/official.ts';
import { eventually } from '#test/journeys/running-system.ts';
import { zhHans as words } from '#test/web/every-word.ts';
import { aVisitedSystem } from './a-visited-system.ts';
import { showFace } from './show-face.ts';
import { button, said, settled, signIn, type Visitor } from './visitor.ts';

const visited = aVisitedSystem();
let owner: Applicant;
let official: Official;
beforeAll(async () => {
  const { system } = visited;
  owner = await anApplicant(system);
  official = anOfficial(system.baseUrl, await system.token('official-nansha'));
});

const STATEMENT = '身份证遗失，从未同意出资。';
const cardOf = (page: Page, { name = '' }: ApplicationForm) =>
  page.locator('.findings > li', { hasText: name });
const start = (page: Page, { name = '' }: ApplicationForm) =>
  button(page, words.namings.denyOf.replace('{{name}}', name)).click();
/** Begins or begins again, and shows the face of p2, whom the form names and who knows nothing of it. */
async function ask(page: Page, form: ApplicationForm, label = words.namings.ask): Promise<void> {
  await button(page, label).click();
  await showFace(page, form.people?.p2);
}

/** Every address that the browser asked for, pages and calls alike. */
function addressesOf({ context }: Visitor): readonly string[] {
  const addresses: string[] = [];
  context.on('request', (request) => addresses.push(decodeURIComponent(request.url())));
  return addresses;
}

const Listed = z.object({ inquiries: z.array(z.object({ id: z.string(), uscc: z.string() })) });
const inquiriesInto = async (uscc: string) => {
  const { body } = await official.api.get('/v1/inquiries?limit=100');
  return Listed.parse(body).inquiries.filter((it) => it.uscc === uscc);
};

describe('a person named in another’s application, on a phone', { timeout: 90_000 }, () => {
  it('says “not me” of an open one, which goes to an official, as its owner sees', () =>
    visited.visiting(async (visitor) => {
      const { page, violations, complaints } = visitor;
      const addresses = addressesOf(visitor);
      const form = aCompanyOfToday({ name: `广州市南沙区${aTradeName()}中国百货有限公司` });
      const { id } = await owner.oneClick(form);
      const { case: open } = await eventually(
        () => owner.read(id),
        (it) => it.case !== undefined,
      );
      await page.goto('/');
      await page.getByRole('link', { name: words.frame.namings }).click();
      await said(page, words.namings.costs);
      expect(await violations()).toEqual([]);
      await ask(page, form);
      const card = cardOf(page, form);
      await card.getByText(`${words.field.supervisors} · ${words.field.shareholders}`).waitFor();
      await card.getByText(words.state.REFERRED).waitFor();
      await start(page, form);
      await said(page, words.namings.consequence.MAY_STOP);
      expect(await violations()).toEqual([]);
      await page.getByLabel(words.namings.statement).fill(STATEMENT);
      await button(page, words.namings.sure).click();
      await said(page, words.namings.stopped);
      await card.getByText(words.namings.deniedTag).waitFor();
      expect(await violations()).toEqual([]);
      expect(await page.evaluate('sessionStorage.length')).toBe(0);

      expect(JSON.stringify((await official.read(open?.id ?? '')).body)).toContain(STATEMENT);
      const hers = await visited.visitor();
      await hers.page.goto(`/applications/${id}`);
      await signIn(hers.page);
      await said(hers.page, words.application.denied);
      expect(await hers.page.getByText(STATEMENT).count()).toBe(0);
      await hers.close();

      const { name = '', document } = form.people?.p2 ?? {};
      const secrets = [name, document?.number ?? '', form.name ?? '', STATEMENT];
      expect(addresses.length).toBeGreaterThan(5);
      expect(addresses.filter((it) => secrets.some((secret) => it.includes(secret)))).toEqual([]);
      expect(new URL(page.url()).search).toBe('');
      expect(complaints()).toEqual([]);
    }));

  it('of a registered one, is heard though the answer was lost; said twice, there is one inquiry', () =>
    visited.visiting(async ({ page, context, violations }) => {
      const form = aCompanyOfToday();
      const { licence } = await owner.oneClick(form);
      const { uscc = '' } = licence ?? {};
      await page.goto(`/register/${uscc}`);
      await page.locator('main').getByRole('link', { name: words.notMe.link }).click();
      await ask(page, form);
      await start(page, form);
      await said(page, words.namings.consequence.MAY_INQUIRE);
      await page.getByLabel(words.namings.statement).fill(STATEMENT);
      const loseAnswer = async (route: Parameters<Parameters<typeof context.route>[1]>[0]) => {
        await route.fetch();
        await route.abort('connectionreset');
      };
      await context.route('**/denials', loseAnswer, { times: 1 });
      await button(page, words.namings.sure).click();
      await said(page, words.failure.OFFLINE);
      expect(await page.getByLabel(words.namings.statement).inputValue()).toBe(STATEMENT);
      await button(page, words.namings.sure).click();
      const [inquiry, ...others] = await inquiriesInto(uscc);
      expect(others).toEqual([]);
      await said(page, words.namings.inquiryNumber.replace('{{id}}', inquiry?.id ?? 'none'));
      expect(await violations()).toEqual([]);

      await page.reload();
      await ask(page, form);
      await cardOf(page, form).getByText(words.namings.deniedTag).waitFor();
      await said(page, words.namings.inquiryNumber.replace('{{id}}', inquiry?.id ?? 'none'));
      expect(await cardOf(page, form).getByRole('button').count()).toBe(0);
    }));

  it('whose face check is over checks it again, and is back on the page of the list where she was, with what she wrote', () =>
    visited.visiting(async ({ page, context }) => {
      const form = aCompanyOfToday();
      const { id } = await owner.draft(form);
      const { people } = form;
      for (let later = 0; later < 20; later++) await owner.draft(aCompanyOfToday({ people }));
      await page.goto('/not-me');
      await ask(page, form);
      await said(page, words.namings.more.replace('{{count}}', '20'));
      await button(page, words.applications.more).click();
      await start(page, form);
      await page.getByLabel(words.namings.statement).fill(STATEMENT);
      await button(page, words.namings.cancel).click();
      await start(page, form);
      const documentHash = await enquiryDigest(WHO_NAMES_ME, '2026-01-01');
      const person = AssertedPerson.parse(form.people?.p2);
      const old = await visited.system.identity.assert({ ...person, documentHash, at: Date.now() });
      await context.route(
        '**/denials',
        (route) => route.continue({ postData: { statement: STATEMENT, assertion: old } }),
        { times: 1 },
      );
      await button(page, words.namings.sure).click();
      await said(page, words.namings.over);
      expect((await owner.read(id)).state).toBe('DRAFT');
      await ask(page, form, words.namings.askAgain);
      await page.getByLabel(words.namings.statement).waitFor();
      expect(await page.getByLabel(words.namings.statement).inputValue()).toBe(STATEMENT);
      await button(page, words.namings.sure).click();
      await said(page, words.namings.stoppedEarly);
    }));

  it('is told why an application that is over cannot be denied, also where it ended meanwhile', () =>
    visited.visiting(async ({ page }) => {
      const form = aCompanyOfToday();
      const draft = await owner.draft(form);
      await page.goto('/not-me');
      await ask(page, form);
      await start(page, form);
      await owner.withdraw(draft);
      await button(page, words.namings.sure).click();
      await cardOf(page, form).getByText(words.namings.not.OVER).waitFor();
      expect(await cardOf(page, form).getByRole('button').count()).toBe(0);
    }));
});

describe('who asks who names her', { timeout: 60_000 }, () => {
  it('is told that nobody does, after a face that did not match and a lost connection', () =>
    visited.visiting(async ({ page, context, violations }) => {
      const stranger = { name: '卫知夏', document: { number: '440106199412076624' } };
      await page.goto('/not-me');
      await button(page, words.namings.ask).click();
      await showFace(page, stranger, 'fails');
      await said(page, '人脸认证未通过');
      await button(page, words.namings.askAgain).click();
      await page.locator('input[name=name]').waitFor();
      await context.route('**/v1/namings/assertion', (route) => route.abort('connectionreset'), {
        times: 1,
      });
      await showFace(page, stranger);
      await said(page, words.failure.OFFLINE);
      await button(page, words.common.retry).click();
      await said(page, words.namings.nobody);
      expect(await violations()).toEqual([]);
    }));

  it('may break the face check off, and is told to begin again in another window', () =>
    visited.visiting(async ({ page, context }) => {
      await page.goto('/not-me?error=access_denied&state=WHO_NAMES_ME');
      await said(page, words.namings.back.CANCELLED);
      await button(page, words.namings.ask).click();
      await page.locator('input[name=name]').waitFor();
      const other = await context.newPage();
      await other.goto(page.url());
      await showFace(other, aCompanyOfToday().people?.p2);
      await said(other, words.namings.back.LOST);
      await settled(other);
      expect(new URL(other.url()).search).toBe('');
    }));
});
