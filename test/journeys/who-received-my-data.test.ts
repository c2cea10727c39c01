import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DisclosureListView } from '#functions/api/disclosure.ts';
import { SIGNING_HOST, sampleHosts } from '#local/sample/hosts.ts';
import {
  aCompanyOfToday,
  aCompanyOfTodayWithHunan,
  anIndividualBusinessOfToday,
  aTradeName,
  atHostToday,
  byAgentToday,
  today,
} from '#test/builders/a-form-of-today.ts';
import type { Api } from './api.ts';
import { type Applicant, anApplicant } from './applicant.ts';
import { anOfficial } from './official.ts';
import { aRunningSystem, eventually, PATIENT, type RunningSystem } from './running-system.ts';

let system: RunningSystem;
let owner: Applicant;
beforeAll(async () => {
  system = await aRunningSystem();
  owner = await anApplicant(system);
}, PATIENT.timeout);
afterAll(() => system?.stop());

/** To whom, by kind and name, the oldest first. */
async function toldOf(id: string, { get }: Api = owner.api) {
  const { status, body } = await get(`/v1/applications/${id}/disclosures`);
  expect(status).toBe(200);
  const { disclosures } = DisclosureListView.parse(body);
  return disclosures.toReversed().map(({ to, name }) => `${to} ${name}`);
}

const FACE = 'IDENTITY_PROVIDER 实名认证机构';
const PUBLIC = 'PUBLIC 社会公众（登记簿）';

describe('who received my data', PATIENT, () => {
  it('is the provider that saw one’s face, and the public once one is registered', async () => {
    const draft = await owner.draft(anIndividualBusinessOfToday());
    expect(await toldOf(draft.id)).toEqual([]);
    const { id } = await owner.oneClick(anIndividualBusinessOfToday());
    expect(await toldOf(id)).toEqual([FACE, PUBLIC]);
  });

  it('is not the region of an e-licence: it is told that its list was read, and what of us it heard', async () => {
    const { id } = await owner.oneClick(await aCompanyOfTodayWithHunan(system.hunan));
    const { body } = await owner.api.get(`/v1/applications/${id}/disclosures`);
    const regions = DisclosureListView.parse(body).disclosures.filter(({ to }) => to === 'REGION');
    expect(regions).toMatchObject([{ name: '湖南省电子营业执照签发机关' }]);
    expect(regions[0]?.what).toMatch(/^没有提供您的任何信息/);
  });

  it('is the agent system, of whoever acts for another, and is told to him', async () => {
    const agent = await anApplicant(system, 'agent-yunfan');
    const form = { ...aCompanyOfToday(), ...byAgentToday('agent-yunfan') };
    const { id } = await agent.oneClick(form);
    expect(await toldOf(id, agent.api)).toContain('AGENT_SYSTEM 全国经营主体登记代理信息系统');
    expect((await owner.api.get(`/v1/applications/${id}/disclosures`)).status).toBe(404);
  });

  it('is a host that signs for itself, by its own name', async () => {
    const { id } = await owner.oneClick(anIndividualBusinessOfToday(atHostToday(SIGNING_HOST)));
    const host = sampleHosts(today).find((it) => it.id === SIGNING_HOST);
    expect(await toldOf(id)).toEqual([`HOST ${host?.name}`]);
  });

  it('is every official who read it, for his registrar, and the registrar that it is handed over to', async () => {
    const form = aCompanyOfToday({
      registrar: '440106',
      name: `广州市南沙区${aTradeName()}百货有限公司`,
    });
    const { id } = await owner.oneClick(form);
    const waiting = await eventually(
      () => owner.read(id),
      (it) => it.case !== undefined,
    );
    const caseId = waiting.case?.id ?? '';
    const tianhe = anOfficial(system.baseUrl, await system.token('official-tianhe'));
    const { version } = await tianhe.hold(caseId);
    await tianhe.api.post(
      `/v1/cases/${caseId}/decision`,
      { outcome: 'HAND_OVER', reason: '住所在南沙区，依法移送。', to: '440115' },
      { 'if-match': `"${version}"` },
    );
    await eventually(
      () => owner.read(id),
      ({ state }) => state === 'HANDED_OVER',
    );
    const told = (await toldOf(id)).filter((it) => it !== FACE);
    expect(new Set(told.slice(0, -1))).toEqual(new Set(['OFFICIAL 广州市天河区市场监督管理局']));
    expect(told.at(-1)).toBe('REGISTRAR 广州市南沙区市场监督管理局');
    const { handedOverTo = '' } = await owner.read(id);
    await eventually(
      () => toldOf(handedOverTo),
      (its) => its.includes(PUBLIC),
    );
  });
});
