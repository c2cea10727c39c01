import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { System } from '#local/system.ts';
import { aCompanyOfToday, aTradeName } from '#test/builders/a-form-of-today.ts';
import { ifMatch, problemOf } from './api.ts';
import { type Applicant, anApplicant, rulesOf } from './applicant.ts';
import { anOfficial, caseOf, type Official } from './official.ts';
import { aRunningSystem, eventually, PATIENT } from './running-system.ts';

let system: System;
let applicant: Applicant;
let tianhe: Official;
let nansha: Official;
let supervisor: Official;
beforeAll(async () => {
  system = await aRunningSystem();
  applicant = await anApplicant(system);
  const official = async (account: string) =>
    anOfficial(system.baseUrl, await system.token(account));
  tianhe = await official('official-tianhe');
  nansha = await official('official-nansha');
  supervisor = await official('supervisor');
}, PATIENT.timeout);
afterAll(() => system?.stop());

/** In order but for one thing: it is sent to 天河, and its address is in 南沙. */
const sentToTianhe = (word = aTradeName()) =>
  aCompanyOfToday({ registrar: '440106', name: `广州市南沙区${word}百货有限公司` });

const becomes = (id: string, state: string) =>
  eventually(
    () => applicant.read(id),
    (it) => it.state === state,
  );

async function referred(form = sentToTianhe()) {
  const { id } = await applicant.oneClick(form);
  const { case: open, findings } = await becomes(id, 'REFERRED');
  return { id, caseId: open?.id ?? '', findings };
}

const handOver = (official: Official, read: { id: string; version: number }, to: string) =>
  official.api.post(
    `/v1/cases/${read.id}/decision`,
    { outcome: 'HAND_OVER', reason: '住所在南沙区，依法移送。', to },
    ifMatch(read.version),
  );

describe.concurrent(
  'an application that another registrar of Guangzhou must decide',
  PATIENT,
  () => {
    it('is handed over whole from 天河 to 南沙, which registers it; the applicant is told', async () => {
      const { id, caseId, findings } = await referred();
      expect(findings).toMatchObject([
        { rule: 'AD-01', pointer: '/premises/address', consequence: 'REFER' },
      ]);
      expect(findings[0]?.fault).toContain('广州市南沙区市场监督管理局（440115）');
      expect(problemOf(await nansha.read(caseId)).slug).toBe('not-found');

      const held = await tianhe.hold(caseId);
      const decided = caseOf(await handOver(tianhe, held, '440115'));
      expect(decided).toMatchObject({ state: 'DECIDED', decision: { outcome: 'HAND_OVER' } });

      const there = await becomes(id, 'HANDED_OVER');
      expect(there).toMatchObject({
        registrar: '440106',
        decision: { outcome: 'HAND_OVER', reason: '住所在南沙区，依法移送。', to: '440115' },
      });
      const registered = await becomes(there.handedOverTo ?? '', 'REGISTERED');
      expect(registered).toMatchObject({ handedOverFrom: id, registrar: '440115', attempt: 1 });
      expect(registered.licence?.uscc.slice(2, 8)).toBe('440115');
    });

    it('goes before an official there where a person must look at it', async () => {
      const { id, caseId } = await referred(sentToTianhe(`${aTradeName()}中国`));
      caseOf(await handOver(tianhe, await tianhe.hold(caseId), '440115'));
      const { handedOverTo = '' } = await becomes(id, 'HANDED_OVER');
      const { case: open, findings } = await becomes(handedOverTo, 'REFERRED');
      expect(rulesOf({ findings })).toEqual(['NM-07']);
      await nansha.settle(open?.id ?? '', 'REGISTER', '“中国”仅作行业限定语。');
      expect((await becomes(handedOverTo, 'REGISTERED')).licence).toBeDefined();
    });

    it.each([
      ['to none that there is', '110101', 'UNKNOWN'],
      ['to itself', '440106', 'SAME'],
    ])('is not handed over %s, and nothing changes', async (_, to, detail) => {
      const { id, caseId } = await referred();
      const held = await tianhe.hold(caseId);
      const refused = await handOver(tianhe, held, to);
      expect(problemOf(refused)).toMatchObject({ slug: 'not-handed-over', pointers: ['/to'] });
      expect(JSON.stringify(refused.body)).toContain(detail);
      expect(caseOf(await tianhe.read(caseId))).toMatchObject({ state: 'OPEN', version: 2 });
      expect(await applicant.read(id)).toMatchObject({ state: 'REFERRED', registrar: '440106' });
    });

    it('is handed over by nobody who does not hold it, and not to “somewhere”', async () => {
      const { caseId } = await referred();
      const open = caseOf(await tianhe.read(caseId));
      expect(problemOf(await handOver(tianhe, open, '440115')).slug).toBe('case-not-held');
      expect(problemOf(await handOver(nansha, open, '440115')).slug).toBe('not-found');
      expect(problemOf(await handOver(tianhe, open, 'somewhere')).slug).toBe('invalid-request');
    });

    it('is told where to go where no registrar of Guangzhou has it', async () => {
      const form = sentToTianhe();
      const premises = { kind: 'OWN', address: '湖南省长沙市岳麓区云麓路6号302房', proof: 'LEASE' };
      const { state, findings } = await applicant.oneClick({ ...form, premises });
      expect(state).toBe('RETURNED');
      const [fault] = findings.filter(({ rule }) => rule === 'AD-01');
      expect(fault?.mend).toContain('湖南省');
    });
  },
);

describe.concurrent('the clock of a case', PATIENT, () => {
  const extend = (official: Official, { id, version }: { id: string; version: number }) =>
    official.api.post(`/v1/cases/${id}/extension`, { reason: '案情复杂。' }, ifMatch(version));

  it('is extended by the head of the registrar, once, which the applicant sees', async () => {
    const { id, caseId } = await referred();
    const open = caseOf(await tianhe.read(caseId));
    expect(problemOf(await extend(tianhe, open)).slug).toBe('supervisor-only');
    expect(problemOf(await extend(nansha, open)).slug).toBe('not-found');
    const extended = caseOf(await extend(supervisor, open));
    expect(Date.parse(extended.due)).toBeGreaterThan(Date.parse(open.due));
    expect((await applicant.read(id)).case).toMatchObject({
      due: extended.due,
      extension: { reason: '案情复杂。' },
    });
    expect(problemOf(await extend(supervisor, open)).slug).toBe('version-stale');
    expect(problemOf(await extend(supervisor, extended)).slug).toBe('not-in-this-state');
  });
});
