import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { anIndividualBusinessOfToday } from '#test/builders/a-form-of-today.ts';
import { zhHans as words } from '#test/web/every-word.ts';
import { inWords } from '#web/parts/moment.ts';
import { aVisitedSystem } from './a-visited-system.ts';
import { anOfficialsDesk } from './an-officials-desk.ts';
import { button, DESK, PHONE, said, settled, signIn, type Visitor } from './visitor.ts';

const visited = aVisitedSystem();
let desk: Awaited<ReturnType<typeof anOfficialsDesk>>;
beforeAll(async () => {
  desk = await anOfficialsDesk(visited.system, visited.browser);
});

const { disclosures } = words;
const NANSHA = '广州市南沙区市场监督管理局';
const open = (page: Page) => page.getByText(disclosures.open).click();
const rows = (page: Page) => page.locator('.stacked tbody tr');
const readings = (page: Page) => rows(page).filter({ hasText: disclosures.to.OFFICIAL });

/** On the page of an application, signed in. */
const following = (id: string, act: (visitor: Visitor) => Promise<void>, account?: string) =>
  visited.visiting(async (visitor) => {
    await visitor.page.goto(`/applications/${id}`);
    await signIn(visitor.page, account);
    await act(visitor);
  });

describe('who follows an application', { timeout: 60_000 }, () => {
  it('sees which registrar read it, when and why, not that he reads it himself, and nobody’s account', async () => {
    const { id, caseId } = await desk.referred();
    await (await desk.program('official-nansha')).read(caseId);
    await following(id, async ({ page, complaints, violations }) => {
      await open(page);
      await readings(page).first().waitFor();
      expect(await readings(page).count()).toBe(1);
      const row = await readings(page).first().innerText();
      expect(row).toContain(NANSHA);
      expect(row).toContain('《市场主体登记管理条例》第19条');
      const at = await readings(page).locator('time').getAttribute('datetime');
      expect(Math.abs(Date.now() - Date.parse(at ?? ''))).toBeLessThan(60_000);
      expect(row).toContain(inWords(at ?? '', 'zh-Hans'));
      await said(page, disclosures.rights);
      expect(await page.locator('main').innerText()).not.toContain('official-nansha');

      await page.reload();
      await page.getByText(disclosures.open).waitFor();
      await open(page);
      await readings(page).first().waitFor();
      expect(await readings(page).count()).toBe(1);
      await settled(page);
      for (const screen of [PHONE, DESK]) {
        await page.setViewportSize(screen);
        expect(await violations()).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
      }
      expect(complaints()).toEqual([]);
    });
  });

  it('turns to older ones, each once, and opens it by keyboard', async () => {
    const { id, caseId } = await desk.referred();
    const official = await desk.program('official-nansha');
    for (let reading = 0; reading < 21; reading++) await official.read(caseId);
    await following(id, async ({ page }) => {
      await page.getByText(disclosures.open).focus();
      await page.keyboard.press('Enter');
      await button(page, words.applications.more).waitFor();
      expect(await rows(page).count()).toBe(20);
      await button(page, words.applications.more).click();
      await readings(page).nth(20).waitFor();
      expect(await readings(page).count()).toBe(21);
      await button(page, words.applications.more).waitFor({ state: 'detached' });
      const all = await page
        .locator('.stacked time')
        .evaluateAll((its) => its.map((it) => it.getAttribute('datetime') ?? ''));
      expect(all).toEqual(all.toSorted().toReversed());
    });
  });

  it('is told that nobody has received a draft, and of a lost connection, after which it goes on', async () => {
    const { id } = await desk.applicant.draft(anIndividualBusinessOfToday());
    await following(id, async ({ page, context }) => {
      await page.getByText(words.application.noticesHint).waitFor();
      await settled(page);
      await context.setOffline(true);
      await open(page);
      await said(page, words.failure.OFFLINE);
      await context.setOffline(false);
      await button(page, words.common.retry).click();
      await said(page, disclosures.empty);
    });
  });

  it('sees nothing of another’s', async () => {
    const { id } = await desk.referred();
    await following(
      id,
      async ({ page }) => {
        await said(page, '没有找到');
        expect(await page.getByText(disclosures.title).count()).toBe(0);
      },
      'zhou-mubai',
    );
  });
});
