import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseName } from '#functions/name/trade-name.ts';
import { anIndividualBusinessOfToday, aTradeName } from '#test/builders/a-form-of-today.ts';
import { type Applicant, anApplicant } from '#test/journeys/applicant.ts';
import { zhHans as words } from '#test/web/every-word.ts';
import { aVisitedSystem } from './a-visited-system.ts';
import { button, said, signIn, type Visitor } from './visitor.ts';

const visited = aVisitedSystem();
let other: Applicant;
beforeAll(async () => {
  other = await anApplicant(visited.system);
});

const { tradeName } = words;
const goOn = (page: Page) => button(page, words.form.next).click();
const own = (page: Page) => page.getByLabel(tradeName.tradeName);
const whole = (page: Page) => page.getByLabel(tradeName.whole);
const preview = (page: Page) => page.locator('.whole-name');
const shows = (page: Page, name: string) => preview(page).filter({ hasText: name }).waitFor();

/** At the name of a business that sells everyday goods in 南沙. */
const naming = async (
  act: (visitor: Visitor) => Promise<void>,
  kind = words.tradeKind.name.INDIVIDUAL_BUSINESS,
): Promise<void> => {
  const visitor = await visited.visitor();
  const { page } = visitor;
  await page.goto('/apply');
  await signIn(page);
  await page.getByLabel(kind).check();
  await page.getByLabel(words.tradeWhere.label).selectOption('440115');
  await goOn(page);
  await page.getByRole('button', { name: '直播电商·店播基础包' }).first().click();
  await page.locator('.printed').waitFor();
  await goOn(page);
  await own(page).waitFor();
  await act(visitor);
  expect(visitor.complaints().filter((it) => !it.includes('ERR_INTERNET_DISCONNECTED'))).toEqual(
    [],
  );
  await visitor.close();
};

/** Somebody is registered under this name already. */
async function registered(): Promise<{ readonly name: string; readonly word: string }> {
  const { name = '' } = anIndividualBusinessOfToday();
  const { state } = await other.oneClick(anIndividualBusinessOfToday({ name }));
  expect(state).toBe('REGISTERED');
  return { name, word: parseName(name).tradeName ?? '' };
}

describe('who gives a business its name', { timeout: 60_000 }, () => {
  it('types one word, and the rest is proposed as the law wants it; nothing is found wrong', () =>
    naming(async ({ page, violations }) => {
      const word = aTradeName();
      await own(page).pressSequentially(word);
      await shows(page, `广州市南沙区${word}百货店`);
      const checked = page.waitForResponse(
        (it) => it.url().endsWith('/pre-check') && (it.request().postData() ?? '').includes(word),
      );
      const { findings } = await (await checked).json();
      expect(findings.filter(({ pointer }: { pointer: string }) => pointer === '/name')).toEqual(
        [],
      );
      expect(await violations()).toEqual([]);
      await page.reload();
      await own(page).waitFor();
      expect(await own(page).inputValue()).toBe(word);
      await shows(page, `广州市南沙区${word}百货店`);
    }));

  it('is proposed the form of a company for a company, and changes what stands around his word', () =>
    naming(async ({ page }) => {
      const word = aTradeName();
      await own(page).fill(word);
      await shows(page, `广州市南沙区${word}百货有限公司`);
      await page.locator('summary').filter({ hasText: tradeName.around }).click();
      await page.getByLabel(tradeName.division).selectOption('广州');
      await page.getByLabel(tradeName.industry).selectOption('互联网销售');
      await page.getByLabel(tradeName.form).selectOption('有限责任公司');
      await shows(page, `广州${word}互联网销售有限责任公司`);
      await own(page).fill('');
      await own(page).fill(`${word}海`);
      await shows(page, `广州${word}海互联网销售有限责任公司`);
    }, words.tradeKind.name.LIMITED_COMPANY));

  it('is told that another has the name, why, and takes a free one by one touch', () =>
    naming(async ({ page, violations }) => {
      const { word } = await registered();
      await own(page).fill(word);
      await said(page, '同一登记机关已有字号相同、行业相同（或未标明行业）的登记名称。');
      await said(page, '请另选字号');
      await page.getByRole('heading', { name: tradeName.free }).waitFor();
      expect(await violations()).toEqual([]);
      const free = page.locator('.free-names button').first();
      const name = (await free.textContent()) ?? '';
      await free.click();
      await shows(page, name);
      expect(await page.evaluate('document.activeElement.className')).toBe('whole-name');
      expect(await own(page).inputValue()).toBe(parseName(name).tradeName);
      await page.locator('.said').waitFor({ state: 'detached' });
    }));

  it('is asked for the promise where the name is close to another’s, and only there', () =>
    naming(async ({ page, violations }) => {
      const { word } = await registered();
      const near = [...word].reverse().join('');
      expect(near).not.toBe(word);
      await own(page).fill(near);
      await page.getByRole('heading', { name: tradeName.similar }).waitFor();
      await said(page, `“${word}”`);
      const promise = page.getByLabel(words.parties.promise.give);
      await promise.check();
      await said(page, '申请人已承诺承担相应责任');
      expect(await violations()).toEqual([]);
      await own(page).fill(aTradeName());
      await promise.waitFor({ state: 'detached' });
      await own(page).fill(near);
      await promise.waitFor();
      expect(await promise.isChecked()).toBe(false);
    }));

  it('writes the whole name himself, is told what is wrong with it, and goes back to the parts', () =>
    naming(async ({ page }) => {
      const word = aTradeName();
      await own(page).fill(word);
      await button(page, tradeName.asWhole).click();
      expect(await whole(page).inputValue()).toBe(`广州市南沙区${word}百货店`);
      await whole(page).fill(`广州市越秀区${word}百货有限公司`);
      await said(page, '名称中的行政区划“广州市越秀区”不是本登记机关所在地');
      await said(page, '个体工商户的名称不能以“有限公司”作为组织形式。');
      await button(page, tradeName.byParts).click();
      await page.getByLabel(tradeName.division).selectOption('广州市南沙区');
      await page.getByLabel(tradeName.form).selectOption('店');
      await shows(page, `广州市南沙区${word}百货店`);
      await page.locator('.said').waitFor({ state: 'detached' });
      await button(page, tradeName.asWhole).click();
      await whole(page).fill(`${word}百货（广州）店`);
      await button(page, tradeName.byParts).click();
      expect(await whole(page).inputValue()).toBe(`${word}百货（广州）店`);
    }));

  it('may leave an individual business without a name', () =>
    naming(async ({ page }) => {
      await said(page, tradeName.without);
      const word = aTradeName();
      await own(page).fill(word);
      await own(page).fill('');
      await preview(page).filter({ hasNotText: word }).waitFor();
      await goOn(page);
      await page.locator('.step-list button').click();
      const step = page.getByRole('link', { name: words.form.step.name });
      await step.filter({ hasText: words.form.stands.inOrder }).waitFor();
    }));

  it('types on through a lost connection, and what was typed is checked when it is back', () =>
    naming(async ({ page, context }) => {
      const { word } = await registered();
      await context.setOffline(true);
      await own(page).fill(word);
      await shows(page, `广州市南沙区${word}百货店`);
      await said(page, words.form.check.offline);
      expect(await own(page).inputValue()).toBe(word);
      await context.setOffline(false);
      await said(page, '同一登记机关已有字号相同、行业相同（或未标明行业）的登记名称。');
    }));
});
