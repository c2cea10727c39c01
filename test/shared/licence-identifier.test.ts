import { describe, expect, it } from 'vitest';
import { identifierFault } from '#functions/shared/licence-identifier.ts';

/** Identifiers of public permits, as published by their issuers. */
const PUBLISHED = [
  '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U',
  '1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0',
  '1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9',
];
const typeOf = (identifier: string) => identifier.split('.')[5] ?? '';

describe('the identifier of an e-licence', () => {
  it.each(PUBLISHED)('%s has the right check character', (identifier) => {
    expect(identifierFault(identifier, [typeOf(identifier)])).toBeUndefined();
    expect(identifierFault(identifier)).toBe('TYPE');
  });

  it.each(PUBLISHED)('%s shows a slip in its serial', (identifier) => {
    const parts = identifier.split('.');
    const serial = parts[7] ?? '';
    parts[7] = `${serial.slice(0, -1)}${serial.endsWith('8') ? '7' : '8'}`;
    expect(identifierFault(parts.join('.'), [typeOf(identifier)])).toBe('CHECK');
  });

  it('of a business licence is known', () => {
    expect(
      identifierFault('1.2.156.3005.2.11100000MB0143028R001.440115000.00000001.001.0'),
    ).toBeUndefined();
  });

  it.each([
    ...['', '91440115MAX000023X', '1.2.156.3005.2.', `${PUBLISHED[0]}.X`, `x${PUBLISHED[0]}`],
    `1.2.156.3005.3.${PUBLISHED[0]?.slice(15)}`,
    `1.2.156.3005.2.X${PUBLISHED[0]?.slice(15)}`,
  ])('%s is none', (text) => {
    expect(identifierFault(text)).toBe('STRUCTURE');
  });
});
