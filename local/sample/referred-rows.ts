import type { Group } from './expected.ts';
import { ROOMY_HOST } from './hosts.ts';
import {
  atHost,
  CLOTHING,
  DEPARTMENT_STORE,
  individualBusiness,
  limitedCompany,
  SOFTWARE,
} from './lawful-forms.ts';
import type { RowMaker } from './row-maker.ts';

/** Rows that a person must look at. */
export const REFERRED_ROWS = {
  'pre-approval-item': (making) => {
    const form = limitedCompany(making, { bundle: 'B14', industry: '教育咨询' });
    const item = '营利性民办职业技能培训机构';
    const approval = {
      ...{ item, number: '示例人社民〔2026〕1号', authority: '广州市示例人力资源和社会保障局' },
      ...{ holder: form.name ?? '', issued: making.today },
    };
    return { ...form, scope: { bundle: { id: 'B14' }, items: [item] }, approvals: [approval] };
  },
  'abnormal-capital': (making) => {
    const form = limitedCompany(making, CLOTHING);
    /** 100 亿元 for a dealer in clothes */
    const fen = 1_000_000_000_000;
    return {
      ...form,
      capital: { fen, currency: 'CNY' },
      shareholders: (form.shareholders ?? []).map((it, at) => ({
        ...it,
        fen: at === 0 ? fen * 0.6 : fen * 0.4,
      })),
      beneficialOwners: {
        owners: [
          { person: 'p1', share: 60 },
          { person: 'p2', share: 40 },
        ],
      },
    };
  },
  'china-in-the-name': (making) => ({
    ...limitedCompany(making, SOFTWARE),
    name: `广州市南沙区${making.tradeName()}中国软件有限公司`,
  }),
  'depends-item-of-an-individual': (making) => ({
    ...individualBusiness(making, { bundle: 'B08', industry: '美妆' }),
    scope: { bundle: { id: 'B08' }, items: ['第二类医疗器械销售'] },
  }),
  'licensed-item-at-a-host': (making) =>
    atHost(
      {
        ...limitedCompany(making, { bundle: 'B12', industry: '信息技术' }),
        scope: { bundle: { id: 'B12' }, items: ['第二类增值电信业务'] },
      },
      ROOMY_HOST,
      making,
    ),
  'operator-of-16': (making) => ({
    ...individualBusiness(making, DEPARTMENT_STORE),
    people: { p1: making.person(16), p2: making.person() },
    roles: { operator: 'p1', liaison: 'p2' },
  }),
  'manager-of-15': (making) => {
    const form = limitedCompany(making, CLOTHING);
    return {
      ...form,
      people: { ...form.people, p4: making.person(15) },
      roles: { ...form.roles, managers: ['p1', 'p4'] },
    };
  },
} satisfies Partial<Record<Group, RowMaker>>;
