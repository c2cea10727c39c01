import { describe, expect, it } from 'vitest';
import { review } from '#functions/review/review.ts';
import { nameDistinctInIndustry } from '#functions/review/rules/name-distinct-in-industry.ts';
import { company } from './rule-row.ts';

const PARENT = '91440115MAX000023X';
const told = (licence: object, holder = PARENT) => {
  const nameConflicts = [{ industry: 'F52', kind: 'LIVE' as const, holder }];
  const licences = [{ shareholder: 0, outcome: 'VALID' as const, holderUscc: PARENT, ...licence }];
  return review(company({}, { nameConflicts, licences }), [nameDistinctInIndustry]).findings;
};

describe('the 字号 of a shareholder', () => {
  it.each([
    ['showed a licence without a key', {}],
    ['signed with its licence', { signed: 'SIGNED' }],
  ])('is shared where it %s', (_, licence) => {
    expect(told(licence)).toEqual([]);
  });

  it.each([
    ['did not sign', { signed: 'NOT_SIGNED' }],
    ['signed something else', { signed: 'OTHER_DOCUMENT' }],
    ['showed a licence that is revoked', { outcome: 'NOT_IN_FORCE' }],
    ['showed nothing', { outcome: 'NOT_SHOWN', holderUscc: undefined }],
  ])('is not where it %s', (_, licence) => {
    expect(told(licence)).toMatchObject([{ says: 'LIVE' }]);
  });

  it('is not that of another holder', () => {
    expect(told({}, '91440115MAX000031Q')).toMatchObject([{ says: 'LIVE' }]);
  });
});

it('says from when the name of a business that is no more is free', () => {
  const until = '2026-12-01T16:00:00.000Z';
  const nameConflicts = [{ industry: 'F52', kind: 'LIVE' as const, holder: PARENT, until }];
  const { findings } = review(company({}, { nameConflicts }), [nameDistinctInIndustry]);
  expect(findings).toMatchObject([{ says: 'FORMER', found: { from: '2026-12-02' } }]);
});
