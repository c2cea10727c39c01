import type { ApplicationForm } from '../application/form.ts';
import { BUNDLES } from '../scope/catalogue.ts';
import type { DocumentKind } from '../shared/document-kinds.ts';

/** Persons whom one row can name: columns `person1.…` to `person10.…`. */
const PERSONS = 10;
/** Items for filing whose particulars one row can carry: columns `filing1.…` to `filing5.…`. */
const FILINGS = 5;

/** How a cell is read. What none of these can read is the row's fault; what it says is for the review. */
type Kind =
  | 'TEXT'
  /** a code, or its Chinese word */
  | 'CODE'
  /** an amount in yuan, kept in fen */
  | 'YUAN'
  | 'NUMBER'
  | 'TRUTH'
  | 'DATE'
  | 'PHONE'
  /** parted by ; or a new line */
  | 'LIST'
  /** wordings of scope items, also as a licence prints them; see scope/pasted-scope.ts */
  | 'WORDINGS'
  /** codes or their Chinese words, parted as roles are */
  | 'CODES'
  /** of a person: the roles that he takes */
  | 'ROLES'
  /** approvals before registration, parted by ; or a new line; what each says parted by | in the order of `APPROVAL_PARTS` */
  | 'APPROVALS'
  /** assertions of the identity provider, parted by ; or white space */
  | 'ASSERTIONS';

/** What a cell says of an approval, in this order; parts at the end may be left out. */
export const APPROVAL_PARTS = [
  'item',
  'number',
  'authority',
  'holder',
  'issued',
  'until',
  'address',
] as const satisfies readonly (keyof NonNullable<ApplicationForm['approvals']>[number])[];

export interface Column {
  /** the English header */
  readonly key: string;
  /** the Chinese header */
  readonly zh: string;
  readonly kind: Kind;
  /** where its value goes in the row, as a path */
  readonly at: readonly string[];
  /** CODE, CODES: word → code */
  readonly words?: Readonly<Record<string, string>>;
}

type Role = keyof NonNullable<ApplicationForm['roles']>;

/** Role words; `many` are lists in the form. */
export const ROLES: Readonly<Record<Role, { readonly zh: string; readonly many: boolean }>> = {
  legalRepresentative: { zh: '法定代表人', many: false },
  directors: { zh: '董事', many: true },
  managers: { zh: '经理', many: true },
  supervisors: { zh: '监事', many: true },
  financeHead: { zh: '财务负责人', many: false },
  owner: { zh: '投资人', many: false },
  operator: { zh: '经营者', many: false },
  family: { zh: '家庭成员', many: true },
  liaison: { zh: '登记联络员', many: false },
};

const TYPES = {
  有限责任公司: 'LIMITED_COMPANY',
  个人独资企业: 'SOLE_PROPRIETORSHIP',
  个体工商户: 'INDIVIDUAL_BUSINESS',
};
const PREMISES = { 自有或租赁: 'OWN', 住宅: 'HOME', 集群: 'CLUSTER', 网络经营场所: 'NETWORK' };
const PROOFS = { 产权证明: 'TITLE', 租赁合同: 'LEASE', 同意使用证明: 'CONSENT', 承诺: 'PROMISE' };
const OPERATIONS = { 个人经营: 'PERSONAL', 家庭经营: 'FAMILY' };
const SUPERVISIONS = {
  监事会: 'BOARD',
  一名监事: 'ONE',
  审计委员会: 'AUDIT_COMMITTEE',
  不设监事: 'NONE_BY_CONSENT',
};
const DOCUMENTS = {
  居民身份证: 'RESIDENT_ID',
  港澳居民来往内地通行证: 'HK_MACAO_PERMIT',
  台湾居民来往大陆通行证: 'TAIWAN_PERMIT',
  港澳台居民居住证: 'RESIDENCE_CARD',
  外国人永久居留身份证: 'FOREIGN_RESIDENT_CARD',
  护照: 'PASSPORT',
} as const satisfies Readonly<Record<string, DocumentKind>>;
const CONTRIBUTIONS = {
  货币: 'CASH',
  实物: 'GOODS',
  知识产权: 'INTELLECTUAL_PROPERTY',
  土地使用权: 'LAND_USE',
  股权: 'EQUITY',
  债权: 'CLAIM',
  数据: 'DATA',
};

const CHANNELS = { 批发: 'WHOLESALE', 零售: 'RETAIL', 网络: 'ONLINE', 自动售货: 'VENDING' };

/** Name → id of the bundles of the release: 常用关联性经营项目打包. */
const BUNDLE_NAMES = Object.fromEntries(BUNDLES.map(({ name, id }) => [name, id]));

/** The bundle whose name, or id, a wording is. */
export const bundleNamed = (wording: string): string | undefined =>
  BUNDLES.find(({ id, name }) => wording === id || wording === name)?.id;

const column = (
  key: string,
  zh: string,
  at: string,
  kind: Kind = 'TEXT',
  words?: Column['words'],
): Column => ({ key, zh, kind, at: at.split('/'), ...(words && { words }) });

const OF_THE_BUSINESS: readonly Column[] = [
  column('clientRowRef', '行参考号', 'clientRowRef'),
  column('type', '主体类型', 'form/type', 'CODE', TYPES),
  column('registrar', '登记机关', 'form/registrar'),
  column('name', '名称', 'form/name'),
  column('scope.bundle', '经营项目包', 'form/scope/bundle/id', 'CODE', BUNDLE_NAMES),
  column('scope.bundleVersion', '经营项目包版本', 'form/scope/bundle/version'),
  column('scope.without', '不含经营项目', 'form/scope/without', 'WORDINGS'),
  column('scope.items', '经营项目', 'form/scope/items', 'WORDINGS'),
  column('approvals', '前置批准文件', 'form/approvals', 'APPROVALS'),
  column('premises.kind', '场所类型', 'form/premises/kind', 'CODE', PREMISES),
  column('premises.address', '住所', 'form/premises/address'),
  column('premises.proof', '场所证明', 'form/premises/proof', 'CODE', PROOFS),
  column('premises.host', '集群托管机构', 'form/premises/host'),
  column('premises.place', '工位号', 'form/premises/place', 'NUMBER'),
  column('custody.from', '托管开始日', 'form/premises/custody/from', 'DATE'),
  column('custody.until', '托管截止日', 'form/premises/custody/until', 'DATE'),
  column(
    'custody.serviceOfDocuments',
    '托管代收法律文书',
    'form/premises/custody/serviceOfDocuments',
    'TRUTH',
  ),
  column('capital', '注册资本（元）', 'form/capital/fen', 'YUAN'),
  column('capital.currency', '币种', 'form/capital/currency', 'CODE', { 人民币: 'CNY' }),
  column('operation', '经营形式', 'form/operation', 'CODE', OPERATIONS),
  column('householdProperty', '以家庭财产出资', 'form/householdProperty', 'TRUTH'),
  column('supervision', '监督机构', 'form/supervision', 'CODE', SUPERVISIONS),
  column('charter.model', '章程范本', 'form/charter/model'),
  column('termYears', '经营期限（年）', 'form/termYears', 'NUMBER'),
  column(
    'beneficialOwners.exemptionPromise',
    '承诺免报受益所有人',
    'form/beneficialOwners/exemptionPromise',
    'TRUTH',
  ),
  column('mandate.agent', '代理机构', 'form/mandate/agent'),
  column('mandate.client', '委托人', 'form/mandate/client'),
  column('mandate.acts', '委托事项', 'form/mandate/acts', 'LIST'),
  column('mandate.from', '委托开始日', 'form/mandate/from', 'DATE'),
  column('mandate.until', '委托截止日', 'form/mandate/until', 'DATE'),
  column('mandate.corrections', '委托更正', 'form/mandate/corrections', 'TRUTH'),
  column('promises.address', '承诺住所真实', 'form/promises/address', 'TRUTH'),
  column(
    'promises.noPremisesBoundActivity',
    '承诺不在托管地址经营',
    'form/promises/noPremisesBoundActivity',
    'TRUTH',
  ),
  column('promises.similarName', '承诺近似名称责任', 'form/promises/similarName', 'TRUTH'),
  column('promises.version', '承诺文本版本', 'form/promises/version'),
  column('signatures', '签名', 'signatures', 'ASSERTIONS'),
];

const ofPerson = (n: number): readonly Column[] => {
  const person = (key: string, zh: string, at: string, kind?: Kind, words?: Column['words']) =>
    column(`person${n}.${key}`, `人员${n}${zh}`, at, kind, words);
  const people = `form/people/p${n}`;
  const share = `form/shareholders/${n}`;
  return [
    person('name', '姓名', `${people}/name`),
    person('documentKind', '证件类型', `${people}/document/kind`, 'CODE', DOCUMENTS),
    person('documentNumber', '证件号码', `${people}/document/number`),
    person('documentValidUntil', '证件有效期至', `${people}/document/validUntil`, 'DATE'),
    person('residence', '住址', `${people}/residence`),
    person('phone', '电话', `${people}/phone`, 'PHONE'),
    person('email', '电子邮箱', `${people}/email`),
    person('roles', '职务', `p${n}`, 'ROLES'),
    person('share', '认缴出资额（元）', `${share}/fen`, 'YUAN'),
    person('contribution', '出资方式', `${share}/contribution`, 'CODE', CONTRIBUTIONS),
    person('contributionDue', '出资期限', `${share}/due`, 'DATE'),
  ];
};

const ofFiling = (n: number): readonly Column[] => {
  const filing = (key: string, zh: string, kind?: Kind, words?: Column['words']) =>
    column(`filing${n}.${key}`, `备案${n}${zh}`, `form/filings/${n}/${key}`, kind, words);
  return [
    filing('item', '项目'),
    filing('channels', '经营方式', 'CODES', CHANNELS),
    filing('products', '经营品种'),
    filing('storedAt', '存放地址'),
  ];
};

/** Every column that a file may have, in the order in which the documentation lists them. */
export const COLUMNS: readonly Column[] = [
  ...OF_THE_BUSINESS,
  ...Array.from({ length: FILINGS }, (_, index) => ofFiling(index + 1)).flat(),
  ...Array.from({ length: PERSONS }, (_, index) => ofPerson(index + 1)).flat(),
];

const asWritten = (header: string): string => header.normalize('NFKC').trim();
const BY_HEADER = new Map(
  COLUMNS.flatMap((it) => [
    [asWritten(it.key), it],
    [asWritten(it.zh), it],
  ]),
);

/** The column of a header, English or Chinese; full-width signs and spaces around it do not matter. */
export const columnOf = (header: string): Column | undefined => BY_HEADER.get(asWritten(header));
