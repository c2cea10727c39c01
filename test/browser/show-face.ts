import type { Page } from 'playwright-core';
import type { ApplicationForm } from '#functions/application/form.ts';

/** At the identity provider: who stands before the camera, and what it sees. */
export async function showFace(
  page: Page,
  person: NonNullable<ApplicationForm['people']>[string] | undefined,
  outcome: 'ok' | 'fails' = 'ok',
): Promise<void> {
  await page.locator('input[name=name]').fill(person?.name ?? '');
  await page.locator('input[name=number]').fill(person?.document?.number ?? '');
  await page.locator(`input[value=${outcome}]`).check();
  await page.locator('button').click();
}
