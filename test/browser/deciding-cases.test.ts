import { beforeAll, describe, expect, it } from 'vitest';
import { aTradeName } from '#test/builders/a-form-of-today.ts';
import { signatures } from '#test/builders/signatures.ts';
import { ifMatch } from '#test/journeys/api.ts';
import { caseOf, type Official } from '#test/journeys/official.ts';
import { eventually } from '#test/journeys/running-system.ts';
import { zhHans as words } from '#test/web/every-word.ts';
import { aVisitedSystem } from './a-visited-system.ts';
import {
  anOfficialsDesk,
  decide,
  doubtful,
  reasonField,
  take,
  tooYoung,
} from './an-officials-desk.ts';
import { button, said, signInAgain, type Visitor } from './visitor.ts';

const visited = aVisitedSystem();
let desk: Awaited<ReturnType<typeof anOfficialsDesk>>;
let official: Official;
let supervisor: Official;
beforeAll(async () => {
  desk = await anOfficialsDesk(visited.system, visited.browser);
  official = await desk.program('official-nansha');
  supervisor = await desk.program('supervisor-nansha');
});

/** At a case, as this official; closes what was opened. */
const at = async (
  caseId: string,
  act: (visitor: Visitor) => Promise<void>,
  account?: string,
): Promise<void> => {
  const visitor = await desk.at(`/desk/cases/${caseId}`, account);
  await act(visitor);
  await visitor.close();
};
/** Takes the case over by the API, as a supervisor does who works elsewhere. */
const takeOver = async (caseId: string) => {
  const { version } = caseOf(await official.read(caseId));
  const body = { reason: '原办理人外出。' };
  return caseOf(await supervisor.api.post(`/v1/cases/${caseId}/lease`, body, ifMatch(version)));
};

describe('a case before two officials', { timeout: 90_000 }, () => {
  it('is taken by one of them, and the other is told by whom; one decides it', async () => {
    const { id, caseId, findings, form } = await desk.referred();
    const visitors = await Promise.all(
      ['official-nansha', 'supervisor-nansha'].map((who) => desk.at(`/desk/cases/${caseId}`, who)),
    );
    for (const { page } of visitors) {
      await page.getByRole('heading', { level: 1, name: form.name ?? '' }).waitFor();
      await said(page, findings[0]?.fault ?? 'none');
    }
    await Promise.all(visitors.map(({ page }) => button(page, words.deskCase.take).click()));
    const { holder } = caseOf(await official.read(caseId));
    const [winner, loser] = holder === 'official-nansha' ? visitors : visitors.toReversed();
    if (!winner || !loser) throw new RangeError('two officials are two');
    await said(loser.page, words.deskCase.late.TAKE);
    await said(loser.page, `由 ${holder} 办理`);
    expect(await loser.violations()).toEqual([]);
    await decide(winner.page, 'REGISTER', '“中国”仅作行业限定语。');
    await said(winner.page, words.deskCase.decided.replace('{{outcome}}', '准予登记'));
    expect(await winner.violations()).toEqual([]);
    expect((await desk.becomes(id, 'REGISTERED')).decision).toMatchObject({
      outcome: 'REGISTER',
      reason: '“中国”仅作行业限定语。',
    });
    for (const { close } of visitors) await close();
  });

  it('is not changed by the late write of one who paused: he is told who has it, and keeps his words', async () => {
    const { id, caseId } = await desk.referred();
    await at(caseId, async ({ page, violations }) => {
      await take(page);
      await button(page, words.application.outcome.REFUSE).click();
      await reasonField(page).fill('写了一半的理由。');
      const taken = await takeOver(caseId);
      await button(page, words.deskCase.confirm).click();
      await said(page, words.deskCase.late.DECIDE);
      await said(page, '由 supervisor-nansha 办理');
      const told = page.getByRole('row', { name: words.deskCase.member.holder });
      expect(await told.innerText()).toMatch(/您\s+supervisor-nansha/);
      await said(page, '写了一半的理由。');
      expect(await violations()).toEqual([]);
      expect(caseOf(await official.read(caseId)).version).toBe(taken.version);
      await button(page, words.deskCase.acknowledge).click();
      expect(await button(page, words.deskCase.confirm).count()).toBe(0);
      await said(page, words.deskCase.heldByOther);

      await supervisor.settle(caseId, 'RETURN', '请更改名称。');
      await page.reload();
      await said(page, '写了一半的理由。');
      await said(page, words.deskCase.state.DECIDED.slice(1));
    });
    expect((await desk.becomes(id, 'RETURNED')).decision?.reason).toBe('请更改名称。');
  });

  it('which one decides in another window is told as decided, with what differs', async () => {
    const { caseId } = await desk.referred();
    await at(caseId, async ({ page }) => {
      await take(page);
      await button(page, words.application.outcome.REFUSE).click();
      await reasonField(page).fill('第二个窗口的理由。');
      const decided = await official.settle(caseId, 'RETURN', '第一个窗口的理由。');
      await button(page, words.deskCase.confirm).click();
      await said(page, words.deskCase.lateState.DECIDED);
      const row = page.getByRole('row', { name: `${words.deskCase.member.decision} 无` });
      expect(await row.innerText()).toContain('第一个窗口的理由。');
      await said(page, '第二个窗口的理由。');
      const { version, decision } = caseOf(await official.read(caseId));
      expect({ version, decision }).toEqual({
        version: decided.version,
        decision: decided.decision,
      });
    });
  });

  it('is taken over by a supervisor at his own desk, with the reason, and decided by him', async () => {
    const { id, caseId } = await desk.referred();
    await official.hold(caseId);
    const act = async ({ page }: Visitor) => {
      await said(page, '由 official-nansha 办理');
      await page.locator('summary', { hasText: words.deskCase.takeOver }).click();
      await page.getByLabel(words.deskCase.takeOverReason).fill('原办理人休假。');
      await button(page, words.deskCase.takeOver).click();
      await reasonField(page).waitFor();
      await said(page, '原办理人休假。');
      await decide(page, 'RETURN', '请更改名称。');
      await page.getByRole('timer').first().waitFor();
    };
    await at(caseId, act, 'supervisor-nansha');
    await desk.becomes(id, 'RETURNED');
  });
});

describe('a lease', { timeout: 90_000 }, () => {
  it('is renewed while one works, and runs out when one does not', async () => {
    const { caseId } = await desk.referred();
    await at(caseId, async ({ page }) => {
      await page.clock.install();
      await take(page);
      const taken = caseOf(await official.read(caseId));
      await page.keyboard.press('Shift');
      await page.clock.fastForward('06:00');
      const { version } = await eventually(
        async () => caseOf(await official.read(caseId)),
        (it) => it.version > taken.version,
      );
      expect(version).toBe(taken.version + 1);
      await reasonField(page).fill('写了一半的理由。');
      await page.clock.fastForward('06:00');
      await eventually(
        async () => caseOf(await official.read(caseId)),
        (it) => it.version === version + 1,
      );
      await page.clock.fastForward('20:00');
      await button(page, words.deskCase.take).waitFor();
      await said(page, words.deskCase.kept);
      expect(caseOf(await official.read(caseId)).version).toBe(version + 1);
    });
  });
});

describe('a registration against a bar in law', { timeout: 90_000 }, () => {
  it('is proposed by one supervisor, and decided once another confirms it', async () => {
    const { id, caseId } = await desk.referred(tooYoung());
    const propose = async ({ page, violations }: Visitor) => {
      await take(page);
      await decide(page, 'REGISTER', '监护人已到场说明。');
      await said(page, words.deskCase.anotherConfirms);
      expect(await button(page, words.deskCase.confirmProposal).count()).toBe(0);
      expect(await violations()).toEqual([]);
    };
    await at(caseId, propose, 'supervisor');
    expect(caseOf(await official.read(caseId))).toMatchObject({ state: 'OPEN' });
    await at(caseId, async ({ page }) => {
      await said(page, '监护人已到场说明。');
      expect(await button(page, words.deskCase.confirmProposal).count()).toBe(0);
    });
    const confirm = async ({ page }: Visitor) => {
      await said(page, words.deskCase.fourEyes);
      await page.keyboard.press('c');
      await page.getByRole('timer').waitFor();
    };
    await at(caseId, confirm, 'supervisor-nansha');
    await desk.becomes(id, 'REGISTERED');
  });
});

describe('a decision', { timeout: 90_000 }, () => {
  it('is held for all to see and taken back in time, and another takes its place', async () => {
    const { id, caseId } = await desk.referred();
    await at(caseId, async ({ page, violations }) => {
      await take(page);
      await decide(page, 'REFUSE', '误操作。');
      const timer = page.getByRole('timer');
      await timer.waitFor();
      expect(await timer.innerText()).toMatch(/^\d+ 秒后生效$/);
      expect(await timer.getAttribute('aria-live')).toBe('off');
      await button(page, words.deskHeld.undo).click();
      await reasonField(page).waitFor();
      expect(await reasonField(page).inputValue()).toBe('');
      expect(caseOf(await official.read(caseId)).decision).toBeUndefined();
      await decide(page, 'RETURN', '请更改名称。');
      await said(page, words.deskHeld.over);
      expect(await button(page, words.deskHeld.undo).count()).toBe(0);
      expect(await violations()).toEqual([]);
    });
    expect((await desk.becomes(id, 'RETURNED')).decision?.reason).toBe('请更改名称。');
  });

  it('is taken back from elsewhere too, while one goes on', async () => {
    const { caseId, form } = await desk.referred();
    await at(caseId, async ({ page }) => {
      await take(page);
      await decide(page, 'REFUSE', '误操作。');
      await page.getByRole('timer').waitFor();
      await page.getByRole('link', { name: words.desk.title, exact: true }).click();
      const held = page.getByRole('region', { name: words.deskHeld.title });
      await held.getByText(form.name ?? '').waitFor();
      await button(page, words.deskHeld.undo).click();
      await page.getByRole('heading', { level: 1, name: form.name ?? '' }).waitFor();
      await reasonField(page).waitFor();
      expect(caseOf(await official.read(caseId))).toMatchObject({ state: 'OPEN' });
    });
  });

  it('is sent once though its answer was lost, and keeps what was typed when the connection is', async () => {
    const { id, caseId } = await desk.referred();
    await at(caseId, async ({ page, context }) => {
      await take(page);
      await context.setOffline(true);
      await decide(page, 'RETURN', '请更改名称。');
      await said(page, words.failure.OFFLINE);
      expect(await reasonField(page).inputValue()).toBe('请更改名称。');
      await context.setOffline(false);
      await context.route(
        '**/decision',
        async (route) => {
          await route.fetch();
          await route.abort('connectionreset');
        },
        { times: 1 },
      );
      await button(page, words.common.retry).click();
      await said(page, words.failure.OFFLINE);
      await button(page, words.common.retry).click();
      await page.getByRole('timer').waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
    });
    expect((await desk.becomes(id, 'RETURNED')).decision?.reason).toBe('请更改名称。');
  });

  it('that is being written is still there after the session was over', async () => {
    const { caseId } = await desk.referred();
    await at(caseId, async ({ page }) => {
      await page.clock.install();
      await take(page);
      await button(page, words.application.outcome.RETURN).click();
      await reasonField(page).fill('很长的理由。');
      await page.clock.setSystemTime(Date.now() + 2 * 3_600_000);
      await button(page, words.deskCase.confirm).click();
      await said(page, words.failure.SIGNED_OUT);
      await page.clock.setSystemTime(Date.now());
      await signInAgain(page);
      await reasonField(page).waitFor();
      expect(await reasonField(page).inputValue()).toBe('很长的理由。');
      await button(page, words.frame.signOut).click();
      await page.getByRole('heading', { level: 1, name: words.landing.title }).waitFor();
      expect(await page.evaluate('JSON.stringify({...sessionStorage})')).toBe('{}');
    });
  });

  it('needs a choice and a reason, which the library gives and one may change', async () => {
    const { caseId } = await desk.referred();
    await at(caseId, async ({ page }) => {
      await take(page);
      await button(page, words.deskCase.confirm).click();
      await said(page, words.deskCase.missing.outcome);
      await button(page, words.application.outcome.RETURN).click();
      await button(page, words.deskCase.confirm).click();
      await said(page, words.deskCase.missing.reason);
      await page.getByLabel(words.deskCase.library).selectOption({ index: 1 });
      await button(page, words.deskCase.insert).click();
      const text = await reasonField(page).inputValue();
      expect(text.length).toBeGreaterThan(10);
      await reasonField(page).fill(`${text}请来电。`);
      await button(page, words.deskCase.confirm).click();
      await page.getByRole('timer').waitFor();
      const { body } = await official.read(caseId);
      expect(body).toMatchObject({ decision: { outcome: 'RETURN', reason: `${text}请来电。` } });
    });
  });

  it('hands a case over to a registrar that registers its type', async () => {
    const { id, caseId } = await desk.referred();
    await at(caseId, async ({ page }) => {
      await take(page);
      await button(page, words.application.outcome.HAND_OVER).click();
      const to = page.getByLabel(words.deskCase.to);
      expect(await to.getByRole('option', { name: '广州市南沙区市场监督管理局' }).count()).toBe(0);
      await to.selectOption('440106');
      await reasonField(page).fill('住所不在本辖区。');
      await button(page, words.deskCase.confirm).click();
      await page.getByRole('timer').waitFor();
    });
    expect((await desk.becomes(id, 'HANDED_OVER')).decision).toMatchObject({ to: '440106' });
  });
});

describe('a case', { timeout: 90_000 }, () => {
  it('of a mended application shows what changed, and each person with all that he is', async () => {
    const first = await desk.referred();
    await official.settle(first.caseId, 'RETURN', '请更改名称。');
    const returned = await desk.becomes(first.id, 'RETURNED');
    const name = `广州市南沙区${aTradeName()}中国百货有限公司`;
    const form = { ...first.form, name, termYears: 20 };
    const draft = await desk.applicant.correct(returned, form);
    const sent = await desk.applicant.submit(
      draft,
      await signatures(form, visited.system.identity),
    );
    const { case: open } = await desk.becomes(sent.id, 'REFERRED');
    await at(open?.id ?? '', async ({ page, violations }) => {
      await page.getByRole('heading', { name: '与第 1 次提交的差异' }).waitFor();
      const row = (field: string) => page.getByRole('row', { name: field }).first().innerText();
      expect(await row(words.field.name)).toMatch(`${first.form.name}\t${name}`);
      expect(await row(words.field.termYears)).toMatch(/无\s+20/);
      expect(await page.locator('.changes tbody tr').count()).toBe(2);
      const head = form.people?.p1?.name ?? '';
      expect(await row(head)).toContain(words.field.legalRepresentative);
      expect(await violations()).toEqual([]);
    });
  });

  it('is extended once by the registrar’s head', async () => {
    const { caseId } = await desk.referred();
    const before = caseOf(await official.read(caseId));
    const act = async ({ page }: Visitor) => {
      await page.locator('summary', { hasText: words.deskCase.extend }).click();
      await page.getByLabel(words.deskCase.extendReason).fill('须向有关部门核实。');
      await button(page, words.deskCase.extendSubmit).click();
      await said(page, words.desk.due.extended);
      expect(await page.locator('summary', { hasText: words.deskCase.extend }).count()).toBe(0);
    };
    await at(caseId, act, 'supervisor-nansha');
    expect(Date.parse(caseOf(await official.read(caseId)).due)).toBeGreaterThan(
      Date.parse(before.due),
    );
  });

  it('of another registrar does not exist', async () => {
    const { caseId } = await desk.referred(doubtful());
    await at(caseId, ({ page }) => said(page, '没有找到'), 'official-tianhe');
  });
});
