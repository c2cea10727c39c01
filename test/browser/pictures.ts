import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import * as z from 'zod';
import { runSample, wantSample } from '#local/sample-run.ts';
import { type System, startSystem } from '#local/system.ts';
import { countDecisions } from '#test/api/measure-journey.ts';
import { anIndividualBusinessOfToday } from '#test/builders/a-form-of-today.ts';
import { apiOf } from '#test/journeys/api.ts';
import { anApplicant } from '#test/journeys/applicant.ts';
import { aBrowser } from './chromium.ts';
import { smallPng } from './small-png.ts';
import { aVisitor, DESK, PHONE, settled, signIn } from './visitor.ts';

/**
 * `npm run pictures`: the main pages as pictures for the README, taken from a running system with the
 * sample in it.
 */
const FOLDER = fileURLToPath(new URL('../../.pictures', import.meta.url));

/** As wide as A4. */
const PAPER = { width: 794, height: 910 };

interface Picture {
  readonly name: string;
  readonly screen: typeof PHONE;
  readonly path: string;
  /** a demo account; absent = anybody */
  readonly account?: string;
  /** as it comes out of a printer */
  readonly printed?: true;
  /** where the picture begins, by a selector; absent = at the top */
  readonly from?: string;
}

/** What there is to look at, when all of it has been made. */
async function picturesOf(system: System, batch: string): Promise<readonly Picture[]> {
  const owner = await anApplicant(system);
  const registered = await owner.oneClick(anIndividualBusinessOfToday());
  const returned = await owner.oneClick(
    anIndividualBusinessOfToday({ roles: { operator: 'p1' }, premises: { kind: 'OWN' } }),
  );
  const draft = await owner.draft(anIndividualBusinessOfToday());
  const official = apiOf(system.baseUrl, await system.token('official-nansha'));
  const { body } = await official.get('/v1/cases');
  const { cases } = z.object({ cases: z.array(z.object({ id: z.string() })) }).parse(body);
  return [
    { name: 'landing', screen: PHONE, path: '/' },
    {
      name: 'form',
      screen: PHONE,
      path: `/apply/${draft.id}?step=sell`,
      account: 'lin-qinghe',
      from: 'main',
    },
    {
      name: 'forecast',
      screen: PHONE,
      path: `/apply/${draft.id}?step=send`,
      account: 'lin-qinghe',
      from: 'main',
    },
    {
      name: 'returned',
      screen: PHONE,
      path: `/applications/${returned.id}`,
      account: 'lin-qinghe',
      from: '[aria-labelledby=findings]',
    },
    {
      name: 'licence',
      screen: PAPER,
      path: `/applications/${registered.id}`,
      account: 'lin-qinghe',
      printed: true,
    },
    { name: 'register', screen: PHONE, path: `/register/${registered.licence?.uscc}` },
    { name: 'desk', screen: DESK, path: '/desk', account: 'official-nansha' },
    {
      name: 'case',
      screen: DESK,
      path: `/desk/cases/${cases[0]?.id}`,
      account: 'official-nansha',
    },
    { name: 'batch', screen: DESK, path: `/agents/batches/${batch}`, account: 'agent-qihang' },
    { name: 'statistics', screen: DESK, path: '/statistics' },
  ];
}

/** As whoever looks at the page sees it, in Chinese. */
async function take(browser: Browser, baseUrl: string, picture: Picture): Promise<void> {
  const { name, screen, path, account, printed, from = 'body' } = picture;
  const scale = screen === PHONE ? 2 : 1;
  const { page, close } = await aVisitor(browser, baseUrl, { screen, scale });
  await page.goto(path);
  if (account !== undefined) await signIn(page, account);
  await page.locator('main h1').waitFor();
  await page.waitForLoadState('networkidle');
  await settled(page);
  if (printed) await page.emulateMedia({ media: 'print' });
  await page.evaluate(`document.querySelector('${from}').scrollIntoView()`);
  const png = await smallPng(page, await page.screenshot());
  writeFileSync(join(FOLDER, `${name}.png`), png);
  console.log(`${name}.png: ${Math.round(png.length / 1000)} kB`);
  await close();
}

mkdirSync(FOLDER, { recursive: true });
const dataDir = mkdtempSync(join(tmpdir(), 'pictures-'));
wantSample(dataDir);
const [system, browser] = await Promise.all([
  startSystem({ dataDir, port: 0, log: () => {} }),
  aBrowser(),
]);
try {
  const { batchId } = await runSample(system, dataDir, () => {});
  await countDecisions(system);
  for (const picture of await picturesOf(system, batchId))
    await take(browser, system.baseUrl, picture);
} finally {
  await browser.close();
  await system.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
