import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { promisesInForce } from '#functions/registrar/promises.ts';
import { legalDateOf } from '#functions/shared/days.ts';
import { countDecisions } from '#test/api/measure-journey.ts';
import { ruleSetJourney } from '#test/api/rule-set-journey.ts';
import { people } from '#test/builders/a-form.ts';
import {
  aCompanyOfToday,
  anIndividualBusinessOfToday,
  aTradeName,
  atHostToday,
} from '#test/builders/a-form-of-today.ts';
import { aPerson } from '#test/journeys/a-person.ts';
import { type Api, apiOf } from '#test/journeys/api.ts';
import { type Applicant, anApplicant } from '#test/journeys/applicant.ts';
import { anOfficial } from '#test/journeys/official.ts';
import { eventually } from '#test/journeys/running-system.ts';
import { zhHans as words } from '#test/web/every-word.ts';
import { aVisitedSystem } from './a-visited-system.ts';
import {
  button,
  DESK,
  PHONE,
  said,
  settled,
  signIn,
  signInAgain,
  type Visitor,
} from './visitor.ts';

const visited = aVisitedSystem();
let applicant: Applicant;
let head: Api;
/** a case decided by a person, whose agreement is counted once it is closed */
let decided: Promise<unknown>;
beforeAll(async () => {
  applicant = await anApplicant(visited.system);
  head = apiOf(visited.system.baseUrl, await visited.system.token('supervisor'));
  decided = aDecidedCase();
});
afterAll(async () => {
  await decided.catch(() => {});
});

/** 中国 inside a name is for a person to judge (NM-07), who returns it. */
async function aDecidedCase(): Promise<void> {
  const official = anOfficial(
    visited.system.baseUrl,
    await visited.system.token('official-nansha'),
  );
  const name = `广州市南沙区${aTradeName()}中国百货有限公司`;
  const { id } = await applicant.oneClick(aCompanyOfToday({ name }));
  const { case: open } = await eventually(
    () => applicant.read(id),
    (it) => it.case !== undefined,
  );
  await official.settle(open?.id ?? '', 'RETURN', '“中国”字样须有依据。');
}

const PATIENT = { timeout: 120_000 };
const link = (page: Page, name: string) => page.getByRole('link', { name }).first();
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const sure = (page: Page, act: string) =>
  page
    .getByRole('dialog')
    .getByRole('button', { name: `确定${act}` })
    .click();

/** A supervisor, or whom the account says, at a page of this work. */
async function at(path: string, account = 'supervisor', screen = DESK): Promise<Visitor> {
  const visitor = await visited.visitor({ screen });
  await visitor.page.goto(path);
  await signIn(visitor.page, account);
  await settled(visitor.page);
  return visitor;
}

/** Days from now, in Guangzhou: far enough that no midnight comes between. */
const inDays = (days: number) => legalDateOf(Date.now() + days * 86_400_000);

describe('a stop', PATIENT, () => {
  it('is made by one who is asked twice, shows what was issued, and is ended by another', async () => {
    const { licence } = await applicant.oneClick(
      anIndividualBusinessOfToday(atHostToday('H-0001')),
    );
    const [one, other] = await Promise.all([
      at('/supervision/stops'),
      at('/supervision/stops', 'supervisor-nansha', PHONE),
    ]);
    const { page } = one;
    await said(page, words.supervisionStops.none);
    await field(page, words.supervisionStops.scopes.HOST).check();
    await button(page, words.supervisionStops.stop).click();
    await said(page, `请填写“${words.supervisionStops.id.HOST}”`);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await field(page, words.supervisionStops.id.HOST).fill('H-0001');
    await field(page, words.supervision.reason).fill('托管协议涉嫌伪造');
    await button(page, words.supervisionStops.stop).click();
    await page.getByRole('dialog').getByRole('button', { name: words.supervision.cancel }).click();
    await said(page, words.supervisionStops.none);
    await button(page, words.supervisionStops.stop).click();
    await sure(page, words.supervisionStops.stop);
    await said(page, words.supervisionStops.state.IN_FORCE);
    expect(await field(page, words.supervision.reason).inputValue()).toBe('');

    await page.getByText(words.supervisionStops.issued).click();
    await link(page, licence?.uscc ?? 'none').waitFor();
    await button(page, words.supervisionStops.propose).click();
    await said(page, words.supervisionStops.waits);
    expect(await button(page, words.supervisionStops.confirm).count()).toBe(0);

    await other.page.reload();
    await said(other.page, 'supervisor 提议恢复发照');
    await button(other.page, words.supervisionStops.confirm).click();
    await sure(other.page, words.supervisionStops.confirm);
    await said(other.page, words.supervisionStops.state.ENDED);
    await said(page, words.supervisionStops.state.ENDED);
    await Promise.all([one.close(), other.close()]);
  });

  it('sent over a lost connection or a session that is over loses nothing that was typed, and is made once', async () => {
    const { page, context, close } = await at('/supervision/stops');
    await page.clock.install();
    await field(page, words.supervisionStops.scopes.HOST).check();
    await field(page, words.supervisionStops.id.HOST).fill('H-0004');
    await field(page, words.supervision.reason).fill('核查中断线');
    await context.setOffline(true);
    await button(page, words.supervisionStops.stop).click();
    await sure(page, words.supervisionStops.stop);
    await said(page, words.failure.OFFLINE);
    await context.setOffline(false);
    await page.clock.fastForward('02:00:00');
    await button(page, words.supervisionStops.stop).click();
    await sure(page, words.supervisionStops.stop);
    await said(page, words.failure.SIGNED_OUT);
    await signInAgain(page);
    expect(await field(page, words.supervisionStops.id.HOST).inputValue()).toBe('H-0004');
    expect(await field(page, words.supervision.reason).inputValue()).toBe('核查中断线');
    expect(await page.evaluate('JSON.stringify(sessionStorage)')).not.toContain('核查中断线');
    await button(page, words.supervisionStops.stop).click();
    await sure(page, words.supervisionStops.stop);
    await said(page, words.supervisionStops.done);
    const { body } = await head.get('/v1/stops');
    expect(JSON.stringify(body).match(/核查中断线/g)).toHaveLength(1);
    await close();
  });

  it('is read, not made, by an officer', async () => {
    const { page, close } = await at('/supervision/stops', 'official-nansha');
    await said(page, words.supervision.readOnly);
    expect(await button(page, words.supervisionStops.stop).count()).toBe(0);
    expect(await button(page, words.supervisionStops.propose).count()).toBe(0);
    await close();
  });
});

describe('an edition', PATIENT, () => {
  const figure = words.supervisionData.figure.atOneAddress;

  it('is made from the present one, shown as a difference, and confirmed by another', async () => {
    const [one, other] = await Promise.all([
      at('/supervision/data/LIMITS/new'),
      at('/supervision', 'supervisor-nansha', PHONE),
    ]);
    const { page } = one;
    await said(page, words.supervisionData.same);
    expect(await field(page, figure).inputValue()).toBe('20');
    await field(page, figure).fill('二十五');
    await field(page, words.supervisionData.from).fill(inDays(0));
    await field(page, words.supervision.reason).fill('按测算调整');
    await button(page, words.supervisionData.send).click();
    await said(page, words.supervisionFault.NOT_A_NUMBER);
    await field(page, figure).fill('25');
    await said(page, '1 处差别');
    expect(await page.locator('.stacked tbody tr').innerText()).toMatch(/修改\s+20\s+25/);
    await button(page, words.supervisionData.send).click();
    await said(page, words.supervisionFault.BEGINS_TOO_SOON);
    expect(await field(page, figure).inputValue()).toBe('25');
    await field(page, words.supervisionData.from).fill(inDays(3));
    await button(page, words.supervisionData.send).click();
    await said(page, words.supervisionData.waits);
    expect(await button(page, words.supervisionData.confirm).count()).toBe(0);

    await other.page.reload();
    await link(other.page, '有 1 项数据等待').click();
    await other.page.locator('.stacked').getByRole('link').first().click();
    await said(other.page, 'supervisor 提议了这个版本');
    await said(other.page, '1 处差别');
    await button(other.page, words.supervisionData.confirm).click();
    await sure(other.page, words.supervisionData.confirm);
    await said(other.page, words.supervisionData.standings.COMING);
    await link(other.page, words.supervisionData.kind.LIMITS).click();
    await page.goto('/supervision/data/LIMITS');
    for (const it of [page, other.page])
      await it
        .locator('.stacked .coming')
        .getByText(words.supervisionData.standings.COMING)
        .waitFor();
    await Promise.all([one.close(), other.close()]);
  });

  it('is not confirmed by who proposed it, in whatever window', async () => {
    const proposal = {
      content: { kind: 'STOP_LIST', words: [{ word: '示例禁词', ground: 'PUBLIC_INTEREST' }] },
      from: inDays(4),
      reason: '主管部门通报。',
    };
    const { page, close } = await at('/supervision/data/STOP_LIST', 'supervisor-nansha');
    const key = { 'idempotency-key': 'in-another-window' };
    const { body } = await head.post('/v1/editions', proposal, key);
    const { id } = z.object({ id: z.string() }).parse(body);
    await page.goto(`/supervision/data/editions/${id}`);
    await said(page, '示例禁词');
    // he proposes in this window as another, which the page was not told of
    await page.route(`**/v1/editions/${id}/confirmation`, async (route) => {
      const authorization = `Bearer ${await visited.system.token('supervisor')}`;
      await route.continue({ headers: { ...route.request().headers(), authorization } });
    });
    await button(page, words.supervisionData.confirm).click();
    await sure(page, words.supervisionData.confirm);
    await said(page, '须由另一名主管确认');
    await said(page, '提议人不得自行确认');
    await page.unroute(`**/v1/editions/${id}/confirmation`);

    await head.post(`/v1/editions/${id}/withdrawal`, undefined, { 'if-match': '"1"' });
    await button(page, words.supervisionData.confirm).click();
    await sure(page, words.supervisionData.confirm);
    await said(page, words.supervision.moved);
    await said(page, words.supervisionData.standings.WITHDRAWN);
    await close();
  });

  it('of a switch turns a rule off at once, and on again by two', async () => {
    const { page, close } = await at('/supervision/data/SWITCHES');
    await page.locator('summary', { hasText: words.supervisionData.area.BA }).click();
    await field(page, 'BA-08').uncheck();
    await said(page, words.supervisionData.value.OFF);
    await field(page, words.supervision.reason).fill('统计口径核查');
    await button(page, words.supervisionData.switch).click();
    await sure(page, words.supervisionData.switch);
    await said(page, words.supervisionData.switched);
    await page.locator('.stacked .counts').first().waitFor();
    await page.goto('/supervision/quality');
    await said(page, 'BA-08');
    await close();

    const other = await at('/supervision/data/SWITCHES', 'supervisor-nansha');
    await other.page.locator('summary', { hasText: words.supervisionData.area.BA }).click();
    await field(other.page, 'BA-08').check();
    await field(other.page, words.supervision.reason).fill('核查完毕');
    await button(other.page, words.supervisionData.switch).click();
    await sure(other.page, words.supervisionData.switch);
    const proposed = other.page.locator('tr', { has: other.page.locator('.proposed') });
    const path = await proposed.getByRole('link').getAttribute('href');
    const again = await at(path ?? '');
    await said(again.page, words.supervisionData.value.ON);
    await button(again.page, words.supervisionData.confirm).click();
    await sure(again.page, words.supervisionData.confirm);
    await said(again.page, words.supervisionData.standings.COUNTS);
    await again.page.goto('/supervision/quality');
    await said(again.page, words.supervisionQuality.nothingOff);
    await again.close();
    await other.close();
  });

  it('of holidays is written day by day, and told what cannot be', async () => {
    const { page, close } = await at('/supervision/data/CALENDAR', 'supervisor', PHONE);
    await page.getByText(words.supervisionData.notYet).click();
    await link(page, words.supervisionData.proposeOf.replace('{{name}}', '')).click();
    await field(page, words.supervisionData.holidays).fill('春节 2099-02-01');
    await field(page, words.supervisionData.makeUpDays).fill('2099-02-31');
    await field(page, words.supervisionData.from).fill(inDays(5));
    await field(page, words.supervision.reason).fill('国务院通知');
    await button(page, words.supervisionData.send).click();
    await said(page, words.supervisionFault.NOT_A_DAY);
    await field(page, words.supervisionData.makeUpDays).fill('');
    await button(page, words.supervisionData.send).click();
    await said(page, words.supervisionFault.WITHOUT_NEW_YEAR);
    await said(page, `2099-02-01：${words.supervisionFault.OUTSIDE_THE_YEAR}`);
    await close();
  });
});

describe('an entry of a list', PATIENT, () => {
  it('is looked up, entered, and ended', async () => {
    const { page, close } = await at('/supervision/lists');
    const { supervisionLists: lists } = words;
    await field(page, lists.subject.BUSINESS).check();
    await field(page, lists.number.BUSINESS).fill('91440115MAX0000230');
    await button(page, lists.search).click();
    await said(page, words.supervisionFault.NOT_A_CODE);
    await field(page, lists.number.BUSINESS).fill('91440115MAX000023X');
    await button(page, lists.search).click();
    await said(page, lists.nothing);
    await field(page, lists.list).selectOption('FAVOURED');
    await field(page, lists.ground).selectOption('WHITELIST');
    await field(page, lists.entryNumber).fill('NS-2026-017');
    await field(page, lists.source).fill('广州市南沙区商务局');
    await field(page, lists.from).fill(inDays(0));
    await field(page, words.supervision.reason).fill('白名单第三批');
    await button(page, lists.enterSubmit).click();
    await said(page, lists.so_one);
    await said(page, lists.holds);
    await page
      .getByRole('rowheader', { name: words.listGround.KEY_ENTERPRISE, exact: true })
      .waitFor();
    await page.getByText(lists.end, { exact: true }).click();
    const card = page.locator('.cards li');
    await card.getByLabel(lists.lastDay).fill(inDays(-1));
    await card.getByLabel(words.supervision.reason).fill('企业申请退出');
    await button(page, lists.endSubmit).click();
    await said(page, lists.holdsNot);
    expect(page.url()).not.toContain('91440115');
    await close();
  });
});

describe('an inquiry', PATIENT, () => {
  it('is accepted and proposed by one, and annuls the registration by another’s word', async () => {
    const registered = await applicant.oneClick(aCompanyOfToday({ people }));
    await aPerson(visited.system, people.p2).deny(registered.id, '从未出资。');
    const uscc = registered.licence?.uscc ?? 'none';
    const { supervisionInquiries: inquiries } = words;
    const one = await at('/supervision/inquiries', 'official-nansha', PHONE);
    const { page } = one;
    await page.locator('tr', { hasText: uscc }).getByRole('link').first().click();
    await said(page, '从未出资。');
    const { pathname } = new URL(page.url());
    const act = async (it: Page, what: string, reason: string) => {
      await field(it, what).check();
      await field(it, words.supervision.reason).fill(reason);
      await button(it, inquiries.submit).click();
    };
    await act(page, inquiries.act.ACCEPT, '材料齐全');
    await said(page, inquiries.state.ACCEPTED);
    await act(page, inquiries.act.PROPOSE_ANNULMENT, '签名与本人不符');
    await said(page, inquiries.waits);
    expect(await button(page, inquiries.submit).count()).toBe(0);

    const other = await at(pathname, 'supervisor');
    await said(other.page, 'official-nansha 提议撤销');
    await field(other.page, words.supervision.reason).fill('核对属实');
    await button(other.page, inquiries.act.CONFIRM_ANNULMENT).click();
    await sure(other.page, inquiries.act.CONFIRM_ANNULMENT);
    await said(other.page, inquiries.state.UPHELD);
    await said(other.page, words.business.ANNULLED);
    await page.reload();
    await said(page, inquiries.over);
    await Promise.all([one.close(), other.close()]);
  });
});

describe('a check after the event', PATIENT, () => {
  it('is found by what is due, and its result is recorded once', async () => {
    const { licence } = await applicant.oneClick(
      anIndividualBusinessOfToday({
        premises: { kind: 'OWN', address: '广州市南沙区望潮街12号305房', proof: 'PROMISE' },
        promises: { address: true, version: promisesInForce(inDays(0))?.version },
      }),
    );
    const uscc = licence?.uscc ?? 'none';
    const listed = async () => (await head.get('/v1/post-checks?registrar=440115&limit=500')).body;
    await eventually(listed, (body) => JSON.stringify(body).includes(uscc));
    const { page, close } = await at('/supervision/checks', 'official-nansha', PHONE);
    const { supervisionChecks: checks } = words;
    await link(page, uscc).click();
    await field(page, checks.result.CORRECTION).check();
    await button(page, checks.submit).click();
    await said(page, `请填写“${checks.found}”`);
    await field(page, checks.found).fill('门牌号与实地不符');
    await field(page, checks.correctBy).fill(inDays(30));
    await button(page, checks.submit).click();
    await said(page, checks.recorded);
    await said(page, '门牌号与实地不符');
    await close();
  });
});

const Quality = z.object({
  agreement: z.array(
    z.object({ rule: z.string().optional(), agreed: z.int(), of: z.int(), upper: z.number() }),
  ),
  sampling: z.object({ approvals: z.int() }),
});

describe('the quality of the review', { timeout: 180_000 }, () => {
  it('is shown as it was measured, with what a candidate would decide otherwise', async () => {
    const shadow = await ruleSetJourney(visited.system);
    await decided;
    const measured = await eventually(
      async () => {
        await countDecisions(visited.system);
        return Quality.parse((await head.get('/v1/review-quality')).body);
      },
      ({ agreement }) => agreement.some(({ rule }) => rule === 'NM-07'),
      90_000,
    );
    const { agreed, of } = measured.agreement.find(({ rule }) => rule === 'NM-07') ?? {};
    const { page, close } = await at('/supervision/quality');
    const row = page.locator('.stacked tr', { hasText: 'NM-07' });
    await row.getByText(`${of} 件中 ${agreed} 件`).waitFor();
    await said(page, String(measured.sampling.approvals));

    const { hash } = z.object({ hash: z.string() }).parse(shadow.at(-1)?.answer.body);
    await field(page, words.supervisionQuality.hash).fill(`${hash.slice(0, 63)}x`);
    await button(page, words.supervisionQuality.look).click();
    await said(page, words.supervisionQuality.noShadow);
    await field(page, words.supervisionQuality.hash).fill(hash);
    await button(page, words.supervisionQuality.look).click();
    await page.locator('.stacked tr', { hasText: 'CP-01' }).getByText('退回补正 →').waitFor();
    await close();
  });
});

describe('the pages of supervision', PATIENT, () => {
  it.each([
    ['a phone', PHONE],
    ['a desk', DESK],
  ])('are whole on %s, and have no fault that axe knows', async (_, screen) => {
    const { inquiries } = z
      .object({ inquiries: z.array(z.object({ id: z.string() })) })
      .parse((await head.get('/v1/inquiries?registrar=440115')).body);
    const { editions } = z
      .object({ editions: z.array(z.object({ id: z.string() })) })
      .parse((await head.get('/v1/editions')).body);
    const { checks } = z
      .object({ checks: z.array(z.object({ uscc: z.string() })) })
      .parse((await head.get('/v1/post-checks?registrar=440115')).body);
    const paths = [
      '',
      '/stops',
      '/data',
      '/data/SWITCHES',
      '/data/LIMITS',
      '/data/CALENDAR',
      '/data/BUNDLE/new/B15',
      '/data/CALENDAR/new/2027',
      '/data/STOP_LIST/new',
      `/data/editions/${editions[0]?.id}`,
      '/lists',
      '/quality',
      '/inquiries',
      ...inquiries.slice(0, 1).map(({ id }) => `/inquiries/${id}`),
      '/checks',
      ...checks.slice(0, 1).map(({ uscc }) => `/checks/${uscc}`),
    ];
    const { page, violations, complaints, close } = await at('/supervision', 'supervisor', screen);
    for (const path of paths) {
      await page.goto(`/supervision${path}`);
      await page.getByRole('navigation', { name: words.supervision.way }).waitFor();
      await settled(page);
      await page.evaluate("for (const it of document.querySelectorAll('details')) it.open = true");
      await settled(page);
      const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect({ path, violations: await violations(), complaints: complaints(), wide }).toEqual({
        path,
        violations: [],
        complaints: [],
        wide: 0,
      });
    }
    await close();
  });
});
