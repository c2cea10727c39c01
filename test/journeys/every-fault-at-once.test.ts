import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { ApplicationForm } from '#functions/application/form.ts';
import { yearsLater } from '#functions/shared/days.ts';
import { daysLater } from '#local/sample/invention.ts';
import type { System } from '#local/system.ts';
import {
  aCompanyOfToday,
  aCompanyOfTodayWithHunan,
  aTradeName,
  today,
} from '#test/builders/a-form-of-today.ts';
import { signatures } from '#test/builders/signatures.ts';
import { type Applicant, anApplicant, Finding, rulesOf } from './applicant.ts';
import { aRunningSystem, PATIENT } from './running-system.ts';

let system: System;
let applicant: Applicant;
beforeAll(async () => {
  system = await aRunningSystem();
  applicant = await anApplicant(system);
}, PATIENT.timeout);
afterAll(() => system?.stop());

/** A lawful form, and the same with eight different faults; which of them stand is chosen. */
function faulty(lawful: ApplicationForm) {
  const { people = {}, roles, shareholders = [] } = lawful;
  const [first = {}, second = {}] = shareholders;
  const p3 = people.p3?.document;
  return {
    'CO-01 /supervision': { supervision: undefined },
    'NM-04 /name': { name: `广州市南沙区${aTradeName()}百货店` },
    'SC-01 /scope/items/0': { scope: { bundle: { id: 'B01' }, items: ['星际旅行服务'] } },
    'AD-01 /premises/address': {
      premises: { ...lawful.premises, address: '广州市天河区听涛路7号102房' },
    },
    'CP-01 /capital/fen': { capital: { fen: 99_000_000, currency: 'CNY' } },
    'CP-02 /shareholders/1/due': {
      shareholders: [first, { ...second, due: yearsLater(today, 6) }],
    },
    'OG-04 /roles/supervisors/0': { roles: { ...roles, supervisors: ['p1'] } },
    'ID-06 /people/p3/document/validUntil': {
      people: {
        ...people,
        p3: { ...people.p3, document: { ...p3, validUntil: daysLater(today, -1) } },
      },
    },
  } satisfies Readonly<Record<string, Partial<ApplicationForm>>>;
}

const withFaults = (lawful: ApplicationForm, faults: readonly object[]): ApplicationForm =>
  Object.assign({}, lawful, ...faults);

const placesOf = (findings: readonly Finding[]): string[] =>
  findings.map(({ rule, pointer }) => `${rule} ${pointer}`).sort();

describe('a form with many faults', PATIENT, () => {
  it('is told all of them at once, each with its place, its law and how to mend it', async () => {
    const lawful = aCompanyOfToday();
    const faults = faulty(lawful);
    const form = withFaults(lawful, Object.values(faults));
    const returned = await applicant.oneClick(form);
    expect(returned).toMatchObject({ status: 200, state: 'RETURNED' });
    expect(placesOf(returned.findings)).toEqual(Object.keys(faults).sort());

    const inEnglish = await applicant.read(returned.id, 'en');
    expect(inEnglish.headers.get('content-language')).toBe('en');
    expect(placesOf(inEnglish.findings)).toEqual(placesOf(returned.findings));
    for (const [findings, language] of [
      [returned.findings, /\p{Script=Han}/u],
      [inEnglish.findings, /^[^。]*[a-z]{3}[^。]*\.$/],
    ] as const) {
      for (const { requires, fault, mend, basis } of findings) {
        for (const text of [requires, fault, mend]) expect(text).toMatch(language);
        expect(`${fault}${mend}`).not.toMatch(/[{}]/);
        expect(basis.length).toBeGreaterThan(0);
        for (const law of basis) expect(law).toMatch(/^《.+》/);
      }
    }
  });

  it('hears of all of them before anybody signs, and nothing is kept', async () => {
    const lawful = aCompanyOfToday();
    const faults = faulty(lawful);
    const asked = await preCheck(withFaults(lawful, Object.values(faults)));
    expect(asked.verdict).toBe('RETURN');
    expect(placesOf(asked.findings)).toEqual(Object.keys(faults).sort());
    expect(await preCheck(lawful)).toMatchObject({ verdict: 'APPROVE', findings: [] });
    expect(await preCheck(await aCompanyOfTodayWithHunan(system.hunan))).toMatchObject({
      verdict: 'APPROVE',
      findings: [],
    });
    const { body } = await (await anApplicant(system, 'zhou-mubai')).api.get('/v1/applications');
    expect(body).toEqual({ applications: [] });
  });

  it('is registered once all are mended, and no later answer names a fault kept back before', async () => {
    const lawful = aCompanyOfToday();
    const faults = faulty(lawful);
    const first = await applicant.oneClick(withFaults(lawful, Object.values(faults)));

    const left = Object.entries(faults).filter(([place]) => /^(CP|NM)/.test(place));
    const halfMended = withFaults(
      lawful,
      left.map(([, change]) => change),
    );
    const second = await sendAgain(first, halfMended);
    expect(second).toMatchObject({ state: 'RETURNED', attempt: 2 });
    expect(placesOf(second.findings)).toEqual(left.map(([place]) => place).sort());

    const third = await sendAgain(second, lawful);
    expect(third).toMatchObject({ status: 200, state: 'REGISTERED', attempt: 3 });
    expect(rulesOf(third)).toEqual([]);
    expect(third.id).toBe(first.id);
    expect(third.licence?.uscc).toMatch(/^91440115/);
  });
});

async function preCheck(form: ApplicationForm) {
  const { body } = await applicant.api.post('/v1/applications/pre-check', { form });
  return z.looseObject({ verdict: z.string(), findings: z.array(Finding) }).parse(body);
}

async function sendAgain(
  returned: Parameters<Applicant['correct']>[0],
  form: ApplicationForm,
): ReturnType<Applicant['submit']> {
  const draft = await applicant.correct(returned, form);
  expect(draft).toMatchObject({ status: 201, state: 'DRAFT', findings: [] });
  return applicant.submit(draft, await signatures(form, system.identity));
}
