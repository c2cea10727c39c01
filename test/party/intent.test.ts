import { describe, expect, it } from 'vitest';
import type { ApplicationForm } from '#functions/application/form.ts';
import { intentOf } from '#functions/party/intent.ts';
import { aForm, anIndividualBusiness, people } from '#test/builders/a-form.ts';
import { aPersonKey } from '#test/builders/a-person-key.ts';

const key = await aPersonKey();
const intent = (form: ApplicationForm) => intentOf(key, form);
const named = (name: string, change: Partial<ApplicationForm> = {}) => aForm({ name, ...change });
const nameless = (address: string) =>
  anIndividualBusiness({ name: undefined, premises: { kind: 'OWN', address } });

describe('what a client intends', () => {
  it('is the same for every form of one 字号 and industry at one registrar', async () => {
    const first = await intent(named('广州市南沙区晨岚百货有限公司'));
    expect(first).toMatch(/^[\w-]{43}$/);
    const small = { ...people.p1.document, number: ` ${people.p1.document.number} ` };
    for (const form of [
      named('广州南沙区晨岚百货有限公司'),
      named('广州市南沙区晨岚百货店', { termYears: 30 }),
      aForm({ people: { ...people, p1: { name: '岑小岚', document: small } } }),
    ])
      expect(await intent(form)).toBe(first);
  });

  it('is another one for another 字号, industry, registrar or client', async () => {
    const intents = await Promise.all(
      [
        named('广州市南沙区晨岚百货有限公司'),
        named('广州市南沙区晨澜百货有限公司'),
        named('广州市南沙区晨岚餐饮有限公司'),
        named('广州市南沙区晨岚百货有限公司', { registrar: '440106' }),
        named('广州市南沙区晨岚百货有限公司', { roles: { legalRepresentative: 'p2' } }),
      ].map(intent),
    );
    expect(new Set(intents).size).toBe(intents.length);
  });

  it('is told by type and address where there is no name', async () => {
    const first = await intent(nameless('广州市南沙区望潮街12号305房'));
    expect(await intent(nameless('广州市南沙区望潮街１２号 305房'))).toBe(first);
    expect(await intent(nameless('广东省广州市南沙区望潮街12号305房'))).toBe(first);
    expect(await intent(nameless('南沙区望潮街12号305房'))).toBe(first);
    expect(await intent(nameless('广州市南沙区望潮街12号306房'))).not.toBe(first);
    expect(first).toBeDefined();
  });

  it('is told by type and host where a nameless business is to be at a host’s', async () => {
    const at = (host: string, place?: number) =>
      intent(anIndividualBusiness({ name: undefined, premises: { kind: 'CLUSTER', host, place } }));
    const first = await at('H-0001');
    expect(first).toBeDefined();
    expect(await at('H-0001', 3)).toBe(first);
    expect(await at('H-0002')).not.toBe(first);
  });

  it('is not told by a form that does not say enough', async () => {
    const unsaid: ApplicationForm[] = [
      {},
      named('广州市南沙区晨岚百货有限公司', { registrar: undefined }),
      named('广州市南沙区晨岚百货有限公司', { roles: { liaison: 'p1' } }),
      named('广州市南沙区晨岚百货有限公司', { people: { p1: { name: '岑晓岚' } } }),
      anIndividualBusiness({ name: undefined, premises: undefined }),
    ];
    for (const form of unsaid) expect(await intent(form)).toBeUndefined();
  });
});
