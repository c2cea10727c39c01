import { beforeEach, describe, expect, it, vi } from 'vitest';
import { identitiesOf } from '#functions/party/identity-provider.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aForm, anIndividualBusiness } from '#test/builders/a-form.ts';
import { anIdentityProvider, personAs } from '#test/builders/an-identity-provider.ts';
import { freshName, SENT_AT } from '#test/builders/applications-in.ts';
import { readingsOf } from '#test/builders/readings-of.ts';
import { aSigningApi, slugOf } from './a-signing-api.ts';

const { provider, asserted } = await anIdentityProvider();
const database = await aDatabase();
const { waiting, send, store, registered } = aSigningApi(database, provider);
const readings = readingsOf(database);
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));

const official = { sub: 'official-1', aud: 'official', registrars: '[440115]' };
const aShop = () => anIndividualBusiness({ name: freshName().replace('有限公司', '店') });

async function acting(form = aShop()) {
  const made = await waiting(form);
  const body = {
    person: 'p1',
    kind: 'NOTARISED',
    document: '公证书（2026）粤穗证字第0001号',
    documentHash: made.documentHash,
  };
  const act = (change: object = {}, claims: typeof official = official) =>
    send('recordIdentityAct', { id: made.id, claims, body: { ...body, ...change } });
  const unchanged = async () => expect((await store.read(made.id)).application.version).toBe(1);
  return { ...made, form, act, unchanged };
}

describe('an official’s act on a person’s identity', () => {
  it('counts as his signature: with the last one it is submitted', async () => {
    const { id, act } = await acting();
    const { status, body } = await act();
    expect([status, body.application]).toEqual([201, { state: 'SUBMITTED', missing: 0 }]);
    expect(registered.filter((it) => it.applicationId === id)).toHaveLength(1);
    expect((await store.read(id)).parts.get('#IDENTITY#p1')).toMatchObject({
      kind: 'NOTARISED',
      by: 'official-1',
      at: SENT_AT,
    });
  });

  it('is a verified identity for the review, beside those of the provider', async () => {
    const form = aForm({ name: freshName() });
    const { id, links, act, documentHash } = await acting(form);
    await act({ kind: 'IN_PERSON' });
    for (const person of ['p2', 'p3']) {
      const { id: signing = '', secret } = links.get(person) ?? {};
      const assertion = await asserted(personAs(form, person), { documentHash });
      await send('sign', { id: signing, body: { secret, assertion } });
    }
    const { application, sent, parts } = await store.read(id);
    expect(application.state).toBe('SUBMITTED');
    const checks = await identitiesOf(provider)(sent, Date.parse(SENT_AT), parts);
    expect(checks).toMatchObject([
      { person: 'p1', outcome: 'VERIFIED', act: 'IN_PERSON', verifiedAt: SENT_AT },
      { person: 'p2', outcome: 'VERIFIED' },
      { person: 'p3', outcome: 'VERIFIED' },
    ]);
    const edited = { ...sent, documentHash: 'ab'.repeat(32) };
    const after = await identitiesOf(provider)(edited, Date.parse(SENT_AT), parts);
    expect(after[0]).toEqual({ person: 'p1', outcome: 'MISSING' });
  });

  it('asked for twice is one', async () => {
    const { id, act } = await acting();
    const first = await act();
    expect((await act({ kind: 'IN_PERSON' })).body).toEqual(first.body);
    expect((await store.history(id)).at(-1)?.to).toBe('SUBMITTED');
  });

  it('notes that the official had it before him, and of nobody whom it was not answered', async () => {
    const { id, act } = await acting();
    await act({}, { ...official, registrars: '[440106]' });
    await act({ person: 'p2' });
    expect(await readings(id)).toEqual([]);
    await act();
    expect(await readings(id)).toMatchObject([
      { by: 'official-1', what: 'IDENTITY', registrar: '440115', at: SENT_AT },
    ]);
  });

  it('is for officials of the registrar alone', async () => {
    const { act, unchanged } = await acting();
    expect((await act({}, { ...official, registrars: '[440106]' })).status).toBe(404);
    await unchanged();
  });

  it.each([
    ['signature-of-another-document', { documentHash: 'ab'.repeat(32) }],
    ['signature-of-another-person', { person: 'p2' }],
    ['invalid-request', { kind: 'BY_PHONE' }],
    ['invalid-request', { document: '' }],
  ])('answers %s, and changes nothing: %j', async (slug, change) => {
    const { act, unchanged } = await acting();
    expect(slugOf(await act(change))).toBe(slug);
    await unchanged();
  });

  it('is not needed for whom has signed, nor possible once it is submitted', async () => {
    const form = aForm({ name: freshName() });
    const { links, act, documentHash } = await acting(form);
    const { id: signing = '', secret } = links.get('p1') ?? {};
    const assertion = await asserted(personAs(form, 'p1'), { documentHash });
    await send('sign', { id: signing, body: { secret, assertion } });
    expect(slugOf(await act())).toBe('already-signed');
    await act({ person: 'p2' });
    await act({ person: 'p3' });
    expect(slugOf(await act())).toBe('not-in-this-state');
  });
});
