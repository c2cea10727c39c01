import type { Page } from 'playwright-core';
import type { ApplicationForm } from '#functions/application/form.ts';
import { PERSONS } from '#local/accounts.ts';
import { anIndividualBusinessOfToday } from '#test/builders/a-form-of-today.ts';
import { zhHans as words } from '#test/web/every-word.ts';
import { button, signIn } from './visitor.ts';

/** A hand at the online form. */
export const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

/** Comes to the form, and signs in. */
export async function comeToForm(page: Page, path = '/apply', account = 'lin-qinghe') {
  await page.goto(path);
  await page.getByRole('heading', { level: 1, name: words.signIn.title }).waitFor();
  await signIn(page, account);
  await page.locator('.step-list').waitFor();
}

type StepName = keyof typeof words.form.ask;

/** To a step by the list of steps. */
export async function goToStep(page: Page, step: StepName): Promise<void> {
  const list = page.getByRole('navigation', { name: words.form.steps });
  const link = list.getByRole('link', { name: words.form.step[step] });
  if (!(await link.isVisible())) await list.getByRole('button').click();
  await link.click();
  await heading(page, words.form.ask[step]);
}

/** Continues, and looks that it is the step that comes. */
export async function next(page: Page, step: StepName): Promise<void> {
  await button(page, words.form.next).click();
  await heading(page, words.form.ask[step]);
}

/** A form that somebody has typed on this device and not sent; the page is loaded with it. */
export async function withDraft(page: Page, form: ApplicationForm, account = 'lin-qinghe') {
  const draft = JSON.stringify({ form, left: [] });
  await page.evaluate(
    `localStorage.setItem('draft:${account}', ${JSON.stringify(draft)}); location.assign('/apply?step=send')`,
  );
  await heading(page, words.form.ask.send);
}

/** What this device keeps. */
export const keptOn = (page: Page): Promise<string> =>
  page.evaluate(`JSON.stringify({ ...localStorage })`);

/** The person who is signed in, as the identity provider knows him. */
export const owns = PERSONS['lin-qinghe'];

/** A shop of the person who is signed in, who alone has to sign. */
export function aShopOfOnesOwn() {
  const form = anIndividualBusinessOfToday();
  return { ...form, people: { p1: { ...form.people?.p1, ...owns } } };
}

/** The field has the focus, so that one may type. */
export const expectFocus = (page: Page, label: string): Promise<void> =>
  page.getByLabel(label, { exact: true }).and(page.locator(':focus')).waitFor();
