import { beforeAll, describe, expect, it } from 'vitest';
import { anIndividualBusinessOfToday } from '#test/builders/a-form-of-today.ts';
import { type Applicant, anApplicant } from '#test/journeys/applicant.ts';
import { zhHans as words } from '#test/web/every-word.ts';
import { aVisitedSystem } from './a-visited-system.ts';
import { readQr } from './read-qr.ts';
import { signIn } from './visitor.ts';

const visited = aVisitedSystem();
let owner: Applicant;
beforeAll(async () => {
  owner = await anApplicant(visited.system);
});

describe('a licence on paper', { timeout: 60_000 }, () => {
  it('is one page with the licence alone, whose code leads to the register', async () => {
    const form = anIndividualBusinessOfToday();
    const { id, licence } = await owner.oneClick(form);
    const uscc = licence?.uscc ?? 'none';
    const visitor = await visited.visitor();
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
    expect(await readQr(visitor)).toBe(`${visited.system.baseUrl}/register/${uscc}`);

    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Count (\d+)/)?.[1]).toBe('1');
    await visitor.close();
  });
});
