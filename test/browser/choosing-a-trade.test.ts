import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { anIndividualBusinessOfToday } from '#test/builders/a-form-of-today.ts';
import { anApplicant } from '#test/journeys/applicant.ts';
import { zhHans as words } from '#test/web/every-word.ts';
import { aVisitedSystem } from './a-visited-system.ts';
import { button, DESK, type Screen, said, signIn, type Visitor } from './visitor.ts';

const visited = aVisitedSystem();

const heading = (page: Page, name: string) => page.getByRole('heading', { name }).waitFor();
const goOn = (page: Page) => button(page, words.form.next).click();

/** A new form on a phone, or as the screen is. */
const applying = async (
  act: (visitor: Visitor) => Promise<void>,
  seen: Screen = {},
): Promise<void> => {
  const visitor = await visited.visitor(seen);
  await visitor.page.goto('/apply');
  await signIn(visitor.page);
  await act(visitor);
  expect(visitor.complaints().filter((it) => !it.includes('ERR_INTERNET_DISCONNECTED'))).toEqual(
    [],
  );
  await visitor.close();
};

/** A business in 南沙: an individual one, or as it is said. */
async function chooseKind(
  page: Page,
  kind = words.tradeKind.name.INDIVIDUAL_BUSINESS,
): Promise<void> {
  await page.getByLabel(kind).check();
  await page.getByLabel(words.tradeWhere.label).selectOption('440115');
  await goOn(page);
  await page.getByRole('searchbox').waitFor();
}

async function search(page: Page, what: string) {
  await page.getByRole('searchbox').fill(what);
  await page.getByText(words.tradeSell.allBundles).waitFor({ state: 'detached' });
}
const printed = (page: Page) => page.locator('.printed');
const shows = (page: Page, text: string) => printed(page).filter({ hasText: text }).waitFor();
const showsNoMore = (page: Page, text: string) =>
  printed(page).filter({ hasNotText: text }).waitFor();

describe('who wonders whether to register', { timeout: 60_000 }, () => {
  it('is answered by the law once every question is answered, and again when an answer changes', () =>
    applying(async ({ page, violations }) => {
      const { tradeDuty } = words;
      await said(page, tradeDuty.open);
      await page.getByLabel(tradeDuty.whoIs.PERSON).check();
      await page.getByLabel(tradeDuty.trade.HOME_HANDICRAFT).check();
      const asked = (question: string, answer: string) =>
        page.getByRole('group', { name: question }).getByLabel(answer, { exact: true });
      await asked(tradeDuty.online, tradeDuty.YES).check();
      await asked(tradeDuty.permit, tradeDuty.NO).check();
      await said(page, tradeDuty.open);
      await page.getByLabel(tradeDuty.yuan).fill('３00,000');
      await said(page, tradeDuty.answer.NEED_NOT);
      await said(page, '《电子商务法》第10条');
      expect(await violations()).toEqual([]);
      await page.getByLabel(tradeDuty.trade.OTHER_GOODS).check();
      await said(page, tradeDuty.answer.MUST);
      await page.getByLabel(tradeDuty.yuan).fill('60000');
      await said(page, tradeDuty.answer.MAY);
      await asked(tradeDuty.permit, tradeDuty.YES).check();
      await said(page, tradeDuty.answer.MUST);
    }));

  it('learns what each kind is for, and is offered the districts that register it', () =>
    applying(async ({ page }) => {
      await page.getByLabel(words.tradeKind.name.INDIVIDUAL_BUSINESS).check();
      await page.getByLabel(words.tradeKind.name.PERSONAL).waitFor();
      expect(await page.getByLabel(words.tradeKind.name.PERSONAL).isChecked()).toBe(true);
      const districts = page.getByLabel(words.tradeWhere.label);
      await districts.getByText('广州市越秀区市场监督管理局').waitFor({ state: 'attached' });
      expect(await districts.locator('option').count()).toBe(12);
      await districts.selectOption('440115');
      await said(page, words.tradeWhere.confirmation);
      await page.getByLabel(words.tradeKind.name.LIMITED_COMPANY).check();
      await page.getByLabel(words.tradeKind.name.PERSONAL).waitFor({ state: 'detached' });
    }));
});

describe('who chooses a trade', { timeout: 60_000 }, () => {
  it('finds a bundle by plain words, sees what it holds and opens, and takes it by one touch', () =>
    applying(async ({ page, violations }) => {
      await chooseKind(page);
      await search(page, '直播卖水果');
      const found = page.locator('.bundles > li').filter({ hasText: '农产品电商' });
      await found.locator('summary').click();
      await found.getByText('新鲜水果零售').waitFor();
      await found.getByText(words.tradeSell.noPermits).waitFor();
      await found.getByText('生鲜农产品').waitFor();
      await said(page, words.tradeSell.onlyFor.replace('{{kinds}}', words.value.LIMITED_COMPANY));
      expect(await violations()).toEqual([]);
      await found.getByRole('button').click();
      await shows(page, '一般项目：食用农产品零售；');
      expect(await page.evaluate('document.activeElement.id')).toBe('chosen');
      await heading(page, words.tradeShop.title);
      await said(page, '生鲜农产品');
      expect(await violations()).toEqual([]);
    }));

  it('leaves items out, takes them back, adds others, and chooses the main one; a reload keeps it', () =>
    applying(async ({ page }) => {
      await chooseKind(page);
      await search(page, '农产品');
      await button(page, '选用“农产品电商”').click();
      await shows(page, '食用农产品批发');
      await page.locator('summary').filter({ hasText: '经营项目 11 项' }).click();
      await page.getByRole('checkbox', { name: '食用农产品批发' }).uncheck();
      await showsNoMore(page, '食用农产品批发');
      await page.getByRole('checkbox', { name: '食用农产品批发' }).check();
      await shows(page, '一般项目：食用农产品零售；食用农产品批发');
      await page.getByLabel(words.tradeSell.main).selectOption('新鲜水果零售');
      await shows(page, '一般项目：新鲜水果零售；');
      await search(page, '摄影');
      await button(page, '添加“摄影扩印服务”').click();
      await shows(page, '摄影扩印服务');
      await button(page, '已添加“摄影扩印服务”').waitFor();
      await page.reload();
      await shows(page, '一般项目：新鲜水果零售；');
      await shows(page, '摄影扩印服务');
      await said(page, '农产品电商');
    }));

  it('is told which permits and filings follow, and files in the same form', () =>
    applying(async ({ page, violations }) => {
      await chooseKind(page);
      await search(page, '零食');
      await button(page, '选用“预包装食品电商”').click();
      await heading(page, words.tradeSell.after);
      await page.locator('summary').filter({ hasText: '仅销售预包装食品备案' }).click();
      await page.getByLabel('食品互联网销售（仅销售预包装食品）').last().check();
      await page.getByLabel(words.field.products).fill('坚果、饼干');
      await page.getByLabel(words.value.WHOLESALE).check();
      expect(await violations()).toEqual([]);
      await search(page, '饭店');
      await button(page, '添加“餐饮服务”').click();
      await shows(page, '许可项目：餐饮服务');
      await page.reload();
      expect(await page.getByLabel(words.field.products).inputValue()).toBe('坚果、饼干');
      expect(await page.getByLabel(words.value.WHOLESALE).isChecked()).toBe(true);
      await button(page, words.tradeSell.leave).click();
      await heading(page, words.tradeSell.chosen);
      await page.getByLabel(words.field.products).waitFor({ state: 'detached' });
    }));

  it('gives the approval that an item must have before registration', () =>
    applying(
      async ({ page, violations }) => {
        await chooseKind(page, words.tradeKind.name.LIMITED_COMPANY);
        await search(page, '危化品');
        await button(page, '添加“危险化学品经营”').click();
        await heading(page, words.tradeApproval.title);
        await said(page, words.tradeTag.approval);
        await page.getByLabel(words.tradeApproval.number).fill('粤穗危化经字〔2026〕1号');
        await page.getByLabel(words.tradeApproval.issued).fill('2026-11-01');
        expect(await violations()).toEqual([]);
        await page.reload();
        await page.getByLabel(words.tradeApproval.number).waitFor();
        expect(await page.getByLabel(words.tradeApproval.issued).inputValue()).toBe('2026-11-01');
      },
      { screen: DESK },
    ));

  it('is shown what is out of date in his draft, and mends each thing by one touch', async () => {
    const owner = await anApplicant(visited.system);
    const { id } = await owner.draft(
      anIndividualBusinessOfToday({
        scope: { bundle: { id: 'B09', version: '2025-01' }, items: ['卖摄影器材'] },
      }),
    );
    const { page, complaints, close } = await visited.visitor();
    await page.goto(`/apply/${id}?step=sell`);
    await signIn(page);
    await said(page, words.tradeSell.unknown.replace('{{wording}}', '卖摄影器材'));
    await page.locator('.note .additions button').first().click();
    await said(page, '摄影器材');
    await page.locator('.note .additions').waitFor({ state: 'detached' });
    await said(page, words.tradeSell.older);
    await button(page, words.tradeSell.takeNewer).click();
    await page.getByText(words.tradeSell.older).waitFor({ state: 'detached' });
    await page.locator('.trade .wrong').first().waitFor({ state: 'detached' });
    await shows(page, '服装服饰零售');
    expect(complaints()).toEqual([]);
    await close();
  });

  it('is told that nothing is found, and what no item covers', () =>
    applying(async ({ page }) => {
      await chooseKind(page);
      await search(page, '民宿');
      await said(page, words.tradeSell.notCovered.replace('{{words}}', '民宿'));
      await search(page, '〇〇');
      await said(page, words.tradeSell.notFound);
    }));

  it('searches in English as well', () =>
    applying(
      async ({ page }) => {
        await page.locator('.trade > .group input').first().check();
        await page.locator('.walk .main').click();
        await search(page, 'handmade soap');
        await said(page, '美妆个护');
        await said(page, '个人卫生用品销售');
      },
      { locale: 'en' },
    ));

  it('is told of a lost connection beside what is there, loses nothing, and goes on when it is back', () =>
    applying(async ({ page, context }) => {
      await chooseKind(page);
      await search(page, '农产品');
      await button(page, '选用“农产品电商”').click();
      await shows(page, '食用农产品批发');
      await context.setOffline(true);
      await page.getByLabel(words.tradeSell.main).selectOption('新鲜水果零售');
      await said(page, words.failure.OFFLINE);
      await shows(page, '一般项目：食用农产品零售');
      await search(page, '水果');
      await page.locator('search').getByText(words.failure.OFFLINE).waitFor();
      await context.setOffline(false);
      await page.locator('search').getByRole('button', { name: words.common.retry }).click();
      await button(page, '添加“新鲜蔬菜零售”')
        .or(button(page, '已添加“新鲜水果零售”'))
        .first()
        .waitFor();
      await page.locator('section').getByRole('button', { name: words.common.retry }).click();
      await shows(page, '一般项目：新鲜水果零售');
    }));
});
