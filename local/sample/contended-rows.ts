import type { Group } from './expected.ts';
import { CROWDED_HOST } from './hosts.ts';
import {
  atHost,
  CLOTHING,
  DEPARTMENT_STORE,
  individualBusiness,
  limitedCompany,
} from './lawful-forms.ts';
import type { RowMaker } from './row-maker.ts';

/** Lawful rows that want the same: some get it, the others are told so. */
export const CONTENDED_ROWS = {
  'one-name-for-two': (making) => ({
    ...limitedCompany(making, CLOTHING),
    name: '广州市南沙区晴蘅服饰有限公司',
  }),
  'tenants-of-one-host': (making) =>
    atHost(
      (making.index % 2 === 0 ? individualBusiness : limitedCompany)(making, DEPARTMENT_STORE),
      CROWDED_HOST,
      making,
    ),
} satisfies Partial<Record<Group, RowMaker>>;
