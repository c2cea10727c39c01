import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { ApplicationForm } from '#functions/application/form.ts';
import type { System } from '#local/system.ts';
import {
  aCompanyOfToday,
  aCompanyOfTodayWithHunan,
  aTradeName,
} from '#test/builders/a-form-of-today.ts';
import { signatures } from '#test/builders/signatures.ts';
import { problemOf } from './api.ts';
import { type Applicant, anApplicant, type ReadApplication, rulesOf } from './applicant.ts';
import { anOfficial, caseOf, type Official } from './official.ts';
import { aRunningSystem, eventually, PATIENT } from './running-system.ts';

/** How long one try waits for an issuer; the machine tries three times. */
const ONE_SILENCE_MS = 5_000;

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

/** 中国 inside the name is for a person to judge (NM-07). */
const doubtful = (): ApplicationForm =>
  aCompanyOfToday({ name: `广州市南沙区${aTradeName()}中国百货有限公司` });

/** Sends it and waits until its case is open: a moment after the answer, which is 202 in any case. */
async function referred(form = doubtful()) {
  const { status, id, licence } = await applicant.oneClick(form);
  expect({ status, licence }).toEqual({ status: 202, licence: undefined });
  const waiting = await eventually(() => applicant.read(id), waits);
  expect(waiting.state).toBe('REFERRED');
  return { ...waiting, caseId: waiting.case?.id ?? '' };
}
const waits = (it: ReadApplication) => it.case !== undefined;

const becomes = (id: string, state: string) =>
  eventually(
    () => applicant.read(id),
    (it) => it.state === state,
  );

describe.concurrent('a shareholder’s e-licence', PATIENT, () => {
  it('whose issuer is silent is asked for again, then goes to a person and never passes', async () => {
    const form = await aCompanyOfTodayWithHunan(system.hunan);
    const fault = (mode: string) => applicant.api.call('PUT', '/demo/hunan/fault', { mode });
    await fault('silent');
    const askedAt = Date.now();
    try {
      const { id, caseId, findings } = await referred(form);
      expect(Date.now() - askedAt).toBeGreaterThan(ONE_SILENCE_MS * 2);
      expect(findings).toMatchObject([{ rule: 'EL-03', consequence: 'REFER' }]);
      const { licences } = caseOf(await official.read(caseId));
      expect(licences).toMatchObject([{ outcome: 'SILENT', region: '43' }]);
      expect((await applicant.read(id)).licence).toBeUndefined();
    } finally {
      await fault('none');
    }
    const name = `广州市南沙区${aTradeName()}百货有限公司`;
    expect(await applicant.oneClick({ ...form, name })).toMatchObject({ state: 'REGISTERED' });
  });
});

describe.concurrent('an application that a person must look at', PATIENT, () => {
  it('is listed for its registrar, taken and registered once the hold is over', async () => {
    const form = doubtful();
    const { id, caseId, findings } = await referred(form);
    expect(rulesOf({ findings })).toEqual(['NM-07']);
    const { body } = await official.api.get('/v1/cases');
    const { cases } = z.object({ cases: z.array(z.object({ id: z.string() })) }).parse(body);
    expect(cases.map((it) => it.id)).toContain(caseId);

    const open = caseOf(await official.read(caseId));
    expect(open).toMatchObject({ state: 'OPEN', reason: 'REVIEW', registrar: '440115' });
    expect(open.findings).toMatchObject([{ rule: 'NM-07', pointer: '/name' }]);
    expect(open.form).toEqual(form);
    expect(problemOf(await official.decide(open, 'REGISTER', '未领取')).slug).toBe('case-not-held');

    const held = caseOf(await official.take(open));
    expect(held).toMatchObject({ state: 'OPEN', holder: 'official-nansha' });
    const decided = caseOf(await official.decide(held, 'REGISTER', '“中国”仅作行业限定语。'));
    expect(decided).toMatchObject({ state: 'DECIDED', decision: { by: 'official-nansha' } });
    expect((await applicant.read(id)).state).toBe('REFERRED');

    const { licence, decision } = await becomes(id, 'REGISTERED');
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(decided.decision?.effectiveAt ?? ''));
    expect(decision).toMatchObject({ outcome: 'REGISTER' });
    const shown = await applicant.api.post('/v1/licences/verification', {
      licence: licence?.licence,
    });
    expect(shown.body).toMatchObject({ valid: true, name: form.name });
    expect(problemOf(await official.take(decided)).slug).toBe('version-stale');
  });

  it('is returned with the official’s reason, and can be corrected', async () => {
    const { id, caseId } = await referred();
    await official.settle(caseId, 'RETURN', '请更改名称。');
    const returned = await becomes(id, 'RETURNED');
    expect(returned.decision).toMatchObject({ outcome: 'RETURN', reason: '请更改名称。' });
    const form = aCompanyOfToday();
    const draft = await applicant.correct(returned, form);
    const again = await applicant.submit(draft, await signatures(form, system.identity));
    expect(again).toMatchObject({ state: 'REGISTERED', attempt: 2 });
  });

  it('is refused with the official’s reason, and its name is free for another', async () => {
    const form = doubtful();
    const { id, caseId } = await referred(form);
    const other = await anApplicant(system, 'zhou-mubai');
    expect(rulesOf(await other.oneClick(form))).toEqual(['AG-01', 'NM-07', 'NM-08']);

    await official.settle(caseId, 'REFUSE', '名称不能作行业限定语理解。');
    expect((await becomes(id, 'REFUSED')).decision).toMatchObject({
      outcome: 'REFUSE',
      reason: '名称不能作行业限定语理解。',
    });
    expect(rulesOf(await other.oneClick(form))).toEqual(['NM-07']);
  });

  it('does not exist for another registrar’s official, who has cases of his own', async () => {
    const { caseId } = await referred();
    const stranger = anOfficial(system.baseUrl, await system.token('official-tianhe'));
    const its = { id: caseId, version: caseOf(await official.read(caseId)).version };
    for (const answer of [
      await stranger.read(caseId),
      await stranger.take(its),
      await stranger.decide(its, 'REGISTER', '同意'),
      await stranger.undo(its),
      await stranger.api.get('/v1/cases?registrar=440115'),
      await stranger.api.post('/v1/cases/next', {}),
    ])
      expect(problemOf(answer)).toMatchObject({ status: 404, slug: 'not-found' });
    expect((await stranger.api.get('/v1/cases')).body).toEqual({ cases: [] });
    expect(caseOf(await official.read(caseId))).toMatchObject(its);

    const { caseId: own } = await referred({
      ...doubtful(),
      registrar: '440106',
      name: `广州市天河区${aTradeName()}中国百货有限公司`,
      premises: { kind: 'OWN', address: '广州市天河区听涛路9号201房', proof: 'LEASE' },
    });
    const next = caseOf(await stranger.api.post('/v1/cases/next', {}));
    expect(next).toMatchObject({ id: own, registrar: '440106', holder: 'official-tianhe' });
    expect(problemOf(await supervisor.take(next)).slug).toBe('case-not-held');
  });
});

describe.concurrent('a decision', PATIENT, () => {
  it('can be taken back while it is held, and another one takes its place', async () => {
    const { id, caseId } = await referred();
    const decided = await official.settle(caseId, 'REFUSE', '误操作。');
    const open = caseOf(await official.undo(decided));
    expect(open).toMatchObject({ state: 'OPEN', holder: 'official-nansha' });
    expect(open.decision).toBeUndefined();
    const again = caseOf(await official.decide(open, 'REGISTER', '符合规定。'));
    expect((await becomes(id, 'REGISTERED')).decision).toMatchObject({ outcome: 'REGISTER' });
    expect(problemOf(await official.undo(again)).status).toBeGreaterThanOrEqual(409);
  });

  it('of a second official on what the first has changed is refused', async () => {
    const { id, caseId } = await referred();
    const open = caseOf(await official.read(caseId));
    const held = caseOf(await official.take(open));
    expect(problemOf(await supervisor.take(held)).slug).toBe('case-not-held');
    expect(problemOf(await supervisor.decide(held, 'REFUSE', '不同意')).slug).toBe('case-not-held');

    const [first, second] = await Promise.all([
      official.decide(held, 'REGISTER', '符合规定。'),
      official.decide(held, 'REFUSE', '不符合规定。'),
    ]);
    expect([first.status, second.status].sort()).toEqual([200, 412]);
    const stale = await supervisor.decide(open, 'REFUSE', '不同意');
    expect(problemOf(stale)).toMatchObject({ status: 412, slug: 'version-stale' });
    const { decision } = caseOf(await official.read(caseId));
    expect(decision?.outcome).toBe(first.status === 200 ? 'REGISTER' : 'REFUSE');
    await becomes(id, first.status === 200 ? 'REGISTERED' : 'REFUSED');
  });
});

describe.concurrent('an application that waits for an official', PATIENT, () => {
  it('can be withdrawn, which closes the case and frees the name', async () => {
    const form = doubtful();
    const waiting = await referred(form);
    const withdrawn = await applicant.withdraw(await applicant.read(waiting.id));
    expect(withdrawn).toMatchObject({ status: 200, state: 'WITHDRAWN' });
    const closed = caseOf(await official.read(waiting.caseId));
    expect(closed.state).toBe('CLOSED');
    expect(problemOf(await official.take(closed)).slug).toBe('not-in-this-state');
    const { body } = await official.api.get('/v1/cases');
    expect(JSON.stringify(body)).not.toContain(waiting.caseId);
    expect(rulesOf(await applicant.oneClick(form))).toEqual(['NM-07']);
  });
});
