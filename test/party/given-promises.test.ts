import { describe, expect, it } from 'vitest';
import { givenPromises } from '#functions/party/given-promises.ts';
import { aForm, anIndividualBusiness } from '#test/builders/a-form.ts';

const pointersOf = (...said: Parameters<typeof givenPromises>) =>
  givenPromises(...said).map(({ pointer }) => pointer);

describe('the promises of a form', () => {
  it('are those given, in the words of the release that it names', () => {
    const promises = { address: true, similarName: false, version: '2024-04' };
    const [address, ...others] = givenPromises(anIndividualBusiness({ promises }));
    expect(others).toEqual([]);
    expect(address?.zh).toBe('申报的住所（经营场所）真实存在，申请人有权使用。');
    const today = anIndividualBusiness({ promises: { ...promises, version: '2026-05' } });
    expect(givenPromises(today)[0]?.zh).toContain('事后核查');
  });

  it('have that of the beneficial owners among them', () => {
    const form = aForm({ promises: { similarName: true, version: '2026-05' } });
    expect(pointersOf(form)).toEqual([
      '/promises/similarName',
      '/beneficialOwners/exemptionPromise',
    ]);
  });

  it.each([{}, { address: true }, { address: true, version: '1999' }])(
    'are none that anybody could have read: %j',
    (promises) => {
      expect(pointersOf(anIndividualBusiness({ promises }))).toEqual([]);
    },
  );
});
