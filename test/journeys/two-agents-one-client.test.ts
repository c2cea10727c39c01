import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationForm } from '#functions/application/form.ts';
import { people } from '#test/builders/a-form.ts';
import {
  anIndividualBusinessOfToday,
  aTradeName,
  byAgentToday,
} from '#test/builders/a-form-of-today.ts';
import { signatures } from '#test/builders/signatures.ts';
import { type Agent, anAgent } from './agent.ts';
import { problemOf } from './api.ts';
import { type Applicant, anApplicant, rulesOf } from './applicant.ts';
import { aClient, mandateIdOf } from './client.ts';
import { aRunningSystem, eventually, PATIENT, type RunningSystem } from './running-system.ts';

let system: RunningSystem;
let qihang: Applicant;
let lanting: Applicant;
let yunfan: Agent;
beforeAll(async () => {
  system = await aRunningSystem();
  qihang = await anApplicant(system, 'agent-qihang');
  lanting = await anApplicant(system, 'agent-lanting');
  yunfan = await anAgent(system, 'agent-yunfan');
}, PATIENT.timeout);
afterAll(() => system?.stop());

const ELSEWHERE = { kind: 'OWN', address: '广州市天河区云岭路6号302房', proof: 'LEASE' };
const aBusiness = (change: Partial<ApplicationForm> = {}) =>
  anIndividualBusinessOfToday({ name: `广州市南沙区${aTradeName()}百货店`, ...change });
const sendAgain = async (
  agent: Applicant,
  returned: Parameters<Applicant['correct']>[0],
  form: ApplicationForm,
) => agent.submit(await agent.correct(returned, form), await signatures(form, system.identity));

describe('two agents who apply for one client and business', PATIENT, () => {
  it('are both told in general words; she chooses one, which is registered, and the other ends', async () => {
    const business = aBusiness();
    const ofQihang = { ...business, ...byAgentToday('agent-qihang') };
    const ofLanting = { ...business, ...byAgentToday('agent-lanting') };
    const first = await qihang.oneClick({ ...ofQihang, premises: ELSEWHERE });
    expect([first.state, rulesOf(first)]).toEqual(['RETURNED', ['AD-01']]);

    const second = await lanting.oneClick(ofLanting);
    expect([second.state, rulesOf(second)]).toEqual(['RETURNED', ['AG-01', 'NM-08']]);
    const told = JSON.stringify(second.findings);
    expect(told).not.toContain(first.id);
    expect(told).not.toContain('启航');
    await expect(lanting.read(first.id)).rejects.toThrow('404');

    const firstAgain = await sendAgain(qihang, first, ofQihang);
    expect([firstAgain.state, rulesOf(firstAgain)]).toEqual(['RETURNED', ['AG-01']]);
    expect(JSON.stringify(firstAgain.findings)).not.toContain(second.id);

    const client = aClient(system, business);
    expect(await client.mandates(business.name)).toMatchObject([
      { id: mandateIdOf(second.id), agent: 'agent-lanting', state: 'RETURNED', competes: true },
      { id: mandateIdOf(first.id), agent: 'agent-qihang', state: 'RETURNED', competes: true },
    ]);
    expect(await client.choose(mandateIdOf(second.id))).toMatchObject({ competes: false });

    const ended = await qihang.api.get(`/v1/applications/${first.id}`);
    expect(ended.body).toMatchObject({
      state: 'WITHDRAWN',
      withdrawnBecause: 'CLIENT_CHOSE_ANOTHER',
    });
    const chosen = await sendAgain(lanting, second, ofLanting);
    expect([chosen.state, rulesOf(chosen)]).toEqual(['REGISTERED', []]);
    const answer = await client.send(
      'choice',
      mandateIdOf(first.id),
      client.asserted('CHOICE', mandateIdOf(first.id)),
    );
    expect(problemOf(answer)).toMatchObject({ slug: 'not-in-this-state' });
  });

  it('are told apart from one who sends the same twice, and may know his own', async () => {
    const form = aBusiness(byAgentToday('agent-qihang'));
    const first = await qihang.oneClick({ ...form, premises: ELSEWHERE });
    const second = await qihang.oneClick(form);
    expect(rulesOf(second)).toEqual(['BA-03', 'NM-08']);
    expect(JSON.stringify(second.findings)).toContain(first.id);
    await qihang.withdraw(first);
    expect(await sendAgain(qihang, second, form)).toMatchObject({ state: 'REGISTERED' });
  });
});

describe('a mandate that its client ends', PATIENT, () => {
  it('stops the rows that are open, and leaves what is registered', async () => {
    const registered = aBusiness();
    const { people: hers } = registered;
    const referred = aBusiness({
      name: `广州市南沙区中国${aTradeName()}百货店`,
      people: hers,
    });
    const signing = aBusiness({ people: hers });
    const unsigned = JSON.parse(await yunfan.line('c', signing));
    const lines = [
      await yunfan.line('a', registered),
      await yunfan.line('b', referred),
      JSON.stringify({ ...unsigned, signatures: [] }),
    ];
    const batch = await yunfan.send(`${lines.join('\n')}\n`);
    const rows = (await yunfan.pages(batch.id, 50)).flat();
    expect(rows.map(({ state }) => state)).toEqual(['REGISTERED', 'REFERRED', 'SIGNING']);

    const client = aClient(system, registered);
    for (const { applicationId = '' } of rows)
      expect(await client.end(mandateIdOf(applicationId))).toMatchObject({
        ended: expect.stringMatching(/^2/),
      });
    const after = (await yunfan.pages(batch.id, 50)).flat();
    expect(after.map(({ state }) => state)).toEqual(['REGISTERED', 'WITHDRAWN', 'WITHDRAWN']);
    const own = await anApplicant(system);
    expect(await own.oneClick(signing)).toMatchObject({ state: 'REGISTERED' });

    const record = await eventually(
      () => yunfan.api.get(`/v1/agents/me/practice-record?limit=2`),
      ({ body }) => JSON.stringify(body).includes('entries'),
    );
    expect(record.body).toMatchObject({
      entries: [
        { mandate: mandateIdOf(rows[0]?.applicationId ?? ''), outcome: 'REGISTERED' },
        { mandate: mandateIdOf(rows[1]?.applicationId ?? ''), outcome: 'WITHDRAWN' },
      ],
    });
    expect(JSON.stringify(record.body)).not.toContain(registered.people?.p1?.name);
  });

  it('is hers alone to see and to end', async () => {
    const form = aBusiness({ ...byAgentToday('agent-qihang'), premises: ELSEWHERE });
    const { id } = await qihang.oneClick(form);
    const mandate = mandateIdOf(id);
    const client = aClient(system, form);
    const stranger = aClient(system, { people: { p1: people.p3 } });
    expect(await stranger.mandates(form.name)).toEqual([]);
    const refused = async (assertion: Promise<string>) =>
      problemOf(await client.send('end', mandate, assertion)).slug;
    expect(await refused(stranger.asserted('END', mandate))).toBe('not-found');
    expect(await refused(client.asserted('LIST'))).toBe('signature-of-another-document');
    expect(await refused(Promise.resolve('no.such.word'))).toBe('identity-provider-unknown');
    expect(await qihang.read(id)).toMatchObject({ state: 'RETURNED', version: 2 });
  });
});

describe('the national agent system', PATIENT, () => {
  const switchTo = async (mode: string) =>
    fetch(`${system.baseUrl}/demo/agent-system/fault`, {
      method: 'PUT',
      body: JSON.stringify({ mode }),
    });

  it('that is silent sends a single application to a person, and returns nothing', async () => {
    const songhe = await anApplicant(system, 'agent-songhe');
    await switchTo('silent');
    const form = aBusiness(byAgentToday('agent-songhe'));
    const referred = await songhe.oneClick(form);
    expect([rulesOf(referred), referred.findings[0]?.consequence]).toEqual([['BA-01'], 'REFER']);
    await switchTo('ok');
  });

  it('that has suspended an agent stops his file whole, and his single applications', async () => {
    await switchTo('suspended:agent-songhe');
    const songhe = await anAgent(system, 'agent-songhe');
    const batch = await songhe.send(`${await songhe.line('a', aBusiness())}\n`);
    expect(batch).toMatchObject({ state: 'REJECTED', fault: 'AGENT_NOT_IN_STANDING' });
    const single = await anApplicant(system, 'agent-songhe');
    const returned = await single.oneClick(aBusiness(byAgentToday('agent-songhe')));
    expect([returned.state, rulesOf(returned)]).toEqual(['RETURNED', ['BA-01']]);
    await switchTo('ok');
  });
});
