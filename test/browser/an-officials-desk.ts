import type { Browser, Page } from 'playwright-core';
import type { ApplicationForm } from '#functions/application/form.ts';
import {
  aCompanyOfToday,
  anIndividualBusinessOfToday,
  aTradeName,
} from '#test/builders/a-form-of-today.ts';
import { anApplicant } from '#test/journeys/applicant.ts';
import { anOfficial } from '#test/journeys/official.ts';
import { eventually, type RunningSystem } from '#test/journeys/running-system.ts';
import { zhHans as words } from '#test/web/every-word.ts';
import { aVisitor, button, DESK, signIn, type Visitor } from './visitor.ts';

/** 中国 inside the name is for a person to judge (NM-07). */
export const doubtful = (change: Partial<ApplicationForm> = {}): ApplicationForm =>
  aCompanyOfToday({ name: `广州市南沙区${aTradeName()}中国百货有限公司`, ...change });

/** Headed by somebody younger than sixteen: a bar in law (ID-04). */
export function tooYoung(): ApplicationForm {
  const form = anIndividualBusinessOfToday({ roles: { operator: 'p1', liaison: 'p2' } });
  const number = '440115201506010023';
  const document = { kind: 'RESIDENT_ID', number, validUntil: '2033-05-01' };
  return { ...form, people: { ...form.people, p1: { ...form.people?.p1, document } } };
}

/** An applicant whose applications come before officials, the officials' programs, and their desks. */
export async function anOfficialsDesk(system: RunningSystem, browser: Browser) {
  const applicant = await anApplicant(system);
  const program = async (account: string) =>
    anOfficial(system.baseUrl, await system.token(account));
  const becomes = (id: string, state: string) =>
    eventually(
      () => applicant.read(id),
      (it) => it.state === state,
    );
  return {
    applicant,
    program,
    becomes,
    /** sends it and waits until its case is open */
    async referred(form = doubtful()) {
      const { id } = await applicant.oneClick(form);
      const waiting = await eventually(
        () => applicant.read(id),
        (it) => it.case !== undefined,
      );
      return { ...waiting, form, caseId: waiting.case?.id ?? '' };
    },
    /** comes to a page of the console as this official */
    async at(path: string, account = 'official-nansha'): Promise<Visitor> {
      const visitor = await aVisitor(browser, system.baseUrl, { screen: DESK });
      await visitor.page.goto(path);
      await signIn(visitor.page, account);
      return visitor;
    },
  };
}

export const reasonField = (page: Page) => page.getByLabel(words.deskCase.reason, { exact: true });

/** Takes the case that is open, and waits until it is one's own. */
export async function take(page: Page): Promise<void> {
  await button(page, words.deskCase.take).click();
  await reasonField(page).waitFor();
}

/** Decides the case that one holds. */
export async function decide(
  page: Page,
  outcome: keyof typeof words.application.outcome,
  reason: string,
): Promise<void> {
  await button(page, words.application.outcome[outcome]).click();
  await reasonField(page).fill(reason);
  await button(page, words.deskCase.confirm).click();
}
