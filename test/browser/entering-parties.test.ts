import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ApplicationForm } from '#functions/application/form.ts';
import { yearsLater } from '#functions/shared/days.ts';
import { ROOMY_HOST } from '#local/sample/hosts.ts';
import {
  aCompanyOfTodayWithHunan,
  anIndividualBusinessOfToday,
  today,
} from '#test/builders/a-form-of-today.ts';
import { zhHans as words } from '#test/web/every-word.ts';
import { aVisitedSystem } from './a-visited-system.ts';
import { comeToForm, goToStep, keptOn, owns, withDraft } from './form-hand.ts';
import { button, DESK, said } from './visitor.ts';

const visited = aVisitedSystem();
const { visiting } = visited;

/** The form as this device keeps it. */
async function formOn(page: Page): Promise<ApplicationForm> {
  const kept = z.record(z.string(), z.string()).parse(JSON.parse(await keptOn(page)));
  return z.object({ form: ApplicationForm }).parse(JSON.parse(kept['draft:lin-qinghe'] ?? '{}'))
    .form;
}

/** A form as it is before its parties are entered. */
async function begin(page: Page, { people, roles, premises, ...others }: ApplicationForm) {
  await comeToForm(page);
  await withDraft(page, others);
}

const card = (page: Page, name: string): Locator => page.getByRole('region', { name });
const field = (within: Page | Locator, label: string) => within.getByLabel(label, { exact: true });
const alone = words.parties.people;
const { address: place, hosts, custody, shares } = words.parties;

describe('who trades alone', { timeout: 90_000 }, () => {
  it('enters himself once, trades at home by promise, and would pass', () =>
    visiting(async ({ page, violations, complaints }) => {
      const shop = anIndividualBusinessOfToday();
      await begin(page, shop);
      await goToStep(page, 'people');
      expect(await field(page, alone.name).inputValue()).toBe(owns.name);
      expect(await page.getByLabel(words.field.operator).isChecked()).toBe(true);
      expect(await page.getByLabel(words.field.liaison).isChecked()).toBe(true);
      await field(page, alone.number).fill(owns.document.number);
      await field(page, words.field.residence).fill(shop.premises?.address ?? '');
      await field(page, words.parties.contact.phone).fill('13800000001');
      await field(page, words.field.email).fill('lin@example.com');
      expect(await violations()).toEqual([]);

      await goToStep(page, 'address');
      await page.getByLabel(place.kind.HOME).check();
      await said(page, '应当经有利害关系的业主一致同意');
      await page.getByRole('button', { name: shop.premises?.address ?? '' }).click();
      await page.getByLabel(words.value.PROMISE, { exact: true }).check();
      expect(await violations()).toEqual([]);
      await goToStep(page, 'send');
      await said(page, words.form.course.RETURNED);

      await goToStep(page, 'promises');
      await said(page, '申报的住所（经营场所）真实、合法、有效');
      await page.getByLabel(words.parties.promise.give).check();
      expect(await violations()).toEqual([]);
      await goToStep(page, 'send');
      await said(page, words.form.course.MACHINE);
      await said(page, words.parties.signs.title);
      const { people, roles, premises, promises, operation } = await formOn(page);
      expect({ people, roles, premises, promises, operation }).toEqual({
        people: {
          p1: {
            ...owns,
            residence: shop.premises?.address,
            phone: '13800000001',
            email: 'lin@example.com',
          },
        },
        roles: { operator: 'p1', liaison: 'p1' },
        premises: { kind: 'HOME', address: shop.premises?.address, proof: 'PROMISE' },
        promises: { address: true, version: '2026-05' },
        operation: 'PERSONAL',
      });
      expect(complaints()).toEqual([]);
    }));

  it('is told of a wrong digit at its field, and of what is missing at its field', () =>
    visiting(async ({ page }) => {
      await begin(page, anIndividualBusinessOfToday());
      await goToStep(page, 'people');
      await field(page, alone.number).fill(`${owns.document.number.slice(0, 16)}00`);
      await goToStep(page, 'address');
      await goToStep(page, 'people');
      const number = field(page, alone.number);
      await page.locator('[aria-invalid=true]').first().waitFor();
      expect(await number.getAttribute('aria-invalid')).toBe('true');
      const described = (await number.getAttribute('aria-describedby')) ?? '';
      expect(await page.locator(`[id="${described}"]`).innerText()).toContain('校验码');
      expect(await field(page, words.field.residence).getAttribute('aria-invalid')).toBe('true');
      expect(await field(page, alone.name).getAttribute('aria-invalid')).toBeNull();
      await number.fill(owns.document.number);
      await page.locator(`[id="${described}"]`).waitFor({ state: 'detached' });
    }));

  it('takes his wife along, which makes it a family’s, and takes her out again', () =>
    visiting(async ({ page }) => {
      await begin(page, anIndividualBusinessOfToday());
      await goToStep(page, 'people');
      await button(page, alone.add).click();
      const wife = card(page, '第 2 个人');
      await wife.getByRole('heading').and(page.locator(':focus')).waitFor();
      await field(wife, alone.name).fill('骆启明');
      await wife.getByLabel(words.field.family).check();
      expect(await formOn(page)).toMatchObject({ operation: 'FAMILY', roles: { family: ['p2'] } });
      await button(page, '删除骆启明').click();
      await said(page, '一并删除');
      await button(page, words.parties.removal.sure).click();
      await wife.waitFor({ state: 'detached' });
      const { people, roles } = await formOn(page);
      expect([Object.keys(people ?? {}), roles?.family]).toEqual([['p1'], undefined]);
    }));
});

describe('who founds a company', { timeout: 120_000 }, () => {
  it('enters three people and a company among the shareholders, and it adds up', () =>
    visiting(
      async ({ page, violations, complaints }) => {
        const form = await aCompanyOfTodayWithHunan(visited.system.hunan);
        const { shareholders, capital, supervision, charter, beneficialOwners, ...others } = form;
        await begin(page, others);
        await goToStep(page, 'people');
        const enter = async (key: 'p1' | 'p2' | 'p3', posts: readonly string[]) => {
          const person = form.people?.[key];
          const within = card(page, `第 ${key.slice(1)} 个人`);
          await field(within, alone.name).fill(person?.name ?? '');
          await field(within, alone.number).fill(person?.document?.number ?? '');
          const until = person?.document?.validUntil;
          if (until) await field(within, alone.validUntil).fill(until);
          for (const post of posts) await within.getByLabel(post).check();
        };
        await enter('p1', [words.field.managers]);
        await button(page, alone.add).click();
        await enter('p2', [words.field.supervisors]);
        await button(page, alone.add).click();
        await enter('p3', [words.field.liaison, words.field.financeHead]);
        const liaison = card(page, '第 3 个人');
        await field(liaison, words.parties.contact.phone).fill('13800000003');
        await field(liaison, words.field.email).fill('p3@example.com');
        await page.getByLabel(words.value.ONE, { exact: true }).check();
        for (const [key, share] of [
          ['p1', '40'],
          ['p2', '30%'],
        ] as const) {
          const name = form.people?.[key]?.name ?? '';
          await field(page, name).check();
          await page.getByLabel(`${name}的持股比例`).fill(share);
        }
        expect(await violations()).toEqual([]);

        await goToStep(page, 'capital');
        await field(page, words.parties.capital.amount.LIMITED_COMPANY).fill('100万');
        await said(page, '¥1,000,000.00');
        await button(page, shares.addPerson).click();
        await field(card(page, '第 1 位股东'), shares.amount).fill('400,000');
        await said(page, '比注册资本少 ¥600,000.00');
        await button(page, shares.addPerson).click();
        await field(card(page, '第 2 位股东'), shares.amount).fill('30万');
        await button(page, shares.addCompany).click();
        await said(page, '与注册资本一致');
        await button(page, shares.addPerson).click();
        await button(page, '删除第 4 位股东').click();
        await button(page, words.parties.removal.sure).click();
        await card(page, '第 4 位股东').waitFor({ state: 'detached' });
        const company = shareholders?.[2]?.company;
        await field(page, words.parties.company.file).setInputFiles({
          name: 'licence.txt',
          mimeType: 'text/plain',
          buffer: Buffer.from(`${company?.licence}\n`),
        });
        await page.waitForFunction(
          `document.querySelector('textarea').value.length === ${company?.licence?.length}`,
        );
        const third = card(page, '第 3 位股东');
        expect(await field(third, words.parties.company.name).inputValue()).toBe(company?.name);
        expect(await field(third, words.field.uscc).inputValue()).toBe(company?.uscc);
        expect(await violations()).toEqual([]);

        await goToStep(page, 'address');
        await page.getByLabel(place.kind.OWN).check();
        await field(page, place.label.OWN).fill(form.premises?.address ?? '');
        await page.getByLabel(words.value.LEASE, { exact: true }).check();
        await goToStep(page, 'send');
        await page.locator('.note.pass, .failure, main .note').first().waitFor();
        const made = await formOn(page);
        expect(made.roles).toEqual({ ...form.roles, directors: ['p1'] });
        expect(made.charter).toEqual(form.charter);
        expect(made.beneficialOwners).toEqual(form.beneficialOwners);
        const due = yearsLater(today, 5);
        expect(made.shareholders).toEqual(shareholders?.map((it) => ({ ...it, due })));
        await said(page, company?.name ?? 'none');
        await said(page, words.form.course.MACHINE);
        expect(complaints()).toEqual([]);
      },
      { screen: DESK },
    ));

  it('who was an individual business before is offered to remove what a company has not', () =>
    visiting(async ({ page }) => {
      const form = anIndividualBusinessOfToday();
      await comeToForm(page);
      await withDraft(page, { ...form, type: 'SOLE_PROPRIETORSHIP' });
      await goToStep(page, 'people');
      await said(page, `现在的类型不需要：${words.field.operation}、${words.field.operator}`);
      await button(page, words.parties.unasked.remove).click();
      await page.getByLabel(words.field.owner).first().check();
      const { roles, operation } = await formOn(page);
      expect({ roles, operation }).toEqual({ roles: { owner: 'p1', liaison: 'p1' } });

      await goToStep(page, 'capital');
      const amount = field(page, words.parties.capital.amount.SOLE_PROPRIETORSHIP);
      await amount.fill('五万');
      await said(page, words.parties.money.otherwise);
      await amount.fill('5万');
      await page.getByLabel(words.parties.capital.household.true, { exact: true }).check();
      const { capital, householdProperty } = await formOn(page);
      expect({ capital, householdProperty }).toEqual({
        capital: { fen: 5_000_000, currency: 'CNY' },
        householdProperty: true,
      });
    }));
});

describe('who has no premises', { timeout: 90_000 }, () => {
  it('chooses a host with free places, and would pass with the promise', () =>
    visiting(async ({ page, violations }) => {
      const form = anIndividualBusinessOfToday();
      await comeToForm(page);
      await withDraft(page, { ...form, premises: undefined });
      await goToStep(page, 'address');
      await page.getByLabel(place.kind.OWN).check();
      await field(page, place.label.OWN).fill('广州市南沙区望潮街1号');
      await page.getByLabel(place.kind.CLUSTER).check();
      await page.getByLabel('南沙示例商务秘书有限公司').check();
      await page.getByLabel(custody.service).check();
      expect(await violations()).toEqual([]);
      expect((await formOn(page)).premises).toEqual({
        kind: 'CLUSTER',
        host: ROOMY_HOST,
        custody: { from: today, until: yearsLater(today, 1), serviceOfDocuments: true },
      });
      await page.getByLabel(place.kind.OWN).check();
      expect(await field(page, place.label.OWN).inputValue()).toBe('广州市南沙区望潮街1号');
      await page.getByLabel(place.kind.CLUSTER).check();
      expect(await page.getByLabel('南沙示例商务秘书有限公司').isChecked()).toBe(true);

      await goToStep(page, 'promises');
      await said(page, '不在托管地址从事须在固定场所开展的经营活动');
      await page.getByLabel(words.parties.promise.give).check();
      await goToStep(page, 'send');
      await said(page, words.form.course.MACHINE);
    }));

  it('names his shops on platforms, which an official looks at', () =>
    visiting(async ({ page, violations }) => {
      await comeToForm(page);
      await withDraft(page, { ...anIndividualBusinessOfToday(), premises: undefined });
      await goToStep(page, 'address');
      await page.getByLabel(place.kind.NETWORK).check();
      await field(page, place.label.NETWORK).fill('https://my-own-shop.example');
      await goToStep(page, 'send');
      await said(page, words.form.course.RETURNED);
      await goToStep(page, 'address');
      await page.locator('[aria-invalid=true]').waitFor();
      await field(page, place.label.NETWORK).fill('淘宝网 晨岚百货店');
      expect(await violations()).toEqual([]);
      await goToStep(page, 'send');
      await said(page, words.form.course.PERSON);
    }));

  it('types the number of a host while the list of hosts is not to be had', () =>
    visiting(async ({ page }) => {
      await begin(page, anIndividualBusinessOfToday());
      await page.route('**/v1/hosts**', (route) => route.fulfill({ status: 503, body: 'busy' }));
      await goToStep(page, 'address');
      await page.getByLabel(place.kind.CLUSTER).check();
      await said(page, words.failure.UNKNOWN);
      await field(page, hosts.number).fill(ROOMY_HOST);
      expect((await formOn(page)).premises?.host).toBe(ROOMY_HOST);
      await page.unroute('**/v1/hosts**');
      await button(page, words.common.retry).click();
      expect(await page.getByLabel('南沙示例商务秘书有限公司').isChecked()).toBe(true);
    }));
});
