import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { legalDateOf } from '#functions/shared/days.ts';
import { anIndividualBusinessOfToday } from '#test/builders/a-form-of-today.ts';
import { ofItsOwn } from '#test/builders/of-its-own.ts';
import { type Answer, type Api, apiOf, ifMatch, problemOf } from './api.ts';
import { type Applicant, anApplicant, rulesOf } from './applicant.ts';
import { aRunningSystem, eventually, PATIENT, type RunningSystem } from './running-system.ts';

let system: RunningSystem;
let applicant: Applicant;
let supervisors: readonly [Api, Api];
beforeAll(async () => {
  system = await aRunningSystem();
  const as = async (account: string) => apiOf(system.baseUrl, await system.token(account));
  applicant = await anApplicant(system);
  supervisors = [await as('supervisor'), await as('supervisor-nansha')];
}, PATIENT.timeout);
afterAll(() => system?.stop());

/** What a process knows of published data is five seconds old at most. */
const known = () => sleep(5_200);

const aShop = (word: string) =>
  anIndividualBusinessOfToday({
    name: `广州市南沙区${word}百货店`,
    people: { p1: ofItsOwn(word).p1 },
  });
const Edition = z.object({ id: z.string(), version: z.number(), state: z.string() });
const publish = (content: object, more: object = {}): Promise<Answer> =>
  supervisors[0].post(
    '/v1/editions',
    { content, reason: '一致率核查', ...more },
    { 'idempotency-key': randomUUID() },
  );
const switched = (on: boolean) =>
  publish({ kind: 'SWITCHES', of: { rule: 'AD-02' }, on }, { registrar: '440115' });
const confirm = (by: Api, { id, version }: z.infer<typeof Edition>) =>
  by.post(`/v1/editions/${id}/confirmation`, undefined, ifMatch(version));

it(
  'a rule that is switched off sends everybody to a person, until two officials switch it on',
  async () => {
    const before = await applicant.oneClick(aShop('栖岚'));
    expect(before.state).toBe('REGISTERED');

    expect(Edition.parse((await switched(false)).body).state).toBe('CONFIRMED');
    await known();
    const checked = await applicant.api.post('/v1/applications/pre-check', {
      form: aShop('拾禾'),
    });
    expect(checked.body).toMatchObject({ verdict: 'REFER' });
    const { id } = await applicant.oneClick(aShop('望舒'));
    const during = await eventually(
      () => applicant.read(id),
      ({ state }) => state === 'REFERRED',
    );
    expect(rulesOf(during)).toEqual(['AD-02']);
    expect(during.findings[0]?.fault).toBe('此项规则的自动审核已暂停，需由登记人员审核。');

    const proposed = Edition.parse((await switched(true)).body);
    expect(problemOf(await confirm(supervisors[0], proposed)).slug).toBe('another-official-must');
    expect(Edition.parse((await confirm(supervisors[1], proposed)).body).state).toBe('CONFIRMED');
    await known();
    expect((await applicant.oneClick(aShop('云舟'))).state).toBe('REGISTERED');
  },
  PATIENT.timeout,
);

it(
  'a bundle that is published is offered from its first day on, and no day earlier',
  async () => {
    const from = legalDateOf(Date.now() + 2 * 86_400_000);
    const bundle = {
      id: 'B20',
      version: '1',
      name: '示例打包',
      types: ['INDIVIDUAL_BUSINESS'],
      ownPremises: false,
      core: ['日用百货销售'],
      options: [],
    };
    const proposed = Edition.parse((await publish({ kind: 'BUNDLE', bundle }, { from })).body);
    await confirm(supervisors[1], proposed);
    await known();
    const offered = async (on?: string) => {
      const { body } = await applicant.api.get(`/v1/scope/bundles${on ? `?on=${on}` : ''}`);
      const Told = z.object({ bundles: z.array(z.object({ id: z.string() })) });
      return Told.parse(body).bundles.some(({ id }) => id === 'B20');
    };
    expect([await offered(), await offered(from)]).toEqual([false, true]);
  },
  PATIENT.timeout,
);
