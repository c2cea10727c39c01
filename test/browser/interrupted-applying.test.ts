import type { BrowserContext, Page, Route } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { ifMatch } from '#test/journeys/api.ts';
import { type Applicant, anApplicant } from '#test/journeys/applicant.ts';
import { zhHans as words } from '#test/web/every-word.ts';
import { aVisitedSystem } from './a-visited-system.ts';
import { aShopOfOnesOwn, comeToForm, goToStep, heading, keptOn, withDraft } from './form-hand.ts';
import { button, said, signInAgain } from './visitor.ts';

const visited = aVisitedSystem();
const { visiting } = visited;
let owner: Applicant;
beforeAll(async () => {
  owner = await anApplicant(visited.system);
});

const { contact } = words.parties;
const phone = (page: Page) => page.getByLabel(contact.phone, { exact: true });

/** The page says, beside the draft, that the server has it. */
const savedAtServer = (page: Page) => said(page, '已存在服务器');

/** Calls of the page that change something, by method and path. */
function changes(context: BrowserContext): readonly string[] {
  const seen: string[] = [];
  context.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    if (request.method() !== 'GET' && path.startsWith('/v1/') && !path.endsWith('/pre-check'))
      seen.push(`${request.method()} ${path.replace(/ap_\w+/, ':id')}`);
  });
  return seen;
}

/** What was asked is done, and the answer of it lost. */
const loseAnswer = async (route: Route): Promise<void> => {
  await route.fetch();
  await route.abort('connectionreset');
};

const named = async (name: string | undefined) => {
  const { body } = await owner.api.get('/v1/applications?limit=50');
  const { applications } = body as { applications: { id: string }[] };
  const all = await Promise.all(
    applications.map(({ id }) => owner.api.get(`/v1/applications/${id}`)),
  );
  return all.filter(({ body: it }) => (it as { form: { name?: string } }).form.name === name);
};

describe('what is typed into the form', { timeout: 90_000 }, () => {
  it('is there after a reload, and without a connection', () =>
    visiting(async ({ page, context }) => {
      await comeToForm(page);
      await withDraft(page, aShopOfOnesOwn());
      await goToStep(page, 'people');
      await context.setOffline(true);
      await phone(page).fill('13900000001');
      await said(page, words.form.check.offline);
      await goToStep(page, 'address');
      await page.goBack();
      await heading(page, words.form.ask.people);
      expect(await phone(page).inputValue()).toBe('13900000001');
      await page.goForward();
      await heading(page, words.form.ask.address);
      await page.goBack();
      await context.setOffline(false);
      await said(page, words.form.check.done);
      await page.reload();
      await heading(page, words.form.ask.people);
      expect(await phone(page).inputValue()).toBe('13900000001');
    }));

  it('is there when the session has ended in the middle', () =>
    visiting(async ({ page }) => {
      await page.clock.install();
      await comeToForm(page);
      await withDraft(page, aShopOfOnesOwn());
      await goToStep(page, 'people');
      await page.clock.fastForward('02:00:00');
      await phone(page).fill('13900000002');
      await button(page, words.form.bar.save).click();
      await said(page, words.failure.SIGNED_OUT);
      await signInAgain(page);
      await heading(page, words.form.ask.people);
      expect(await phone(page).inputValue()).toBe('13900000002');
      await button(page, words.form.bar.save).click();
      await savedAtServer(page);
      expect(await keptOn(page)).toBe('{}');
    }));

  it('is told to another window, which may take it over', () =>
    visiting(async ({ page, context, violations }) => {
      await comeToForm(page);
      await withDraft(page, aShopOfOnesOwn());
      await goToStep(page, 'people');
      const other = await context.newPage();
      await comeToForm(other, '/apply?step=people');
      await phone(other).fill('13900000003');
      await said(page, words.form.elsewhere.wrote);
      expect(await violations()).toEqual([]);
      await button(page, words.form.elsewhere.take).click();
      await page.getByText(words.form.elsewhere.wrote).waitFor({ state: 'detached' });
      expect(await phone(page).inputValue()).toBe('13900000003');

      await button(other, words.form.bar.save).click();
      await savedAtServer(other);
      await said(page, words.form.elsewhere.gone);
      expect(await phone(page).inputValue()).toBe('13900000003');
    }));

  it('stays when the server has a newer version, and one chooses which counts', () =>
    visiting(async ({ page }) => {
      const form = aShopOfOnesOwn();
      const { id, version } = await owner.draft(form);
      const edit = (email: string, at: number) =>
        owner.api.call(
          'PUT',
          `/v1/applications/${id}/form`,
          { form: { ...form, people: { p1: { ...form.people.p1, email } } } },
          ifMatch(at),
        );
      await comeToForm(page, `/apply/${id}`);
      await goToStep(page, 'people');
      await phone(page).fill('13900000004');
      expect((await edit('newer@example.com', version)).status).toBe(200);
      await button(page, words.form.bar.save).click();
      await said(page, words.form.overtaken.title);
      expect(await phone(page).inputValue()).toBe('13900000004');
      await button(page, words.form.overtaken.ours).click();
      await savedAtServer(page);
      const { body } = await owner.api.get(`/v1/applications/${id}`);
      expect(body).toMatchObject({ form: { people: { p1: { phone: '13900000004' } } } });

      await phone(page).fill('13900000005');
      await edit('newest@example.com', (await owner.read(id)).version);
      await page.reload();
      await said(page, words.form.overtaken.title);
      expect(await phone(page).inputValue()).toBe('13900000005');
      await button(page, words.form.overtaken.theirs).click();
      await savedAtServer(page);
      expect(await phone(page).inputValue()).toBe(form.people.p1.phone);
      expect(await page.getByLabel(words.field.email).inputValue()).toBe('newest@example.com');
    }));

  it('goes with the draft, also at the server, and when one signs out', () =>
    visiting(async ({ page, violations }) => {
      const { id } = await owner.draft(aShopOfOnesOwn());
      await comeToForm(page, `/apply/${id}?step=people`);
      await phone(page).fill('13900000006');
      await button(page, words.form.bar.delete).click();
      expect(await violations()).toEqual([]);
      await page.getByRole('dialog').getByRole('button', { name: words.form.bar.delete }).click();
      await heading(page, words.applications.title);
      expect((await owner.read(id)).state).toBe('WITHDRAWN');
      expect(await keptOn(page)).toBe('{}');

      await page.goto('/apply');
      await page.getByLabel(words.tradeKind.name.INDIVIDUAL_BUSINESS).check();
      expect(await keptOn(page)).toContain('draft:lin-qinghe');
      await page.getByRole('link', { name: words.frame.applications }).click();
      await button(page, words.frame.signOut).click();
      await heading(page, words.landing.title);
      expect(await keptOn(page)).toBe('{}');
    }));
});

describe('sending', { timeout: 90_000 }, () => {
  const ready = async (page: Page) => {
    const form = aShopOfOnesOwn();
    await comeToForm(page);
    await withDraft(page, form);
    await said(page, words.form.course.MACHINE);
    return form;
  };

  it('is done once by a double click', () =>
    visiting(async ({ page, context }) => {
      const { name } = await ready(page);
      const seen = changes(context);
      await button(page, words.form.send.toOne).dblclick();
      await heading(page, words.signing.title);
      expect(seen.filter((it) => !it.includes('/signings/'))).toEqual([
        'POST /v1/applications',
        'POST /v1/applications/:id/submission',
        'POST /v1/applications/:id/signings',
      ]);
      expect(await named(name)).toHaveLength(1);
      await page.goBack();
      await said(page, '还有 1 方没有签署');
      await button(page, words.form.signing.links).click();
      await page.locator('.qr').waitFor();
    }));

  it.each([
    ['the application is made', '**/v1/applications'],
    ['it is submitted', '**/submission'],
    ['the links are made', '**/v1/applications/*/signings'],
  ])('goes on, and makes nothing twice, where the answer was lost when %s', (_, path) =>
    visiting(async ({ page, context }) => {
      const { name } = await ready(page);
      await context.route(path, loseAnswer, { times: 1 });
      await button(page, words.form.send.toOne).click();
      await said(page, words.failure.OFFLINE);
      await button(page, words.common.retry).click();
      await heading(page, words.signing.title);
      expect(await named(name)).toMatchObject([{ body: { state: 'SIGNING' } }]);
    }),
  );

  it('tells a fault of the server, keeps everything, also through a reload, and goes on', () =>
    visiting(async ({ page, context }) => {
      const { name, people } = await ready(page);
      const fault = {
        type: 'https://api.example/problems/internal',
        title: '系统内部错误',
        detail: '请稍后重试。',
        instance: 'in-1',
      };
      await context.route(
        '**/submission',
        (route) =>
          route.fulfill({
            status: 500,
            contentType: 'application/problem+json',
            body: JSON.stringify(fault),
          }),
        { times: 1 },
      );
      await button(page, words.form.send.toOne).click();
      await said(page, fault.title);
      await said(page, 'in-1');
      await page.reload();
      await goToStep(page, 'people');
      expect(await phone(page).inputValue()).toBe(people.p1.phone);
      await goToStep(page, 'send');
      await button(page, words.form.send.toOne).click();
      await heading(page, words.signing.title);
      expect(await named(name)).toHaveLength(1);
    }));

  it('goes on with what one has changed after the answer was lost', () =>
    visiting(async ({ page, context }) => {
      const { name } = await ready(page);
      await context.route('**/v1/applications', loseAnswer, { times: 1 });
      await button(page, words.form.send.toOne).click();
      await said(page, words.failure.OFFLINE);
      await goToStep(page, 'people');
      await phone(page).fill('13900000007');
      await goToStep(page, 'send');
      await said(page, words.form.course.MACHINE);
      await button(page, words.form.send.toOne).click();
      await heading(page, words.signing.title);
      expect(await named(name)).toMatchObject([
        { body: { state: 'SIGNING', form: { people: { p1: { phone: '13900000007' } } } } },
      ]);
    }));
});
