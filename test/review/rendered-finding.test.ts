import { describe, expect, it } from 'vitest';
import { renderFinding } from '#functions/review/finding-in-words.ts';
import type { Finding } from '#functions/review/review.ts';
import { DEFECT } from '#functions/review/rule.ts';

const finding: Finding = {
  rule: 'CP-02',
  version: 1,
  pointer: '/shareholders/0/due',
  says: 'LATE',
  found: { due: '2031-12-31', last: '2031-11-23' },
  consequence: 'RETURN',
};

describe('a rendered finding', () => {
  it('speaks Chinese, with what was found', () => {
    expect(renderFinding(finding, 'zh-Hans')).toEqual({
      rule: 'CP-02',
      pointer: '/shareholders/0/due',
      consequence: 'RETURN',
      requires: '股东认缴的出资额自公司成立之日起五年内缴足。',
      fault: '出资日期2031-12-31超过公司成立之日起五年（最迟2031-11-23）。',
      mend: '请将出资日期改为2031-11-23或者更早。',
      basis: ['《公司法》第47条'],
    });
  });

  it('speaks English', () => {
    expect(renderFinding(finding, 'en')).toMatchObject({
      mend: 'Put the date at 2031-11-23 or before.',
      basis: ['《公司法》 art. 47'],
    });
  });

  it('speaks traditional Chinese, says which text counts, and leaves what was found as it was', () => {
    expect(renderFinding(finding, 'zh-Hant')).toEqual({
      rule: 'CP-02',
      pointer: '/shareholders/0/due',
      consequence: 'RETURN',
      requires: '股東認繳的出資額自公司成立之日起五年內繳足。',
      fault: '出資日期2031-12-31超過公司成立之日起五年（最遲2031-11-23）。',
      mend: '請將出資日期改為2031-11-23或者更早。',
      basis: ['《公司法》第47條'],
      remark: '以簡體中文文本為準。',
    });
    const item = { rule: 'SC-01', says: 'UNKNOWN', found: { wording: '农产品销售' } };
    expect(renderFinding({ ...finding, ...item }, 'zh-Hant').fault).toContain('农产品销售');
    expect(renderFinding({ ...finding, says: DEFECT }, 'zh-Hant').fault).toContain(
      '這是系統的問題',
    );
  });

  it('quotes an item of an article, and a law without one', () => {
    expect(renderFinding({ ...finding, rule: 'ID-04' }, 'zh-Hans').basis[0]).toBe(
      '《市场主体登记管理条例》第12条第1项',
    );
    expect(renderFinding({ ...finding, rule: 'ID-10' }, 'zh-Hans').basis).toEqual([
      '《防范和查处假冒企业登记违法行为规定》',
    ]);
  });

  it.each([
    { what: 'rule', change: { rule: 'ZZ-99' } },
    { what: 'text', change: { says: 'LONG_GONE' } },
    { what: 'name that only an object has', change: { says: 'constructor' } },
  ])('says so when it quotes a $what that is gone', ({ change }) => {
    const { rule, fault, mend } = renderFinding({ ...finding, ...change }, 'en');
    expect(rule).toBe(change.rule ?? 'CP-02');
    expect(fault).toContain('withdrawn');
    expect(mend).toContain('Ask the registrar');
  });

  it('takes the blame for a rule that failed', () => {
    expect(renderFinding({ ...finding, says: DEFECT }, 'en').fault).toContain('The fault is ours');
  });
});
