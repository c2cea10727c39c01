import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationForm } from '#functions/application/form.ts';
import type { System } from '#local/system.ts';
import { memberOf } from '#test/api/caller.ts';
import { aCompanyOfToday, aTradeName } from '#test/builders/a-form-of-today.ts';
import { signatures } from '#test/builders/signatures.ts';
import { apiOf, ifMatch, problemOf } from './api.ts';
import { type Applicant, anApplicant } from './applicant.ts';
import { anOfficial, caseOf, type Official } from './official.ts';
import { aRunningSystem, eventually, PATIENT } from './running-system.ts';

let system: System;
let applicant: Applicant;
let official: Official;
let supervisors: readonly [Official, Official];
beforeAll(async () => {
  system = await aRunningSystem();
  applicant = await anApplicant(system);
  const as = async (account: string) => anOfficial(system.baseUrl, await system.token(account));
  official = await as('official-nansha');
  supervisors = [await as('supervisor'), await as('supervisor-nansha')];
}, PATIENT.timeout);
afterAll(() => system?.stop());

/** Under sixteen: a bar in law (ID-04). */
const TOO_YOUNG = { kind: 'RESIDENT_ID', number: '440115201506010023', validUntil: '2033-05-01' };
const barred = (): ApplicationForm => {
  const { people, ...form } = aCompanyOfToday();
  return { ...form, people: { ...people, p2: { ...people?.p2, document: TOO_YOUNG } } };
};
/** 中国 inside the name is for a person to judge (NM-07). */
const doubtful = (): ApplicationForm =>
  aCompanyOfToday({ name: `广州市南沙区${aTradeName()}中国百货有限公司` });

const becomes = (id: string, state: string) =>
  eventually(
    () => applicant.read(id),
    (it) => it.state === state,
  );
async function referred(form: ApplicationForm) {
  const { id } = await applicant.oneClick(form);
  return { id, caseId: (await becomes(id, 'REFERRED')).case?.id ?? '' };
}
const confirm = (who: Official, { id, version }: { id: string; version: number }) =>
  who.api.post(`/v1/cases/${id}/decision/confirmation`, undefined, ifMatch(version));
describe.concurrent('a registration against a bar in law', PATIENT, () => {
  it('is proposed by one official, confirmed by exactly one of two supervisors, and then registered', async () => {
    const { id, caseId } = await referred(barred());
    const open = await official.settle(caseId, 'REGISTER', '已经核实成年。');
    expect(open).toMatchObject({ state: 'OPEN' });
    expect(problemOf(await confirm(official, open)).slug).toBe('supervisor-only');
    expect((await applicant.read(id)).state).toBe('REFERRED');

    const both = await Promise.all(supervisors.map((it) => confirm(it, open)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const decided = await official.read(caseId);
    expect(memberOf(decided.body, 'decision', 'by')).toBe('official-nansha');
    expect(['supervisor', 'supervisor-nansha']).toContain(
      memberOf(decided.body, 'decision', 'confirmedBy'),
    );
    // the answer was lost: sent again it is stale, and changes nothing
    expect((await confirm(supervisors[0], open)).status).toBe(412);
    expect((await becomes(id, 'REGISTERED')).licence).toBeDefined();
  });

  it('is confirmed by no supervisor who proposed it himself, and gives way to a refusal', async () => {
    const { id, caseId } = await referred(barred());
    const [first, second] = supervisors;
    const own = await first.settle(caseId, 'REGISTER', '已经核实成年。');
    expect(problemOf(await confirm(first, own)).slug).toBe('another-official-must');
    const withdrawn = caseOf(await second.undo(own));
    expect((await confirm(second, withdrawn)).status).toBe(409);
    await second.settle(caseId, 'REFUSE', '依法不得担任法定代表人。');
    await becomes(id, 'REFUSED');
  });
});

describe.concurrent('a case that an official holds', PATIENT, () => {
  it('is taken over by a supervisor with a reason, and the late write of the former changes nothing', async () => {
    const { id, caseId } = await referred(doubtful());
    const held = await official.hold(caseId);
    const takeOver = (who: Official, body?: object) =>
      who.api.post(`/v1/cases/${caseId}/lease`, body, ifMatch(held.version));
    const [supervisor] = supervisors;
    const because = { reason: '原经办人外出。' };
    expect(problemOf(await takeOver(official, because)).slug).toBe('supervisor-only');
    expect(problemOf(await takeOver(supervisor)).slug).toBe('case-not-held');
    const taken = await takeOver(supervisor, because);
    expect(memberOf(taken.body, 'takeOvers')).toMatchObject([
      { from: 'official-nansha', by: 'supervisor', ...because },
    ]);
    expect((await official.decide(held, 'REFUSE', '迟到的决定')).status).toBe(412);
    const read = caseOf(taken);
    expect(caseOf(await supervisor.decide(read, 'RETURN', '请更换字号。'))).toMatchObject({
      state: 'DECIDED',
      decision: { by: 'supervisor' },
    });
    await becomes(id, 'RETURNED');
  });
});

describe.concurrent('a case that came back', PATIENT, () => {
  it('shows the attempt before it, and where else its persons stand', async () => {
    const form = doubtful();
    const { id, caseId } = await referred(form);
    await official.settle(caseId, 'RETURN', '请更换字号。');
    const returned = await becomes(id, 'RETURNED');
    const mended = { ...form, name: doubtful().name };
    const draft = await applicant.correct(returned, mended);
    await applicant.submit(draft, await signatures(mended, system.identity));
    const again = (await becomes(id, 'REFERRED')).case?.id ?? '';
    const other = await applicant.oneClick({ ...aCompanyOfToday(), people: form.people });
    const { body } = await official.read(again);
    expect(memberOf(body, 'previous')).toEqual({ attempt: 1, form });
    expect(memberOf(body, 'form', 'name')).toBe(mended.name);
    expect(memberOf(body, 'elsewhere')).toContainEqual({
      person: 'p1',
      applications: expect.arrayContaining([
        { id: other.id, state: other.state, role: 'legalRepresentative' },
      ]),
    });
    expect(JSON.stringify(memberOf(body, 'elsewhere'))).not.toContain(id);
  });
});

describe('the desk', PATIENT, () => {
  it('lists whole rows, mine apart, and decides those of one finding together, once', async () => {
    const sent = [await referred(doubtful()), await referred(doubtful())];
    const held = await official.hold(sent[0]?.caseId ?? '');
    const rows = async (query: string) =>
      Object((await official.api.get(`/v1/cases${query}`)).body).cases;
    const [mine] = await rows('?mine=true');
    expect(mine).toMatchObject({ id: held.id, holder: 'official-nansha', rules: ['NM-07'] });
    const all: { id: string; version: number }[] = await rows('?registrar=440115');
    expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining(sent.map((it) => it.caseId)));

    const cases = all
      .filter(({ id }) => sent.some((it) => it.caseId === id))
      .map(({ id, version }) => ({ id, version }));
    const body = { rule: 'NM-07', outcome: 'RETURN', reason: '请更换字号。', cases };
    const told = await official.api.post('/v1/cases/decisions', body);
    expect(memberOf(told.body, 'results')).toEqual(
      cases.map(({ id }) => ({ id, outcome: 'DECIDED' })),
    );
    const stranger = apiOf(system.baseUrl, await system.token('official-tianhe'));
    expect(
      memberOf((await stranger.post('/v1/cases/decisions', body)).body, 'results', 0, 'outcome'),
    ).toBe('not-found');
    expect((await official.api.post('/v1/cases/decisions', body)).body).toEqual(told.body);
    for (const { id } of sent) await becomes(id, 'RETURNED');
    expect((await official.api.post('/v1/cases/decisions', body)).body).toEqual(told.body);
  });
});
