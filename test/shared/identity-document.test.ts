import { describe, expect, it } from 'vitest';
import { checkDocument } from '#functions/shared/identity-document.ts';

const TODAY = '2026-11-23';

describe('a document number', () => {
  it.each([
    ['RESIDENT_ID', '11010519491231002x', '11010519491231002X', '1949-12-31'],
    ['HK_MACAO_PERMIT', 'h01234567', 'H01234567', undefined],
    ['HK_MACAO_PERMIT', 'M0123456701', 'M0123456701', undefined],
    ['TAIWAN_PERMIT', '01234567', '01234567', undefined],
    ['TAIWAN_PERMIT', '0123456701B', '0123456701B', undefined],
    ['RESIDENCE_CARD', '810000199408230021', '810000199408230021', '1994-08-23'],
    ['FOREIGN_RESIDENT_CARD', '931156199408230027', '931156199408230027', '1994-08-23'],
    ['PASSPORT', 'e12345678', 'E12345678', undefined],
    ['PASSPORT', '　E12345678 ', 'E12345678', undefined],
  ])('fits the kind %s: %s', (kind, number, clean, birth) => {
    expect(checkDocument({ kind, number }, TODAY)).toEqual({
      ok: true,
      number: clean,
      ...(birth && { birth }),
    });
  });

  it.each([
    ['RESIDENT_ID', '110105194912310020', 'CHECK'],
    ['HK_MACAO_PERMIT', 'X01234567', 'PATTERN'],
    ['HK_MACAO_PERMIT', 'H012345678', 'PATTERN'],
    ['HK_MACAO_PERMIT', 'XH01234567', 'PATTERN'],
    ['TAIWAN_PERMIT', 'T01234567', 'PATTERN'],
    ['PASSPORT', '-E12345678', 'PATTERN'],
    ['PASSPORT', 'E12345678-', 'PATTERN'],
    ['PASSPORT', 'E12345678901234567', 'PATTERN'],
    ['TAIWAN_PERMIT', '012345678', 'PATTERN'],
    ['RESIDENCE_CARD', '11010519491231002X', 'PATTERN'],
    ['RESIDENCE_CARD', '810000199402300021', 'DATE'],
    ['FOREIGN_RESIDENT_CARD', '11010519491231002X', 'PATTERN'],
    ['PASSPORT', 'E123', 'PATTERN'],
    ['PASSPORT', 'E1234-678', 'PATTERN'],
    ['DRIVING_LICENCE', '1', 'KIND'],
    ['toString', '1', 'KIND'],
  ])('does not fit the kind %s: %s, %s', (kind, number, fault) => {
    expect(checkDocument({ kind, number }, TODAY)).toEqual({ ok: false, fault });
  });
});
