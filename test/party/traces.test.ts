import { describe, expect, it } from 'vitest';
import { periodOf, tracesOf } from '#functions/party/traces.ts';
import { aForm, anIndividualBusiness, atHost, people } from '#test/builders/a-form.ts';
import { aPersonKey } from '#test/builders/a-person-key.ts';

const key = await aPersonKey();
const tracesWith = (p1: object) =>
  tracesOf(key, anIndividualBusiness({ people: { p1: { ...people.p1, ...p1 } } }));
const at = (address: string, kind = 'OWN') =>
  tracesOf(key, anIndividualBusiness({ premises: { kind, address, proof: 'LEASE' } }));

describe('the traces of a form', () => {
  it('are the contacts of head and liaison, and the address of own premises', async () => {
    expect(Object.keys(await tracesOf(key, aForm())).sort()).toEqual([
      '/people/p1/email',
      '/people/p1/phone',
      '/people/p3/email',
      '/people/p3/phone',
      '/premises/address',
    ]);
    const hosted = await tracesOf(key, aForm(atHost));
    expect(Object.keys(hosted)).not.toContain('/premises/address');
    expect(Object.keys(await at('云市平台晨岚店', 'NETWORK'))).not.toContain('/premises/address');
  });

  it('tell nothing of what they stand for', async () => {
    const said = JSON.stringify(await tracesOf(key, aForm()));
    expect(said).not.toMatch(/1380000|example|望潮/);
  });

  it.each([
    '13800000001',
    ' 138 0000 0001',
    '+86 13800000001',
    '008613800000001',
    '１３８-0000-0001',
  ])('are the same for a telephone number typed as %s', async (phone) => {
    const { '/people/p1/phone': plain } = await tracesWith({ phone: '13800000001' });
    expect((await tracesWith({ phone }))['/people/p1/phone']).toBe(plain);
  });

  it('are the same for an e-mail address in capitals, and for an address with or without its city', async () => {
    const { '/people/p1/email': plain } = await tracesWith({ email: 'p1@example.com' });
    expect((await tracesWith({ email: ' P1@Example.com ' }))['/people/p1/email']).toBe(plain);
    const { '/premises/address': room } = await at('广州市南沙区望潮街12号305房');
    for (const same of ['南沙区望潮街12号305房', '广东省广州市 南沙区望潮街１２号305房'])
      expect((await at(same))['/premises/address']).toBe(room);
    expect((await at('广州市南沙区望潮街12号306房'))['/premises/address']).not.toBe(room);
  });

  it('leave out what is not there', async () => {
    expect(await tracesOf(key, {})).toEqual({});
    const form = anIndividualBusiness({ roles: { operator: 'p8', liaison: 'p9' } });
    expect(Object.keys(await tracesOf(key, form))).toEqual(['/premises/address']);
  });
});

describe('a period', () => {
  it('has thirty days', () => {
    const first = periodOf('2026-11-01T00:00:00.000Z');
    const changes = Array.from({ length: 30 }, (_, day) =>
      periodOf(new Date(Date.UTC(2026, 10, 2 + day)).toISOString()),
    ).filter((it) => it !== first);
    expect(new Set(changes)).toEqual(new Set([first + 1]));
    expect(periodOf('2026-12-01T00:00:00.000Z')).toBe(first + 1);
  });
});
