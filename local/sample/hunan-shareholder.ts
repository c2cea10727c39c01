import type { ApplicationForm } from '#functions/application/form.ts';
import { yearsLater } from '#functions/shared/days.ts';
import { usccOf } from '#functions/shared/unified-social-credit-code.ts';
import { limitedCompany, type Making, SOFTWARE } from './lawful-forms.ts';

/** A company of 长沙, invented for one row. */
export function hunanCompany(making: Making): { readonly name: string; readonly uscc: string } {
  const tradeName = making.tradeName();
  const serial =
    700_000 + [...tradeName].reduce((sum, it) => sum * 7 + (it.codePointAt(0) ?? 0), 0);
  return {
    name: `湖南${tradeName}示例科技有限公司`,
    uscc: usccOf({ class: '1', division: '430100', serial }),
  };
}

/** A limited company with three shareholders: two natural persons, and the company with 30 %. */
export function withHunanShareholder(
  making: Making,
  company: { readonly name: string; readonly uscc: string; readonly licence?: string },
): ApplicationForm {
  const form = limitedCompany({ ...making, index: 0 }, SOFTWARE);
  const due = yearsLater(making.today, 4);
  const share = (fen: number) => ({ fen, contribution: 'CASH', due });
  return {
    ...form,
    capital: { fen: 100_000_000, currency: 'CNY' },
    shareholders: [
      { person: 'p1', ...share(40_000_000) },
      { person: 'p2', ...share(30_000_000) },
      { company, ...share(30_000_000) },
    ],
    beneficialOwners: {
      owners: [
        { person: 'p1', share: 40 },
        { person: 'p2', share: 30 },
      ],
    },
  };
}
