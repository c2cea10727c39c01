import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  aCompanyOfToday,
  aCompanyOfTodayWithHunan,
  aTradeName,
} from '#test/builders/a-form-of-today.ts';
import { type Applicant, anApplicant } from '#test/journeys/applicant.ts';
import { zhHans as words } from '#test/web/every-word.ts';
import { aVisitedSystem } from './a-visited-system.ts';
import {
  aShopOfOnesOwn,
  comeToForm,
  expectFocus,
  goToStep,
  heading,
  keptOn,
  next,
  owns,
  withDraft,
} from './form-hand.ts';
import { showFace } from './show-face.ts';
import { button, said, signIn } from './visitor.ts';

const visited = aVisitedSystem();
const { visiting } = visited;
let owner: Applicant;
beforeAll(async () => {
  owner = await anApplicant(visited.system);
});

/** Types as a person does; how many fields one typed into is counted. */
function aTypist(page: Page) {
  let fields = 0;
  const type = async (label: string, text: string): Promise<void> => {
    fields += 1;
    await page.getByLabel(label, { exact: true }).fill(text);
  };
  return { type, fields: () => fields };
}

describe('who opens a shop alone', { timeout: 90_000 }, () => {
  it('registers it by phone with at most twelve typed fields, in one click', () =>
    visiting(async (visitor) => {
      const { page, violations, complaints } = visitor;
      const { type, fields } = aTypist(page);
      await page.goto('/');
      await page.getByRole('link', { name: words.landing.apply }).click();
      await page.getByRole('heading', { level: 1, name: words.signIn.title }).waitFor();
      await signIn(page);
      await heading(page, words.form.ask.duty);
      await page.getByLabel(words.tradeKind.name.INDIVIDUAL_BUSINESS).check();
      await page.getByLabel(words.tradeWhere.label).selectOption('440115');
      expect(await violations()).toEqual([]);

      await next(page, 'sell');
      await type(words.tradeSell.search, '直播带货');
      await page.getByRole('button', { name: '选用“直播电商·店播基础包”' }).click();
      await next(page, 'name');
      const shop = aTradeName();
      await type(words.tradeName.tradeName, shop);
      await next(page, 'people');
      expect(await page.getByLabel(words.parties.people.name, { exact: true }).inputValue()).toBe(
        owns.name,
      );
      await type(words.parties.people.number, owns.document.number);
      await type(words.field.residence, '广州市南沙区望潮街12号305房');
      await type(words.parties.contact.phone, '13800000001');
      await type(words.field.email, 'lin@example.com');
      await next(page, 'address');
      await page.getByLabel(words.parties.address.kind.OWN).check();
      await type(words.parties.address.label.OWN, `广州市南沙区望潮街${shop}12号305房`);
      await page.getByLabel(words.value.LEASE).check();
      await next(page, 'promises');
      await next(page, 'send');
      await said(page, words.form.course.MACHINE);
      expect(await violations()).toEqual([]);
      expect(fields()).toBeLessThanOrEqual(12);

      await button(page, words.form.send.toOne).click();
      await heading(page, words.signing.title);
      await button(page, words.signing.sign).click();
      await showFace(page, owns);
      await said(page, words.turn.REGISTERED);
      expect(new URL(page.url()).pathname).toMatch(/^\/applications\/ap_/);
      await said(page, shop);
      await page.locator('.qr').waitFor();
      expect(await keptOn(page)).toBe('{}');
      expect(complaints()).toEqual([]);
    }));
});

describe('who was returned an application', { timeout: 90_000 }, () => {
  /** Neither a telephone number nor an address: two faults, at two steps; and what they should be. */
  const faulty = () => {
    const { people, premises, ...others } = aShopOfOnesOwn();
    const { phone = '', ...p1 } = people.p1;
    const { address = '', ...place } = premises ?? {};
    return { phone, address, form: { ...others, people: { p1 }, premises: place } };
  };

  it('is led from every fault to its field, mends it, signs again and gets the licence', () =>
    visiting(async ({ page, violations }) => {
      const { phone, address, form } = faulty();
      const { id, state, findings } = await owner.oneClick(form);
      expect(state).toBe('RETURNED');
      await page.goto(`/applications/${id}`);
      await signIn(page);
      await page.getByRole('link', { name: words.application.goOn.RETURNED }).click();
      await heading(page, words.form.ask.send);
      await said(page, words.form.course.RETURNED);
      for (const { fault } of findings) await said(page, fault);
      expect(await violations()).toEqual([]);

      await button(page, '去改：人员').click();
      await heading(page, words.form.ask.people);
      await expectFocus(page, words.parties.contact.phone);
      const field = page.getByLabel(words.parties.contact.phone, { exact: true });
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      await page.keyboard.type(phone);
      await goToStep(page, 'address');
      expect(await page.getByLabel(words.parties.address.kind.OWN).isChecked()).toBe(true);
      expect(await page.getByLabel(words.value.LEASE).isChecked()).toBe(true);
      await page.getByLabel(words.parties.address.label.OWN).fill(address);
      await goToStep(page, 'send');
      await said(page, words.form.course.MACHINE);
      await button(page, words.form.send.toOne).click();
      await button(page, words.signing.sign).click();
      await showFace(page, owns);
      await said(page, words.turn.REGISTERED);
      expect(await owner.read(id)).toMatchObject({ state: 'REGISTERED', attempt: 2 });
    }));

  it('asks for a person instead, who then has it', () =>
    visiting(async ({ page }) => {
      const { id } = await owner.oneClick(faulty().form);
      await page.goto(`/apply/${id}`);
      await page.getByRole('heading', { level: 1, name: words.signIn.title }).waitFor();
      await signIn(page);
      await button(page, words.form.person.ask).click();
      await said(page, words.turn.REFERRED);
      expect((await owner.read(id)).state).toBe('REFERRED');
    }));
});

describe('three shareholders', { timeout: 120_000 }, () => {
  it('sign on three phones, and who applied sees it happen', () =>
    visiting(async ({ page, violations }) => {
      const share = { contribution: 'CASH', due: '2030-06-30' };
      const form = aCompanyOfToday({
        shareholders: [
          { person: 'p1', fen: 50_000_000, ...share },
          { person: 'p2', fen: 30_000_000, ...share },
          { person: 'p3', fen: 20_000_000, ...share },
        ],
      });
      await comeToForm(page);
      await withDraft(page, form);
      await said(page, words.form.course.MACHINE);
      await button(page, words.form.send.toAll).click();
      await page.locator('.qr').nth(2).waitFor();
      expect(await violations()).toEqual([]);
      const { pathname } = new URL(page.url());
      expect(pathname).toMatch(/^\/apply\/ap_/);
      const id = pathname.slice('/apply/'.length);

      for (const [at, key] of (['p1', 'p2', 'p3'] as const).entries()) {
        const name = form.people?.[key]?.name ?? '';
        const party = page.locator('.findings li').filter({ hasText: name });
        const link = await party.getByRole('link').getAttribute('href');
        await visiting(async ({ page: phone }) => {
          await phone.goto(link ?? '');
          await button(phone, words.signing.sign).click();
          await showFace(phone, form.people?.[key]);
          await said(phone, words.signing.signedTitle);
        });
        if (at < 2) await party.getByText(words.form.signing.signed, { exact: true }).waitFor();
      }
      await said(page, words.turn.REGISTERED);
      expect(new URL(page.url()).pathname).toBe(`/applications/${id}`);
    }));

  it('of which one is a company sign each in its own way, and what is not edited stays signed', () =>
    visiting(async ({ page, violations }) => {
      const form = await aCompanyOfTodayWithHunan({
        licence: (company, at) => visited.system.hunan.licence({ ...company, wallet: true }, at),
      });
      const { name = '', licence = '' } = form.shareholders?.[2]?.company ?? {};
      await comeToForm(page);
      await withDraft(page, form);
      await button(page, words.form.send.toAll).click();
      const company = page.locator('.findings li').filter({ hasText: name });
      await company.getByText(words.form.company.title).click();
      const documentHash = await company.locator('.code').innerText();
      const { body } = await owner.api.post('/demo/hunan/presentations', { licence, documentHash });
      const { presentation } = z.object({ presentation: z.string() }).parse(body);
      await page.getByLabel(words.form.company.label).fill(presentation);
      expect(await violations()).toEqual([]);
      await button(page, words.form.company.submit).click();
      await company.getByText(words.form.signing.signed, { exact: true }).waitFor();

      await goToStep(page, 'people');
      const phone = page.getByLabel(words.parties.contact.phone, { exact: true });
      await phone.last().fill('13900000008');
      await goToStep(page, 'send');
      await button(page, words.form.send.toAll).click();
      await page.locator('.qr').first().waitFor();
      await company.getByText(words.form.signing.signed, { exact: true }).waitFor();
      const id = new URL(page.url()).pathname.slice('/apply/'.length);
      const { body: read } = await owner.api.get(`/v1/applications/${id}`);
      expect(read).toMatchObject({
        state: 'SIGNING',
        form: { people: { p3: { phone: '13900000008' } } },
      });
    }));
});
