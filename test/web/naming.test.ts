import { describe, expect, it } from 'vitest';
import { registrationDuty } from '#functions/scope/registration-duty.ts';
import { toldSoFar } from '#web/form/trade/duty-answers.ts';
import { withKind } from '#web/form/trade/kind.ts';
import { asTradeName, nameOf, partsLike, proposedBy, withName } from '#web/form/trade/naming.ts';

const PROPOSED = { divisions: ['广州市南沙区', '广州'], industries: ['百货'], forms: ['店'] };
const parts = { ...proposedBy(PROPOSED), tradeName: '晨岚' };

describe('a name put together', () => {
  it('is its four parts, and none without a 字号', () => {
    expect(nameOf(parts)).toBe('广州市南沙区晨岚百货店');
    expect(nameOf(proposedBy(PROPOSED))).toBeUndefined();
    expect(nameOf({ ...parts, industry: '' })).toBe('广州市南沙区晨岚店');
  });

  it('proposes nothing where nothing is known', () => {
    const none = proposedBy({ divisions: [], industries: [], forms: [] });
    expect(nameOf({ ...none, tradeName: '晨岚' })).toBe('晨岚');
  });

  it('finds the 字号 of another name with the same parts, and of no other', () => {
    expect(partsLike(parts, '广州市南沙区晨岚嘉百货店')).toEqual({ ...parts, tradeName: '晨岚嘉' });
    expect(partsLike(parts, '广州晨岚百货店')).toBeUndefined();
    expect(partsLike(parts, '广州市南沙区百货店')).toBeUndefined();
    expect(partsLike({ ...parts, industry: '', form: '' }, '广州市南沙区晨岚')).toMatchObject({
      tradeName: '晨岚',
    });
  });

  it('drops the spaces that an input method leaves', () => {
    expect(asTradeName(' 晨 岚　')).toBe('晨岚');
  });

  it('is promised anew when it changes', () => {
    const form = { name: '甲', promises: { similarName: true, address: true, version: '2026-05' } };
    expect(withName(form, '乙')).toEqual({
      name: '乙',
      promises: { address: true, version: '2026-05' },
    });
    expect(withName({ name: '甲' }, undefined)).toEqual({});
  });
});

describe('the kind of business', () => {
  it('is carried on by one person at first where it is an individual business, and says so nowhere else', () => {
    const individual = withKind({}, 'INDIVIDUAL_BUSINESS');
    expect(individual.operation).toBe('PERSONAL');
    expect(withKind({ operation: 'FAMILY' }, 'INDIVIDUAL_BUSINESS').operation).toBe('FAMILY');
    expect(withKind(individual, 'LIMITED_COMPANY')).toEqual({ type: 'LIMITED_COMPANY' });
  });
});

describe('the answers on whether one must register', () => {
  const told = {
    who: 'PERSON',
    online: 'YES',
    trades: ['OTHER_GOODS'],
    permit: 'NO',
    yuan: '６0,000 ',
  } as const;

  it('are asked for once every question is answered', () => {
    expect(registrationDuty(toldSoFar(told) ?? expect.fail()).duty).toBe('MAY');
    for (const question of Object.keys(told))
      expect(toldSoFar({ ...told, [question]: undefined })).toBeUndefined();
  });

  it.each(['', 'ten', '-1', '1e9', '1234567890123'])('know no amount %j', (yuan) => {
    expect(toldSoFar({ ...told, yuan })).toBeUndefined();
  });
});
