import type { Page } from 'playwright-core';
import * as z from 'zod';
import { aBrowser } from '#test/browser/chromium.ts';
import { aVisitor, signIn } from '#test/browser/visitor.ts';
import { aCompanyOfToday } from '#test/builders/a-form-of-today.ts';
import { zhHans as words } from '#test/web/every-word.ts';
import { startBenchSystem } from './bench-system.ts';
import type { Part } from './part.ts';
import { percentile } from './statistics.ts';

const ACCOUNT = 'lin-qinghe';
/** A phone of the lower middle class against this machine. */
const SLOWER = 4;

const Interactions = z.array(z.object({ id: z.number(), ms: z.number() }));

/** Notes how long each interaction takes until the next paint (Event Timing API; it counts in steps of 8 ms, from 16 on). */
const OBSERVE = `window.interactions = [];
new PerformanceObserver((list) => {
  for (const { interactionId, duration } of list.getEntries())
    if (interactionId > 0) window.interactions.push({ id: interactionId, ms: duration });
}).observe({ type: 'event', durationThreshold: 16 });`;

/** The longest of each interaction's events; those too short to be noted are left out, so that figures are of the slower ones. */
async function taken(page: Page): Promise<number[]> {
  await page.evaluate('new Promise((done) => setTimeout(done, 1500))'); // entries come late
  const longest = new Map<number, number>();
  for (const { id, ms } of Interactions.parse(await page.evaluate('window.interactions.splice(0)')))
    longest.set(id, Math.max(longest.get(id) ?? 0, ms));
  return [...longest.values()];
}

/** Typing into the form's fields and going from step to step, on a slow phone, with a whole company in the form. */
export const pages: Part = async ({ quick }) => {
  const bench = await startBenchSystem();
  const browser = await aBrowser();
  try {
    const { page, context } = await aVisitor(browser, bench.system.baseUrl);
    await context.addInitScript(OBSERVE);
    await page.goto('/apply');
    await signIn(page, ACCOUNT);
    const draft = JSON.stringify({ form: aCompanyOfToday(), left: [] });
    await page.evaluate(`localStorage.setItem('draft:${ACCOUNT}', ${JSON.stringify(draft)})`);
    await page.goto('/apply?step=duty');
    const devtools = await context.newCDPSession(page);
    const next = page.getByRole('button', { name: words.form.next, exact: true });
    await next.waitFor();
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });

    const typed: number[] = [];
    const stepped: number[] = [];
    for (let round = 0; round < (quick ? 1 : 3); round++) {
      await page.goto('/apply?step=duty');
      await next.waitFor();
      while (await next.isVisible()) {
        await next.click();
        stepped.push(...(await taken(page)));
        for (const field of await page
          .locator('.step :is(input:not([type]), input[type="text"], textarea):visible')
          .all()) {
          await field.focus();
          await page.keyboard.press('End');
          await page.keyboard.type('abc', { delay: 80 });
        }
        typed.push(...(await taken(page)));
      }
    }
    const note = `worst of ${typed.length} keys and ${stepped.length} steps that took 16 ms or more, CPU ${SLOWER} times slower`;
    return [
      { name: 'pages.typing', value: Math.max(0, ...typed), unit: 'ms', atMost: 200, note },
      { name: 'pages.typingP50', value: percentile(typed, 0.5), unit: 'ms' },
      { name: 'pages.stepping', value: Math.max(0, ...stepped), unit: 'ms', atMost: 200 },
      { name: 'pages.steppingP50', value: percentile(stepped, 0.5), unit: 'ms' },
    ];
  } finally {
    await browser.close();
    await bench.stop();
  }
};
