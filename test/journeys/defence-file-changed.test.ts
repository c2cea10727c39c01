import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DefenceFile, type Sections, textOf } from '#functions/defence/defence-file.ts';
import { sealed } from '#functions/defence/seal.ts';
import { canonicalJson } from '#functions/shared/canonical-json.ts';
import { aCompanyOfTodayWithHunan } from '#test/builders/a-form-of-today.ts';
import { aLicenceSigner } from '#test/builders/a-licence-signer.ts';
import { verified } from '#test/defence/verified.ts';
import { apiOf } from './api.ts';
import { anApplicant } from './applicant.ts';
import { readNotices } from './read-notices.ts';
import { aRunningSystem, PATIENT, type RunningSystem } from './running-system.ts';

let system: RunningSystem | undefined;
let file: string;
let sections: Sections;
beforeAll(async () => {
  system = await aRunningSystem();
  const applicant = await anApplicant(system);
  const { id, state } = await applicant.oneClick(await aCompanyOfTodayWithHunan(system.hunan));
  expect(state).toBe('REGISTERED');
  await readNotices(applicant.api, id);
  const supervisor = apiOf(system.baseUrl, await system.token('supervisor'));
  const { body } = await supervisor.get(`/v1/applications/${id}/defence-file`);
  file = JSON.stringify(body);
  ({ sections } = DefenceFile.parse(body));
}, PATIENT.timeout);
afterAll(() => system?.stop());

/** What fails in the file of somebody who changed it and sealed it anew, by a key that he put inside. */
async function failsOf(change: (sections: Sections) => unknown): Promise<string[]> {
  const signer = await aLicenceSigner();
  const copy = structuredClone(sections);
  change(copy);
  const jwk = await signer.publicJwk();
  copy.keys.ours.push({ thumbprint: jwk.kid, jwk: { ...jwk, kty: 'EC' } });
  const made = { madeAt: '2026-11-23T04:00:00.000Z', madeFor: 'supervisor' };
  const { checks } = await verified(textOf(await sealed(copy, made, signer)));
  return checks.filter(({ holds }) => !holds).map(({ says }) => says);
}
/** The path of every value that is no list and no object, the section first. */
function leavesOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return Object.entries(value).flatMap(([name, member]) => leavesOf(member, [...path, name]));
}

function changeAt(within: object, [name = '', ...path]: readonly string[]): void {
  const value: unknown = Reflect.get(within, name);
  if (typeof value === 'object' && value !== null) {
    changeAt(value, path);
    return;
  }
  const changed =
    typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${value}x`;
  Reflect.set(within, name, changed);
}

const only = (says: RegExp) => [expect.stringMatching(says)];

describe('a defence file that somebody changed', PATIENT, () => {
  it('holds as it came', async () => {
    expect((await verified(file)).holds).toBe(true);
    expect((await verified(`${file}\n`)).holds).toBe(true);
    expect(await failsOf(() => {})).toEqual([]);
  });

  it('does not hold with any one character changed, left out or put in', async () => {
    const anywhere = fc.nat({ max: file.length - 1 });
    const letter = fc.constantFrom(...'0aZ"{}[],:\\ 李');
    const kind = fc.constantFrom('CHANGE', 'LEAVE_OUT', 'PUT_IN');
    await fc.assert(
      fc.asyncProperty(anywhere, letter, kind, async (at, character, how) => {
        const put = how === 'LEAVE_OUT' ? '' : character;
        const changed = file.slice(0, at) + put + file.slice(how === 'PUT_IN' ? at : at + 1);
        fc.pre(changed.trimEnd() !== file);
        expect((await verified(changed)).holds).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('does not hold with any value of any section changed, and says which section', async () => {
    const { seal, format } = DefenceFile.parse(JSON.parse(file));
    const places = Object.entries(sections)
      .map(([section, value]) => leavesOf(value).map((path) => [section, ...path]))
      .filter((paths) => paths.length > 0);
    const place = fc.constantFrom(...places).chain((paths) => fc.constantFrom(...paths));
    await fc.assert(
      fc.asyncProperty(place, async (path) => {
        const copy = structuredClone(sections);
        changeAt(copy, path);
        const { checks, holds } = await verified(textOf({ format, seal, sections: copy }));
        expect(holds).toBe(false);
        const says = checks.map((it) => it.says).join(' ');
        const [section] = path;
        // the seal itself names the application and needs a key
        const told = `Changed since the seal: ${section}.`;
        expect(says).toMatch(/^(keys|application)$/.test(section ?? '') ? /seal/i : told);
      }),
      { numRuns: 150 },
    );
  });

  it('does not hold with a section left out or emptied', async () => {
    const { seal, format } = DefenceFile.parse(JSON.parse(file));
    for (const [name, section] of Object.entries(sections)) {
      const { [name]: _gone, ...left } = JSON.parse(file).sections;
      for (const others of [left, { ...left, [name]: Array.isArray(section) ? [] : {} }]) {
        const changed = canonicalJson({ format, seal, sections: others });
        if (changed === file) continue;
        expect((await verified(changed)).holds).toBe(false);
      }
    }
  });

  it('does not hold by a seal of another key than the one expected', async () => {
    const thumbprint = sections.keys.ours[0]?.thumbprint ?? '';
    expect((await verified(file, thumbprint)).holds).toBe(true);
    expect((await verified(file, `${thumbprint}x`)).holds).toBe(false);
  });

  it.each<[string, RegExp, (it: Sections) => unknown]>([
    ['an event', /^The history is broken at event 1/, (it) => it.history.shift()],
    [
      'the last event',
      /^The history does not end where the application says/,
      (it) => it.history.pop(),
    ],
    [
      'the form that was sent',
      /^The data of event 1 \(SUBMITTED\)/,
      (it) => Object.assign(Object(it.attempts[0]?.sent.form), { termYears: 99 }),
    ],
    [
      'the business',
      /^The data of event 2 \(REGISTERED\)/,
      (it) => Object.assign(Object(it.register.business?.face), { name: '另一家有限公司' }),
    ],
    ['the release of its rules', /release of its rules is missing/, (it) => (it.rules = {})],
    [
      'a word of a rule',
      /release of its rules is missing or is another/,
      (it) => {
        for (const set of Object.values(it.rules))
          Object.assign(Object(set.texts)[0], { onBreach: 'WARN' });
      },
    ],
    [
      'the code of its rules',
      /release of its rules is missing or is another/,
      (it) => {
        for (const set of Object.values(it.rules)) set.code = `${set.code};`;
      },
    ],
    [
      'what a rule said',
      /its rules give other rules\.$/,
      (it) => Object.assign(Object(it.decisions[0]?.rules)[0], { result: 'NOT_APPLICABLE' }),
    ],
    [
      'a fact that a rule went by',
      /its rules give other verdict, findings, rules\.$/,
      (it) =>
        Object.assign(Object(it.decisions[0]?.facts), {
          place: 'TAKEN',
          submittedOn: '2001-01-01',
        }),
    ],
    [
      'the provider’s keys',
      /persons whom a decision found verified have neither an assertion that holds/,
      (it) => (it.keys.others = []),
    ],
    [
      'the thumbprint of a key',
      /another thumbprint than the file tells/,
      (it) => Object.assign(it.keys.others[0] ?? {}, { thumbprint: 'x' }),
    ],
    ['the issuer’s answer', /issuer’s answer is missing/, (it) => (it.answers = {})],
    [
      'the time of the issuer’s answer',
      /issuer’s answer is missing or is another/,
      (it) => {
        for (const answer of Object.values(it.answers)) answer.readAt = '2020-01-01T00:00:00.000Z';
      },
    ],
    [
      'a word of a notice',
      /1 of \d+ notices are not as we signed them/,
      (it) => Object.assign(Object(it.notices[0]?.texts)['zh-Hans'], { title: '另一份文书' }),
    ],
    [
      'what came of an e-licence',
      /was found NOT_IN_FORCE; its issuer’s word or the signature does not/,
      (it) => {
        const kept = Object(it.attempts[0]?.beside.LICENCES);
        for (const check of kept.checks) check.outcome = 'NOT_IN_FORCE';
      },
    ],
  ])('and sealed anew tells: %s', async (_, says, change) => {
    expect(await failsOf(change)).toEqual(only(says));
  });

  it('and sealed anew tells a licence and a notice that we did not sign', async () => {
    const forged = (await aRunningLicence()).split('~')[0] ?? '';
    expect(await failsOf((it) => Object.assign(it.notices[0] ?? {}, { jws: forged }))).toEqual(
      only(/1 of \d+ notices are not as we signed them/),
    );
    expect(
      await failsOf((it) => {
        if (it.register.licence) it.register.licence.licence = forged;
      }),
    ).toEqual([
      expect.stringMatching(/^The data of event 2 \(REGISTERED\)/),
      expect.stringMatching(/^The licence is not signed by a key of ours/),
    ]);
  });
});

/** A licence that the partner region signed. */
const aRunningLicence = async (): Promise<string> =>
  (await system?.hunan.licence(
    { name: '湖南示例有限公司', uscc: '91430100MA4L0000XX' },
    Date.now(),
  )) ?? '';
