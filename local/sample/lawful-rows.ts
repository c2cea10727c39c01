import type { ApplicationForm } from '#functions/application/form.ts';
import type { Group } from './expected.ts';
import { ROOMY_HOST } from './hosts.ts';
import { hunanCompany, withHunanShareholder } from './hunan-shareholder.ts';
import {
  atHost,
  CLOTHING,
  DEPARTMENT_STORE,
  individualBusiness,
  type Line,
  limitedCompany,
  type Making,
  SOFTWARE,
  soleProprietorship,
  TIANHE,
} from './lawful-forms.ts';
import type { RowMaker } from './row-maker.ts';

type FormMaker = (making: Making, line: Line) => ApplicationForm;

const ANY: readonly FormMaker[] = [limitedCompany, soleProprietorship, individualBusiness];
const COMPANY: readonly FormMaker[] = [limitedCompany];
const PERSON: readonly FormMaker[] = [individualBusiness, soleProprietorship];

const bundle =
  (id: string, industry: string, types: readonly FormMaker[]): RowMaker =>
  (making) => {
    const make = types[making.index % types.length] ?? limitedCompany;
    return make(making, { bundle: id, industry });
  };

/** Rows that must all be registered. */
export const LAWFUL_ROWS = {
  'bundle-B01': bundle('B01', '百货', ANY),
  'bundle-B02': bundle('B02', '电子商务', COMPANY),
  'bundle-B03': bundle('B03', '文化传播', COMPANY),
  'bundle-B04': bundle('B04', '直播', PERSON),
  'bundle-B05': bundle('B05', '供应链管理', COMPANY),
  'bundle-B06': bundle('B06', '农产品', ANY),
  'bundle-B07': bundle('B07', '食品', ANY),
  'bundle-B08': bundle('B08', '美妆', ANY),
  'bundle-B09': bundle('B09', '服饰', ANY),
  'bundle-B10': bundle('B10', '数码', ANY),
  'bundle-B11': bundle('B11', '进出口贸易', COMPANY),
  'bundle-B12': bundle('B12', '信息技术', COMPANY),
  'bundle-B13': bundle('B13', '园区管理', COMPANY),
  'bundle-B14': bundle('B14', '教育咨询', COMPANY),

  'nameless-individual': (making) => {
    const { name: _, ...form } = individualBusiness(making, DEPARTMENT_STORE);
    return form;
  },
  'family-business': (making) => ({
    ...individualBusiness(making, CLOTHING),
    operation: 'FAMILY',
    people: { p1: making.person(), p2: making.person(), p3: making.person() },
    roles: { operator: 'p1', family: ['p2', 'p3'], liaison: 'p2' },
  }),
  'own-choice-of-items': (making) => ({
    ...limitedCompany(making, SOFTWARE),
    scope: { items: ['软件开发', '信息技术咨询服务', '互联网销售（除销售需要许可的商品）'] },
  }),
  'bundle-with-changes': (making) => ({
    ...soleProprietorship(making, DEPARTMENT_STORE),
    scope: { bundle: { id: 'B01' }, without: ['箱包销售'], items: ['玩具销售', '文具用品零售'] },
  }),
  'at-a-host': (making) =>
    atHost((ANY[making.index % 3] ?? limitedCompany)(making, DEPARTMENT_STORE), ROOMY_HOST, making),
  'depends-item-at-a-host': (making) =>
    atHost(
      {
        ...limitedCompany(making, CLOTHING),
        scope: { bundle: { id: 'B09' }, items: ['包装服务'] },
      },
      ROOMY_HOST,
      making,
    ),
  'in-tianhe': (making) =>
    (making.index % 2 === 0 ? limitedCompany : individualBusiness)(making, CLOTHING, TIANHE),
  'hunan-shareholder': async (making, licenceOf) => {
    const holder = hunanCompany(making);
    return withHunanShareholder(making, { ...holder, licence: await licenceOf(holder) });
  },
  'one-name-in-two-industries': (making) => ({
    ...limitedCompany(making, making.index === 0 ? CLOTHING : SOFTWARE),
    name: `广州市南沙区听鹤${making.index === 0 ? '服饰' : '软件'}有限公司`,
  }),
} satisfies Partial<Record<Group, RowMaker>>;
