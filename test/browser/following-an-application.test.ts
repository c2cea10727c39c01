import { beforeAll, describe, expect, it } from 'vitest';
import { legalDateOf } from '#functions/shared/days.ts';
import { anIndividualBusinessOfToday } from '#test/builders/a-form-of-today.ts';
import { type Applicant, anApplicant } from '#test/journeys/applicant.ts';
import { zhHans as words } from '#test/web/every-word.ts';
import { dayInWords } from '#web/parts/moment.ts';
import { aVisitedSystem } from './a-visited-system.ts';
import { readQr } from './read-qr.ts';
import { button, said, signIn, signInAgain } from './visitor.ts';

const visited = aVisitedSystem();
const { visiting } = visited;
let owner: Applicant;
beforeAll(async () => {
  owner = await anApplicant(visited.system);
});

describe('who follows an application', { timeout: 60_000 }, () => {
  it('signs in, finds the licence, and anybody verifies it by its code and by its file', () =>
    visiting(async (visitor) => {
      const { page, context } = visitor;
      const form = anIndividualBusinessOfToday();
      const { licence } = await owner.oneClick(form);
      await page.goto('/applications');
      await signIn(page);
      await page.getByRole('link', { name: form.name ?? '' }).click();
      await said(page, words.turn.REGISTERED);
      await page.locator('.qr').waitFor();
      await said(page, words.application.duty.YEARLY_OF_INDIVIDUAL);
      const monthAhead = dayInWords(legalDateOf(Date.now() + 30 * 86_400_000), 'zh-Hans');
      await said(page, words.application.dutyUntil.replace('{{day}}', monthAhead));
      expect(await page.getByText(words.application.duty.OWNERS).count()).toBe(0);
      const link = await readQr(visitor);
      expect(link).toBe(`${visited.system.baseUrl}/register/${licence?.uscc}`);

      const downloading = page.waitForEvent('download');
      await button(page, words.application.download).click();
      const file = await (await downloading).path();

      const anybody = await visited.visitor();
      await anybody.page.goto(link ?? '');
      await said(anybody.page, words.business.REGISTERED);
      await said(anybody.page, form.name ?? '');
      await anybody.page.goto('/verify');
      await anybody.page.getByLabel(words.verify.fileLabel).setInputFiles(file);
      await button(anybody.page, words.verify.fileSubmit).click();
      await said(anybody.page, words.verify.valid);
      await anybody.page.getByLabel(words.verify.textLabel).fill(`x${licence?.licence}`);
      await button(anybody.page, words.verify.fileSubmit).click();
      await said(anybody.page, words.verify.invalid);
      await anybody.page
        .getByLabel(words.verify.numberLabel)
        .fill(`${licence?.uscc.slice(0, 17)}I`);
      await button(anybody.page, words.verify.numberSubmit).click();
      await said(anybody.page, words.verify.numberWrong);
      await anybody.close();
      expect(await context.storageState()).toMatchObject({ origins: [] });
    }));

  it('is told every fault at its field with the rule, and opens the notice of it', () =>
    visiting(async ({ page }) => {
      const form = anIndividualBusinessOfToday({ roles: { operator: 'p1' } });
      const { id, findings } = await owner.oneClick(form);
      await page.goto(`/applications/${id}`);
      await signIn(page);
      await said(page, words.turn.RETURNED);
      for (const { fault } of findings) await said(page, fault);
      await said(page, `${words.field.roles} › ${words.field.liaison}`);
      await said(page, words.application.noticeNew);
      const downloading = page.waitForEvent('download');
      await button(page, words.application.noticeOpen).first().click();
      expect((await downloading).suggestedFilename()).toMatch(/\.html$/);
      await page.getByText('送达').nth(1).waitFor();
    }));

  it('finds businesses by their name alone, by keyboard', () =>
    visiting(async ({ page }) => {
      const form = anIndividualBusinessOfToday();
      const { licence } = await owner.oneClick(form);
      await page.goto('/register');
      await page.getByLabel(words.search.label).focus();
      await page.keyboard.type(form.name ?? '');
      await page.keyboard.press('Enter');
      await said(page, licence?.uscc ?? 'none');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await said(page, words.business.REGISTERED);
      await page.goto('/register');
      await page.getByLabel(words.search.label).fill('无此字号');
      await page.keyboard.press('Enter');
      await said(page, '没有找到“无此字号”');
    }));

  it('is told that the session is over, signs in again, and is back where he was', () =>
    visiting(async ({ page }) => {
      const { id } = await owner.oneClick(anIndividualBusinessOfToday());
      await page.clock.install();
      await page.goto(`/applications/${id}`);
      await signIn(page);
      await said(page, words.application.noticeNew);
      await page.clock.fastForward('02:00:00');
      await button(page, words.application.noticeOpen).first().click();
      await said(page, words.failure.SIGNED_OUT);
      await said(page, words.turn.REGISTERED);
      await signInAgain(page);
      const downloading = page.waitForEvent('download');
      await button(page, words.application.noticeOpen).first().click();
      await downloading;
    }));

  it('is told of a lost connection, keeps what is shown, and goes on when it is back', () =>
    visiting(async ({ page, context }) => {
      const form = anIndividualBusinessOfToday();
      const { id } = await owner.draft(form);
      await page.goto('/applications');
      await signIn(page);
      await said(page, form.name ?? '');
      await context.setOffline(true);
      await page.getByRole('link', { name: words.frame.register }).click();
      await page.getByLabel(words.search.label).fill('晴');
      await page.keyboard.press('Enter');
      await said(page, words.failure.OFFLINE);
      expect(await page.getByLabel(words.search.label).inputValue()).toBe('晴');
      await context.setOffline(false);
      await button(page, words.common.retry).click();
      await said(page, '没有找到“晴”');
      await page.getByRole('link', { name: words.frame.applications }).click();
      await page.locator(`a[href="/applications/${id}"]`).waitFor();
    }));

  it('sees nothing of another’s, and leaves nothing behind when he signs out', () =>
    visiting(async ({ page }) => {
      const { id } = await owner.draft(anIndividualBusinessOfToday());
      await page.goto(`/applications/${id}`);
      await signIn(page, 'zhou-mubai');
      await said(page, '没有找到');
      await page.getByRole('link', { name: words.applications.title }).last().click();
      await button(page, words.frame.signOut).click();
      await page.getByRole('heading', { level: 1, name: words.landing.title }).waitFor();
      expect(await page.evaluate('JSON.stringify([{...sessionStorage}, {...localStorage}])')).toBe(
        '[{},{}]',
      );
      await page.goto(`/applications/${id}`);
      await signIn(page, 'lin-qinghe');
      await said(page, words.turn.DRAFT);
    }));
});
