import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { aRunningSystem, type RunningSystem } from '#test/journeys/running-system.ts';
import { aBrowser } from './chromium.ts';
import { aVisitor, type Screen, type Visitor } from './visitor.ts';

/** A running system and a browser for all tests of a file: there before its own hooks run, gone after them. */
export function aVisitedSystem() {
  let system: RunningSystem;
  let browser: Browser;
  beforeAll(async () => {
    [system, browser] = await Promise.all([aRunningSystem(), aBrowser()]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await system.stop();
  });
  const visitor = (seen?: Screen): Promise<Visitor> => aVisitor(browser, system.baseUrl, seen);
  return {
    get system() {
      return system;
    },
    get browser() {
      return browser;
    },
    /** Somebody who looks at its pages; on a phone, or as the screen is. */
    visitor,
    /** Somebody who does this, and goes. */
    async visiting(act: (visitor: Visitor) => Promise<void>, seen?: Screen): Promise<void> {
      const come = await visitor(seen);
      await act(come);
      await come.close();
    },
  };
}
