import { describe, expect, it } from 'vitest';
import { wantedName } from '#functions/name/wanted-name.ts';
import { registrarOf } from '#functions/registrar/registrars.ts';

const nansha = registrarOf('440115', '2026-11-23');
const NAME = '广州市南沙区晨岚百货有限公司';

describe('what a name asks of the register', () => {
  it('is the card of its 字号, and the industry on it', () => {
    expect(wantedName(NAME, nansha)).toStrictEqual({
      registrar: '440115',
      key: '晨岚',
      industry: 'F52',
    });
    expect(wantedName('广州市晨岚有限公司', nansha)).toHaveProperty('industry', '*');
  });

  it('names the companies whose 字号 it may share', () => {
    const linked = ['91440115MAX0000153'];
    expect(wantedName(NAME, nansha, linked)).toHaveProperty('linked', linked);
  });

  it('is nothing without a name, a 字号 in it, or a registrar', () => {
    expect(wantedName(undefined, nansha)).toBeUndefined();
    expect(wantedName('广州市百货店', nansha)).toBeUndefined();
    expect(wantedName(NAME, undefined)).toBeUndefined();
  });
});
