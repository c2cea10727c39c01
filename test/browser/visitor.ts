import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import * as z from 'zod';
import { zhHans as words } from '#test/web/every-word.ts';

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 800 };

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

const Violations = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

/** Whoever looks at the pages: with a screen, a language, and an eye for what goes wrong behind them. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** what the browser complained of since it was asked last: errors, refused scripts, lost files */
  complaints(): readonly string[];
  /** what axe finds on the page as it is now, with the markup that it is about */
  violations(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** On what one sees it; a phone that speaks Chinese, where nothing is said. */
export interface Screen {
  readonly screen?: typeof PHONE;
  readonly locale?: string;
  readonly scale?: number;
}

export async function aVisitor(
  browser: Browser,
  baseURL: string,
  { screen = PHONE, locale = 'zh-CN', scale = 1 }: Screen = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL,
    locale,
    viewport: screen,
    deviceScaleFactor: scale,
    reducedMotion: 'reduce',
    ...(screen === PHONE && { isMobile: true, hasTouch: true }),
  });
  await context.addInitScript(AXE);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  let heard: string[] = [];
  page.on('pageerror', ({ message }) => heard.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') heard.push(message.text());
  });
  return {
    page,
    context,
    complaints: () => {
      const told = heard;
      heard = [];
      return told;
    },
    violations: async () => {
      const { violations } = Violations.parse(await page.evaluate('axe.run()'));
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    },
    close: () => context.close(),
  };
}

/** Signs in at the local issuer, from a page that asks for it, and is led back to it. */
export async function signIn(page: Page, account = 'lin-qinghe'): Promise<void> {
  const { href } = new URL(page.url());
  await page.locator('main button.main').click();
  await page.locator(`button[value="${account}"]`).click();
  await page.waitForURL(href);
}

/** Signs in where the session is over, and is led to the issuer and back to where one was. */
export async function signInAgain(page: Page): Promise<void> {
  const { href } = new URL(page.url());
  await Promise.all([
    page.waitForURL(({ pathname }) => pathname === '/signed-in'),
    button(page, words.signIn.submit).first().click(),
  ]);
  await page.waitForURL(href);
}

/** The page has loaded what it shows. */
export const settled = (page: Page): Promise<void> =>
  page.locator('main .loading').first().waitFor({ state: 'detached' });

/** The page says it, where it is seen. */
export const said = (page: Page, text: string): Promise<void> =>
  page.getByText(text).filter({ visible: true }).first().waitFor();
export const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true });
