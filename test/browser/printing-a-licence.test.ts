import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anIndividualBusinessOfToday } from '#test/builders/a-form-of-today.ts';
import { type Applicant, anApplicant } from '#test/journeys/applicant.ts';
import { aRunningSystem, type RunningSystem } from '#test/journeys/running-system.ts';
import { zhHans as words } from '#test/web/every-word.ts';
import { aBrowser } from './chromium.ts';
import { readQr } from './read-qr.ts';
import { aVisitor, signIn } from './visitor.ts';

let system: RunningSystem;
let browser: Browser;
let owner: Applicant;
beforeAll(async () => {
  [system, browser] = await Promise.all([aRunningSystem(), aBrowser()]);
  owner = await anApplicant(system);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await system.stop();
});

describe('a licence on paper', { timeout: 60_000 }, () => {
  it('is one page with the licence alone, whose code leads to the register', async () => {
    const form = anIndividualBusinessOfToday();
    const { id, licence } = await owner.oneClick(form);
    const uscc = licence?.uscc ?? 'none';
    const visitor = await aVisitor(browser, system.baseUrl);
    const { page } = visitor;
    await page.goto(`/applications/${id}`);
    await signIn(page);
    await page.getByText(words.turn.REGISTERED).waitFor();
    await page.locator('.licence .facts').waitFor();
    const print = page.getByRole('button', { name: words.application.print });
    expect(await print.isEnabled()).toBe(true);

    await page.emulateMedia({ media: 'print' });
    const printed = await page.locator('body').innerText();
    expect(printed.trim()).toBe((await page.locator('.licence').innerText()).trim());
    for (const fact of [form.name, uscc, form.premises?.address, words.application.printedCopy])
      expect(printed).toContain(fact);
    for (const other of [
      words.application.print,
      words.application.licenceText,
      words.turn.REGISTERED,
    ])
      expect(printed).not.toContain(other);
    expect(await readQr(visitor)).toBe(`${system.baseUrl}/register/${uscc}`);

    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Count (\d+)/)?.[1]).toBe('1');
    await visitor.close();
  });
});
