import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { ApplicationForm } from '#functions/application/form.ts';
import type { System } from '#local/system.ts';
import { people } from '#test/builders/a-form.ts';
import { aCompanyOfToday, aTradeName } from '#test/builders/a-form-of-today.ts';
import { signatures } from '#test/builders/signatures.ts';
import { aPerson, deniedOnTheWay } from './a-person.ts';
import { apiOf, ifMatch, problemOf } from './api.ts';
import { type Applicant, anApplicant } from './applicant.ts';
import { anOfficial, caseOf, type Official } from './official.ts';
import { aRunningSystem, eventually, PATIENT } from './running-system.ts';

let system: System;
let applicant: Applicant;
let official: Official;
let supervisor: Official;
beforeAll(async () => {
  system = await aRunningSystem();
  applicant = await anApplicant(system);
  official = anOfficial(system.baseUrl, await system.token('official-nansha'));
  supervisor = anOfficial(system.baseUrl, await system.token('supervisor'));
}, PATIENT.timeout);
afterAll(() => system?.stop());

/** A company of p1, p2 (her) and p3, the same people every time. */
const naming = (change: Partial<ApplicationForm> = {}): ApplicationForm =>
  aCompanyOfToday({ people, ...change });
/** 中国 inside the name is for a person to judge (NM-07). */
const doubtful = (): ApplicationForm =>
  naming({ name: `广州市南沙区${aTradeName()}中国百货有限公司` });
const her = () => aPerson(system, people.p2);

const Denials = z.object({
  reason: z.string(),
  denials: z.array(z.object({ person: z.string(), statement: z.string() })),
});
const Inquiry = z.object({
  id: z.string(),
  state: z.string(),
  version: z.number(),
  business: z.object({ status: z.string() }),
});

describe('“not me” on an open case', PATIENT, () => {
  it('takes effect before a decision to register that is held, and reaches the official', async () => {
    const { id } = await applicant.oneClick(doubtful());
    const { case: open } = await eventually(
      () => applicant.read(id),
      (it) => it.case !== undefined,
    );
    const caseId = open?.id ?? '';
    const decided = await official.settle(caseId, 'REGISTER', '“中国”仅作行业限定语。');

    const answer = await her().deny(id, '身份证遗失，从未同意担任监事或出资。');
    expect(answer).toMatchObject({ status: 200, body: { outcome: 'STOPPED', state: 'REFERRED' } });
    expect((await her().deny(id)).body).toEqual(answer.body);

    const overAt = Date.parse(decided.decision?.effectiveAt ?? '') + 3_000;
    await sleep(Math.max(0, overAt - Date.now()));
    expect(await applicant.read(id)).toMatchObject({ state: 'REFERRED' });
    const shown = await official.read(caseId);
    expect(caseOf(shown).state).toBe('OPEN');
    expect(caseOf(shown).decision).toBeUndefined();
    expect(Denials.parse(shown.body)).toEqual({
      reason: 'NOT_ME',
      denials: [{ person: 'p2', statement: '身份证遗失，从未同意担任监事或出资。' }],
    });
    const told = await applicant.api.get(`/v1/applications/${id}`);
    expect(told.body).toMatchObject({ denied: true });
    expect(JSON.stringify(told.body)).not.toContain('身份证遗失');

    await official.settle(caseId, 'REFUSE', '股东否认出资，经核实并非本人签署。');
    await eventually(
      () => applicant.read(id),
      (it) => it.state === 'REFUSED',
    );
    expect((await her().namings()).find((it) => it.id === id)).toMatchObject({
      state: 'REFUSED',
      parts: ['supervisors', 'shareholders'],
      denied: true,
    });
  });

  it('while the machine has it, brings it before an official, who decides', async () => {
    const { denial, application } = await deniedOnTheWay(system, applicant);
    expect(denial.body).toMatchObject({ outcome: 'STOPPED', state: 'REFERRED' });
    expect(application).toMatchObject({ status: 202, state: 'REFERRED' });
    expect(application.licence).toBeUndefined();
    const caseId = application.case?.id ?? '';
    const shown = await official.read(caseId);
    expect(Denials.parse(shown.body)).toMatchObject({ reason: 'NOT_ME' });
    await official.settle(caseId, 'RETURN', '请核对股东身份后重新提交。');
    await eventually(
      () => applicant.read(application.id),
      (it) => it.state === 'RETURNED',
    );
  });

  it('on a draft sends it to a person when it is submitted after all', async () => {
    const form = naming();
    const draft = await applicant.draft(form);
    expect((await her().deny(draft.id)).body).toMatchObject({
      outcome: 'STOPPED',
      state: 'DRAFT',
    });
    const read = await applicant.read(draft.id);
    await applicant.submit(read, await signatures(form, system.identity));
    const waiting = await eventually(
      () => applicant.read(draft.id),
      (it) => it.case !== undefined,
    );
    expect(waiting).toMatchObject({
      state: 'REFERRED',
      findings: [{ rule: 'ID-08', pointer: '/people/p2', consequence: 'REFER' }],
    });
  });
});

describe('“not me” on a registered business', PATIENT, () => {
  it('leads through an inquiry of two officials to its annulment', async () => {
    const registered = await applicant.oneClick(naming());
    expect(registered.state).toBe('REGISTERED');
    const { uscc = '', licence = '' } = registered.licence ?? {};
    expect((await her().namings()).find(({ id }) => id === registered.id)).toMatchObject({
      state: 'REGISTERED',
      business: { uscc, status: 'REGISTERED' },
    });

    const { body } = await her().deny(registered.id, '从未出资，亦未担任监事。');
    const { inquiry } = z
      .object({ inquiry: z.object({ id: z.string(), state: z.literal('FILED') }) })
      .parse(body);
    expect((await her().namings()).find(({ id }) => id === registered.id)).toMatchObject({
      denied: true,
      inquiry,
    });
    const list = await official.api.get('/v1/inquiries');
    expect(JSON.stringify(list.body)).toContain(inquiry.id);

    const acts = (by: Official, version: number, act: string) =>
      by.api.post(
        `/v1/inquiries/${inquiry.id}/acts`,
        { act, reason: '签名笔迹与本人不符。' },
        ifMatch(version),
      );
    await acts(official, 1, 'ACCEPT');
    await acts(official, 2, 'PROPOSE_ANNULMENT');
    expect(problemOf(await acts(official, 3, 'CONFIRM_ANNULMENT'))).toMatchObject({
      slug: 'another-official-must',
    });
    const business = `/v1/register/${uscc}`;
    expect((await apiOf(system.baseUrl).get(business)).body).toMatchObject({
      status: 'REGISTERED',
    });
    const confirmed = await acts(supervisor, 3, 'CONFIRM_ANNULMENT');
    expect(Inquiry.parse(confirmed.body)).toMatchObject({
      state: 'UPHELD',
      business: { status: 'ANNULLED' },
    });

    const open = apiOf(system.baseUrl);
    expect((await open.get(business)).body).toMatchObject({ status: 'ANNULLED' });
    expect((await open.post('/v1/licences/verification', { licence })).body).toMatchObject({
      valid: false,
      reason: 'NOT_IN_FORCE',
    });
    expect((await her().namings()).find(({ id }) => id === registered.id)).toMatchObject({
      business: { status: 'ANNULLED' },
    });
    const closed = await official.api.get('/v1/inquiries');
    expect(JSON.stringify(closed.body)).not.toContain(inquiry.id);
  });

  it('is no affair of a person whom it does not name', async () => {
    const registered = await applicant.oneClick(naming());
    const stranger = aPerson(system, {
      name: '卫知夏',
      document: { kind: 'PASSPORT', number: 'E00000001' },
    });
    expect(await stranger.namings()).toEqual([]);
    expect(problemOf(await stranger.deny(registered.id)).slug).toBe('not-found');
  });
});
