import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { System } from '#local/system.ts';
import { anIndividualBusinessOfToday, byAgentToday } from '#test/builders/a-form-of-today.ts';
import { problemOf } from './api.ts';
import { anApplicant } from './applicant.ts';
import { aRunningSystem, PATIENT, type RunningSystem } from './running-system.ts';
import { aPerson, linksIn } from './signing.ts';

let system: RunningSystem;
beforeAll(async () => {
  system = await aRunningSystem();
}, 60_000);
afterAll(() => system.stop());

/** A business that waits for its signers, and their links by person. */
async function waiting(
  form: ReturnType<typeof anIndividualBusinessOfToday>,
  account = 'lin-qinghe',
) {
  const owner = await anApplicant(system, account);
  const draft = await owner.draft(form);
  const { id, state } = await owner.submit(draft, []);
  expect(state).toBe('SIGNING');
  const asked = async () =>
    new Map(
      linksIn(await owner.api.post(`/v1/applications/${id}/signings`)).map((it) => [it.person, it]),
    );
  const links = await asked();
  const person = (key: string) => aPerson(system, links.get(key) ?? { id: '', link: '' });
  const { people = {} } = form;
  return { id, owner, links, asked, person, people };
}
const setFault = (of: Pick<System, 'baseUrl'>, body: object) =>
  fetch(`${of.baseUrl}/demo/identity/fault`, { method: 'PUT', body: JSON.stringify(body) });

describe('one link, one face check, everything signed', PATIENT, () => {
  it('brings the licence of a business of one person', async () => {
    const { id, owner, links, person, people } = await waiting(anIndividualBusinessOfToday());
    expect([...links.keys()]).toEqual(['p1']);
    const read = await person('p1').open();
    expect(read.roles).toEqual(['OPERATOR', 'LIAISON']);
    expect(read.parts.map(({ part }) => part)).toEqual(['APPLICATION', 'CONSENT:p1']);
    const signed = person('p1').signed(await person('p1').sign(people.p1));
    expect(signed).toMatchObject({
      state: 'SIGNED',
      application: { state: 'REGISTERED', missing: 0 },
    });
    const { licence } = await owner.read(id);
    expect(licence?.uscc).toBe(signed.application.uscc);
    expect((await person('p1').open()).application.state).toBe('REGISTERED');
  });

  it('brings the licence of a family business with the last of the family', async () => {
    const family = anIndividualBusinessOfToday({
      operation: 'FAMILY',
      roles: { operator: 'p1', family: ['p2', 'p3'], liaison: 'p1' },
      ...byAgentToday('agent-qihang'),
    });
    const { links, person, people } = await waiting(family, 'agent-qihang');
    expect([...links.keys()]).toEqual(['p1', 'p2', 'p3']);
    expect((await person('p1').open()).parts.map(({ part }) => part)).toEqual([
      'APPLICATION',
      'MANDATE',
      'CONSENT:p1',
    ]);
    const states = [];
    for (const key of ['p3', 'p1', 'p2'] as const) {
      const signed = person(key).signed(await person(key).sign(people[key]));
      states.push([signed.application.state, signed.application.missing]);
    }
    expect(states).toEqual([
      ['SIGNING', 2],
      ['SIGNING', 1],
      ['REGISTERED', 0],
    ]);
  });

  it('waits while the identity provider is silent, and registers when it is back', async () => {
    const form = anIndividualBusinessOfToday();
    const { id, owner, person, people } = await waiting(form);
    const { id: another, person: other } = await waiting(anIndividualBusinessOfToday({ people }));
    const silent = await person('p1').sign(people.p1, 'silent');
    expect(problemOf(silent)).toMatchObject({ status: 503, slug: 'identity-provider-silent' });
    expect(silent.headers.get('retry-after')).toBe('60');

    await setFault(system, { mode: 'error' });
    const { authorize } = await other('p1').open();
    expect(authorize).toContain('/demo/identity/authorize');
    const down = await other('p1').post('signature', { code: 'whatever' });
    expect(problemOf(down).slug).toBe('identity-provider-silent');
    for (const waits of [id, another]) expect((await owner.read(waits)).state).toBe('SIGNING');

    await setFault(system, { mode: 'none' });
    for (const { sign, signed } of [person('p1'), other('p1')])
      expect(signed(await sign(people.p1)).application.state).toBe('REGISTERED');
  });

  it('tells of a face that does not match the two other ways, of which an official’s act is one', async () => {
    const { id, owner, person, people } = await waiting(anIndividualBusinessOfToday());
    expect(problemOf(await person('p1').sign(people.p1, 'fails')).slug).toBe('face-check-failed');
    const { documentHash, state } = await owner.read(id);
    expect(state).toBe('SIGNING');
    const { api } = await anApplicant(system, 'official-nansha');
    const act = { person: 'p1', kind: 'IN_PERSON', document: 'N-2026-1', documentHash };
    const { status, body } = await api.post(`/v1/applications/${id}/identity-acts`, act);
    expect([status, body]).toMatchObject([201, { application: { state: 'REGISTERED' } }]);
    const tianhe = await anApplicant(system, 'official-tianhe');
    expect((await tianhe.api.post(`/v1/applications/${id}/identity-acts`, act)).status).toBe(404);
  });

  it('believes neither another person before the camera nor a link that was made again', async () => {
    const { person, people, asked, id, owner } = await waiting(anIndividualBusinessOfToday());
    expect(problemOf(await person('p1').sign(people.p2)).slug).toBe('signature-of-another-person');
    const again = aPerson(system, (await asked()).get('p1') ?? { id: '', link: '' });
    expect((await person('p1').post('opening', {})).status).toBe(404);
    expect((await owner.read(id)).state).toBe('SIGNING');
    expect(again.signed(await again.sign(people.p1)).application.state).toBe('REGISTERED');
    expect(problemOf(await again.post('signature', { code: 'x' })).slug).toBe('already-signed');
  });
});
