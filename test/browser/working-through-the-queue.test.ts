import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { aTradeName } from '#test/builders/a-form-of-today.ts';
import { caseOf, type Official } from '#test/journeys/official.ts';
import { eventually } from '#test/journeys/running-system.ts';
import { zhHans as words } from '#test/web/every-word.ts';
import { aVisitedSystem } from './a-visited-system.ts';
import { anOfficialsDesk, doubtful, reasonField } from './an-officials-desk.ts';
import { button, PHONE, said, type Visitor } from './visitor.ts';

const visited = aVisitedSystem();
let desk: Awaited<ReturnType<typeof anOfficialsDesk>>;
let official: Official;
beforeAll(async () => {
  desk = await anOfficialsDesk(visited.system, visited.browser);
  official = await desk.program('official-nansha');
});

const working = async (act: (visitor: Visitor) => Promise<void>, account?: string) => {
  const visitor = await desk.at('/desk', account);
  await act(visitor);
  await visitor.close();
};

/** The row's link to a case. */
const opens = (page: Page, caseId: string) => page.locator(`a.opens[href="/desk/cases/${caseId}"]`);

/** Of 天河, whose queue holds nothing else. */
const doubtfulInTianhe = () =>
  doubtful({
    registrar: '440106',
    name: `广州市天河区${aTradeName()}中国百货有限公司`,
    premises: { kind: 'OWN', address: '广州市天河区听涛路9号201房', proof: 'LEASE' },
  });

/** The link that has the focus leads here. */
const focused =
  'document.activeElement?.getAttribute("href") ?? document.activeElement?.textContent';

describe('an official at the queue', { timeout: 90_000 }, () => {
  it('reviews a case by keyboard alone, from the queue to the next one', async () => {
    const { id, caseId, form, findings } = await desk.referred(doubtfulInTianhe());
    await working(async ({ page, violations }) => {
      const press = (key: string) => page.keyboard.press(key);
      await opens(page, caseId).waitFor();
      await press('Shift+?');
      const dialog = page.getByRole('dialog', { name: words.deskKeys.title });
      await dialog.waitFor();
      for (const does of Object.values(words.deskKeys.does)) await said(page, does);
      expect(await violations()).toEqual([]);
      await press('n');
      await press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      expect(page.url()).toBe(`${visited.system.baseUrl}/desk`);

      await press('j');
      expect(await page.evaluate(focused)).toBe(`/desk/cases/${caseId}`);
      await press('Enter');
      await page.getByRole('heading', { level: 1, name: form.name ?? '' }).waitFor();
      await said(page, findings[0]?.fault ?? 'none');
      await press('c');
      await reasonField(page).waitFor();
      await press('Control+a');
      expect(
        await button(page, words.application.outcome.REGISTER).getAttribute('aria-pressed'),
      ).toBe('false');
      await press('a');
      await press('Escape');
      await press('r');
      expect(
        await button(page, words.application.outcome.RETURN).getAttribute('aria-pressed'),
      ).toBe('true');
      await page.keyboard.type('a can run? 请更改名称。');
      expect(await reasonField(page).inputValue()).toBe('a can run? 请更改名称。');
      await press('Escape');
      await press('c');
      await page.getByRole('timer').waitFor();
      await press('n');
      await said(page, words.desk.nothingFree);
      const { decision } = await desk.becomes(id, 'RETURNED');
      expect(decision).toMatchObject({ outcome: 'RETURN', reason: 'a can run? 请更改名称。' });

      const { caseId: next, form: another } = await desk.referred(doubtfulInTianhe());
      // the queue is an index, which may be a moment behind
      await eventually(
        async () => {
          await press('n');
          await button(page, words.desk.next).and(page.locator(':enabled')).waitFor();
          return page.url();
        },
        (url) => url.endsWith(next),
      );
      await page.getByRole('heading', { level: 1, name: another.name ?? '' }).waitFor();
      await reasonField(page).waitFor();
      expect(await reasonField(page).inputValue()).toBe('');
    }, 'official-tianhe');
  });

  it('switches single keys off, and they stay off', () =>
    working(async ({ page }) => {
      await button(page, words.deskKeys.title).click();
      await page.getByLabel(words.deskKeys.on).uncheck();
      await page.keyboard.press('Escape');
      await page.reload();
      await button(page, words.deskKeys.title).waitFor();
      await page.keyboard.press('?');
      expect(await page.getByRole('dialog').count()).toBe(0);
      await button(page, words.deskKeys.title).click();
      await page.getByLabel(words.deskKeys.on).check();
      await button(page, words.deskKeys.close).click();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    }));

  it('decides several cases with the identical finding at once, each with its own record', async () => {
    const cases = [await desk.referred(), await desk.referred(), await desk.referred()];
    const [first, second, changed] = cases;
    if (!first || !second || !changed) throw new RangeError('three cases are three');
    const supervisor = await desk.program('supervisor-nansha');
    await working(async ({ page, violations }) => {
      for (const { caseId } of cases)
        await page.getByLabel(words.desk.choose.replace('{{id}}', caseId)).check();
      await said(page, '已选 3 件，审核意见同为 NM-07');
      await supervisor.hold(changed.caseId);
      await button(page, words.desk.togetherOpen).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(words.deskCase.reason, { exact: true }).fill('请更改名称。');
      expect(await violations()).toEqual([]);
      await button(page, '一并决定 3 件').click();
      await said(page, words.desk.togetherDone);
      const came = (id: string) => dialog.getByRole('listitem').filter({ hasText: id }).innerText();
      for (const { caseId } of [first, second])
        expect(await came(caseId)).toContain(words.desk.togetherCame.DECIDED);
      expect(await came(changed.caseId)).toContain(words.desk.togetherCame['version-stale']);
      expect(await violations()).toEqual([]);
      await button(page, words.deskKeys.close).click();
      await opens(page, first.caseId).waitFor({ state: 'detached' });
    });
    for (const { id } of [first, second])
      expect((await desk.becomes(id, 'RETURNED')).decision?.reason).toBe('请更改名称。');
    expect(caseOf(await official.read(changed.caseId))).toMatchObject({
      state: 'OPEN',
      holder: 'supervisor-nansha',
    });
  });

  it('sees how much there is, finds a case by its name, and what he holds himself', async () => {
    const { caseId, form } = await desk.referred();
    await official.hold(caseId);
    await working(async ({ page, violations }) => {
      const count = async (name: string) =>
        Number(await page.locator('.counts div', { hasText: name }).locator('dd').innerText());
      await eventually(
        () => count(words.desk.count.mine),
        (it) => it >= 1,
      );
      await page.getByLabel(words.desk.searchLabel).fill(form.name ?? '');
      await page.keyboard.press('Enter');
      await said(page, '找到 1 件');
      await page
        .getByRole('region', { name: '找到 1 件' })
        .getByText(caseId, { exact: true })
        .waitFor();
      expect(page.url()).not.toContain('%');
      await button(page, words.desk.closeFound).click();
      await button(page, words.desk.mine).click();
      await opens(page, caseId).waitFor();
      await said(page, words.desk.goOn);
      await page.setViewportSize(PHONE);
      expect(await violations()).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
      await page.getByLabel(words.desk.searchLabel).fill('无此案件');
      await button(page, words.desk.search).click();
      await said(page, '找到 0 件');
    });
  });

  it('works for one registrar after the other, where he has several', async () => {
    const { caseId } = await desk.referred();
    await working(async ({ page }) => {
      await opens(page, caseId).waitFor();
      await page.getByLabel(words.desk.registrar).selectOption('440106');
      await opens(page, caseId).waitFor({ state: 'detached' });
      await page.reload();
      await page.getByLabel(words.desk.registrar).waitFor();
      expect(await page.getByLabel(words.desk.registrar).inputValue()).toBe('440106');
      await page.getByRole('link', { name: words.desk.supervision }).waitFor();
      const named = page.locator('.registrar option', { hasText: /天河[区區]/ });
      expect(await named.innerText()).toBe('广州市天河区市场监督管理局');
      await button(page, '繁體').click();
      await page.locator('.registrar option', { hasText: '廣州市天河區市場監督管理局' }).waitFor({
        state: 'attached',
      });
    }, 'supervisor');
  });

  it('is told of a lost connection, and goes on when it is back', () =>
    working(async ({ page, context }) => {
      await page.locator('.counts').waitFor();
      await context.setOffline(true);
      await page.keyboard.press('n');
      await said(page, words.failure.OFFLINE);
      await desk.referred();
      await context.setOffline(false);
      await button(page, words.common.retry).first().click();
      await reasonField(page).waitFor();
      expect(page.url()).toContain('/desk/cases/ca_');
    }));
});
