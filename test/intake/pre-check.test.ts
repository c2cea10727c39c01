import { describe, expect, it } from 'vitest';
import type { ApplicationForm } from '#functions/application/form.ts';
import { placeStore } from '#functions/cluster/place.store.ts';
import { type PreCheckPorts, preCheck } from '#functions/intake/pre-check.ts';
import { alternatives } from '#functions/name/alternatives.ts';
import { nearSubject } from '#functions/name/near-key.ts';
import { nearNames, readCards } from '#functions/name/near-names.store.ts';
import { leaveTraces } from '#functions/party/subject.store.ts';
import { periodOf } from '#functions/party/traces.ts';
import { readHeldAndKnown } from '#functions/review/held-and-known.store.ts';
import { newId } from '#functions/runtime/draws.ts';
import { aDatabase, requestsOf } from '#test/builders/a-database.ts';
import { aForm, atHost } from '#test/builders/a-form.ts';
import { anIndex } from '#test/builders/a-person-key.ts';
import { applicationsIn, freshHost, freshName, SENT_AT } from '#test/builders/applications-in.ts';

const database = await aDatabase();
const { documents, tables } = database;
const { sent, hold } = applicationsIn(database);
const places = placeStore(documents, tables.register);

const ports: PreCheckPorts = {
  held: readHeldAndKnown(documents, tables.register),
  index: anIndex,
  nearNames: nearNames(documents, tables.register),
  published: async () => [],
  cards: readCards(documents, tables.register),
  placeFree: places.isFree,
  now: () => Date.parse(SENT_AT),
};
const rulesBreachedBy = async (form: ApplicationForm) =>
  new Set((await preCheck(ports, form)).findings.map(({ rule }) => rule));

/** A form at a host of its own. */
async function hosted(places: number, place?: number) {
  const host = await freshHost(database, { places });
  const premises = { ...atHost.premises, host: host.id, ...(place && { place }) };
  return { host, form: aForm({ ...atHost, premises, name: freshName() }) };
}

describe('a pre-check', () => {
  it('passes a form that would be approved once it is signed, and holds nothing', async () => {
    const { form } = await hosted(1);
    const requests = requestsOf(documents);
    expect(await preCheck(ports, form)).toMatchObject({ verdict: 'APPROVE', findings: [] });
    expect(requests.length).toBeGreaterThan(0);
    expect(requests.filter((it) => !/Get|Query/.test(it))).toEqual([]);
  });

  it('tells every fault at once', async () => {
    const faults = {
      currency: { capital: { fen: 100_000_000, currency: 'USD' } },
      address: { premises: { kind: 'OWN', address: '广州市天河区云岭路6号', proof: 'LEASE' } },
      scope: { scope: { items: ['不存在的经营项目'] } },
    };
    const one = await Promise.all(Object.values(faults).map((it) => rulesBreachedBy(aForm(it))));
    expect(one.map((breached) => breached.size)).not.toContain(0);
    const { currency, address, scope } = faults;
    expect(await rulesBreachedBy(aForm({ ...currency, ...address, ...scope }))).toEqual(
      new Set(one.flatMap((breached) => [...breached])),
    );
  });

  it('tells that the name is another’s, also the one who asks again', async () => {
    const form = aForm({ name: freshName() });
    expect((await preCheck(ports, form)).verdict).toBe('APPROVE');
    await hold(await sent({ form }));
    const { verdict, findings } = await preCheck(ports, form);
    expect(verdict).toBe('RETURN');
    expect(findings.map(({ pointer }) => pointer)).toEqual(['/name']);
  });

  it('takes what the application holds itself, name and place, for its own', async () => {
    const { form } = await hosted(1);
    const own = await sent({ form });
    await hold(own);
    expect((await preCheck(ports, form)).findings).toHaveLength(2);
    expect((await preCheck(ports, form, false, own.application)).findings).toEqual([]);
    const another = await sent({ form: aForm({ name: freshName() }) });
    expect((await preCheck(ports, form, false, another.application)).findings).toHaveLength(2);
  });

  it('offers three names that are free where the one asked for is not, and no others', async () => {
    const name = '广州市南沙区鹿溪百货有限公司';
    const form = aForm({ name });
    expect(await preCheck(ports, form)).not.toHaveProperty('freeNames');
    await hold(await sent({ form }));
    const { freeNames = [] } = await preCheck(ports, form);
    expect(freeNames).toEqual(alternatives(name, '2026-11-23').slice(0, 3));
    await hold(await sent({ form: aForm({ name: freeNames[0] }) }));
    const { freeNames: fewer = [] } = await preCheck(ports, form);
    expect(fewer).toHaveLength(3);
    expect(fewer).not.toContain(freeNames[0]);
    for (const free of fewer)
      expect((await preCheck(ports, aForm({ name: free }))).verdict).toBe('APPROVE');
  });

  it('warns of a name that can be taken for another, and hears that the risk is borne', async () => {
    await hold(await sent({ form: aForm({ name: '广州市南沙区腾讯百货有限公司' }) }));
    const subject = nearSubject({ registrar: '440115', key: '腾讯' });
    await leaveTraces(documents, tables.register)([{ subject, ever: '腾讯' }], periodOf(SENT_AT));
    const form = aForm({ name: '广州市南沙区腾迅百货有限公司' });
    expect(await preCheck(ports, form)).toMatchObject({
      verdict: 'APPROVE',
      findings: [
        { rule: 'NM-09', says: 'NEAR', consequence: 'WARN', found: { tradeName: '腾讯' } },
      ],
    });
    const promised = { ...form, promises: { similarName: true, version: '2026-05' } };
    expect(await preCheck(ports, promised)).toMatchObject({
      verdict: 'APPROVE',
      findings: [{ says: 'NEAR_PROMISED' }],
    });
  });

  it('tells that the host has no place left, or that the one agreed on is taken', async () => {
    const { host, form } = await hosted(2);
    const agreed = aForm({ ...form, premises: { ...form.premises, place: 1 } });
    expect((await preCheck(ports, agreed)).verdict).toBe('APPROVE');
    const says = async (of: ApplicationForm) =>
      (await preCheck(ports, of)).findings.map((finding) => finding.says);
    await places.hold(host, newId('ap'), SENT_AT, 1);
    const taken = await says(agreed);
    expect((await preCheck(ports, form)).verdict).toBe('APPROVE');
    await places.hold(host, newId('ap'), SENT_AT);
    const none = await says(form);
    expect(none).toHaveLength(1);
    expect(taken).toHaveLength(1);
    expect(none).not.toEqual(taken);
  });
});
