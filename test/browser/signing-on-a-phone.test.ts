import { beforeAll, describe, expect, it } from 'vitest';
import { anIndividualBusinessOfToday } from '#test/builders/a-form-of-today.ts';
import { type Applicant, anApplicant } from '#test/journeys/applicant.ts';
import { linksIn } from '#test/journeys/signing.ts';
import { zhHans as words } from '#test/web/every-word.ts';
import { aVisitedSystem } from './a-visited-system.ts';
import { showFace } from './show-face.ts';
import { button, said, settled } from './visitor.ts';

const visited = aVisitedSystem();
const { visiting } = visited;
let owner: Applicant;
beforeAll(async () => {
  owner = await anApplicant(visited.system);
});

/** A business that waits for its one signer, and the link that he was sent. */
async function waiting() {
  const form = anIndividualBusinessOfToday();
  const { id } = await owner.submit(await owner.draft(form), []);
  const asked = async () =>
    linksIn(await owner.api.post(`/v1/applications/${id}/signings`))[0]?.link ?? '';
  return { id, form, asked, link: await asked() };
}

describe('who signs by a link on a phone', { timeout: 60_000 }, () => {
  it('reads in plain words what it is, then every paper, shows a face, and the business is registered', () =>
    visiting(async ({ page, violations, complaints }) => {
      const { link, form, id } = await waiting();
      await page.goto(link);
      await said(page, `为设立个体工商户“${form.name}”签署`);
      for (const paper of await page.locator('.paper summary').all()) await paper.click();
      await said(page, form.people?.p1?.document?.number ?? 'none');
      expect(await violations()).toEqual([]);
      await button(page, words.signing.sign).click();
      await showFace(page, form.people?.p1);
      await said(page, words.signing.registered);
      expect(await violations()).toEqual([]);
      expect(new URL(page.url()).searchParams.has('code')).toBe(false);
      const { licence } = await owner.read(id);
      await page.getByRole('link', { name: words.signing.seeBusiness }).click();
      await said(page, words.business.REGISTERED);
      await said(page, licence?.uscc ?? 'none');
      await page.goto(link);
      await said(page, words.signing.signedTitle);
      expect(complaints()).toEqual([]);
    }));

  it('tries again after a face that does not match', () =>
    visiting(async ({ page }) => {
      const { link, form } = await waiting();
      await page.goto(link);
      await button(page, words.signing.sign).click();
      await showFace(page, form.people?.p1, 'fails');
      await said(page, '人脸认证未通过');
      await button(page, words.signing.reopen).click();
      await button(page, words.signing.sign).click();
      await showFace(page, form.people?.p1);
      await said(page, words.signing.registered);
    }));

  it('refuses with a reason, which the connection may not lose', () =>
    visiting(async ({ page, context, violations }) => {
      const { link, id } = await waiting();
      await page.goto(link);
      await button(page, words.signing.refuse).click();
      await button(page, words.signing.refuseSubmit).click();
      await said(page, words.signing.choose);
      await page.getByLabel(words.signing.reason.NOT_ME).check();
      await page.getByLabel(words.signing.words).fill('我没有开店。');
      expect(await violations()).toEqual([]);
      await context.setOffline(true);
      await button(page, words.signing.refuseSubmit).click();
      await said(page, words.failure.OFFLINE);
      expect(await page.getByLabel(words.signing.words).inputValue()).toBe('我没有开店。');
      expect((await owner.read(id)).state).toBe('SIGNING');
      await context.setOffline(false);
      await button(page, words.signing.refuseSubmit).click();
      await said(page, words.signing.refusedTitle);
      const { body } = await owner.api.get(`/v1/applications/${id}`);
      expect(body).toMatchObject({ refused: [{ code: 'NOT_ME', text: '我没有开店。' }] });
    }));

  it('signs though the connection was lost on the way back, and only once', () =>
    visiting(async ({ page, context }) => {
      const { link, form, id } = await waiting();
      await page.goto(link);
      await context.route('**/signature', (route) => route.abort('connectionreset'), { times: 1 });
      await button(page, words.signing.sign).click();
      await showFace(page, form.people?.p1);
      await said(page, words.failure.OFFLINE);
      await button(page, words.common.retry).click();
      await said(page, words.signing.registered);
      expect((await owner.read(id)).state).toBe('REGISTERED');
    }));

  it('is told when the answer of what was signed was lost, as if it had come', () =>
    visiting(async ({ page, context }) => {
      const { link, form } = await waiting();
      await page.goto(link);
      const loseAnswer = async (route: Parameters<Parameters<typeof context.route>[1]>[0]) => {
        await route.fetch();
        await route.abort('connectionreset');
      };
      await context.route('**/signature', loseAnswer, { times: 1 });
      await button(page, words.signing.sign).click();
      await showFace(page, form.people?.p1);
      await said(page, words.failure.OFFLINE);
      await button(page, words.common.retry).click();
      await said(page, words.signing.signedTitle);
    }));

  it('is told of a link that another has replaced, and of one that is not whole', () =>
    visiting(async ({ page }) => {
      const { link, asked } = await waiting();
      await asked();
      await page.goto(link);
      await said(page, words.signing.gone);
      await page.goto('/');
      await page.goto(link.split('#')[0] ?? '');
      await said(page, words.signing.broken);
    }));

  it('is told to open the link again where the provider leads to another window', () =>
    visiting(async ({ page, context }) => {
      const { link, form } = await waiting();
      await page.goto(link);
      await settled(page);
      await button(page, words.signing.sign).click();
      await page.locator('input[name=name]').waitFor();
      const other = await context.newPage();
      await other.goto(page.url());
      await showFace(other, form.people?.p1);
      await said(other, words.signing.lost);
    }));
});
