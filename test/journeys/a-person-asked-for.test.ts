import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationForm } from '#functions/application/form.ts';
import type { System } from '#local/system.ts';
import { aCompanyOfToday } from '#test/builders/a-form-of-today.ts';
import { signatures } from '#test/builders/signatures.ts';
import { ifMatch, problemOf } from './api.ts';
import { type Applicant, anApplicant, type ReadApplication, rulesOf } from './applicant.ts';
import { anOfficial, caseOf, type Official } from './official.ts';
import { aRunningSystem, eventually, PATIENT } from './running-system.ts';

let system: System;
let applicant: Applicant;
let official: Official;
beforeAll(async () => {
  system = await aRunningSystem();
  applicant = await anApplicant(system);
  official = anOfficial(system.baseUrl, await system.token('official-nansha'));
}, PATIENT.timeout);
afterAll(() => system?.stop());

/** Its shareholders’ amounts do not make up the capital: the machine alone returns it. */
const faulty = (change: Partial<ApplicationForm> = {}): ApplicationForm =>
  aCompanyOfToday({ capital: { fen: 123_456_700, currency: 'CNY' }, ...change });

const ask = (who: Applicant, { id, version }: Pick<ReadApplication, 'id' | 'version'>) =>
  who.api.post(`/v1/applications/${id}/person-requests`, undefined, ifMatch(version));
const becomes = (id: string, state: string) =>
  eventually(
    () => applicant.read(id),
    (it) => it.state === state,
  );

describe.concurrent('a person is asked for', PATIENT, () => {
  it('after any return by the machine alone, and sees what it found', async () => {
    const returned = await applicant.oneClick(faulty());
    expect(returned).toMatchObject({ state: 'RETURNED', attempt: 1 });
    expect((await ask(applicant, returned)).status).toBe(202);
    const { case: open } = await becomes(returned.id, 'REFERRED');

    const read = caseOf(await official.read(open?.id ?? ''));
    expect(read).toMatchObject({ state: 'OPEN', reason: 'ASKED' });
    expect(rulesOf({ findings: (await applicant.read(returned.id)).findings })).toEqual(
      rulesOf(returned),
    );
    await official.settle(read.id, 'REGISTER', '出资情况已经核实。');
    const registered = await becomes(returned.id, 'REGISTERED');
    expect(registered).toMatchObject({ attempt: 1, decision: { outcome: 'REGISTER' } });
    expect(registered.licence).toBeDefined();
  });

  it('whose return is no machine’s: he is not asked for again', async () => {
    const first = await applicant.oneClick(faulty());
    await ask(applicant, first);
    const { case: open } = await becomes(first.id, 'REFERRED');
    await official.settle(open?.id ?? '', 'RETURN', '请更正出资额。');
    const returned = await becomes(first.id, 'RETURNED');
    expect(problemOf(await ask(applicant, returned)).slug).toBe('not-in-this-state');
  });

  it('once, by its owner, of what was returned', async () => {
    const returned = await applicant.oneClick(faulty());
    const other = await anApplicant(system, 'zhou-mubai');
    expect(problemOf(await ask(other, returned)).slug).toBe('not-found');
    const stale = { ...returned, version: returned.version + 1 };
    expect(problemOf(await ask(applicant, stale)).slug).toBe('version-stale');
    expect((await applicant.read(returned.id)).state).toBe('RETURNED');
    const twice = await Promise.all([ask(applicant, returned), ask(applicant, returned)]);
    expect(twice.map(({ status }) => status).toSorted()).toEqual([202, 412]);
    const draft = await applicant.draft(faulty());
    expect(problemOf(await ask(applicant, draft)).slug).toBe('not-in-this-state');
  });

  it('by the system itself in the place of a third return', async () => {
    let last = await applicant.oneClick(faulty());
    for (const attempt of [2, 3]) {
      expect(last.state).toBe('RETURNED');
      const form = faulty();
      const draft = await applicant.correct(last, form);
      last = await applicant.submit(draft, await signatures(form, system.identity));
      expect(last.attempt).toBe(attempt);
    }
    const { case: open, findings } = await becomes(last.id, 'REFERRED');
    expect(rulesOf({ findings }).length).toBeGreaterThan(0);
    const read = caseOf(await official.read(open?.id ?? ''));
    expect(read).toMatchObject({ reason: 'TWO_RETURNS' });
    expect(read.findings).toMatchObject(findings.map(({ rule }) => ({ rule })));
  });

  it('cannot register what no licence can be made of', async () => {
    const returned = await applicant.oneClick({ ...faulty(), premises: { kind: 'OWN' } });
    await ask(applicant, returned);
    const { case: open } = await becomes(returned.id, 'REFERRED');
    const held = await official.hold(open?.id ?? '');
    const refused = problemOf(await official.decide(held, 'REGISTER', '准予登记'));
    expect(refused).toMatchObject({ slug: 'not-registrable', pointers: ['/premises'] });
    const { id, version } = held;
    expect(caseOf(await official.read(id))).toMatchObject({ state: 'OPEN', version });
  });
});
