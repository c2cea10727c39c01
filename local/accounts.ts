import type { AssertedPerson } from '#functions/party/signers.ts';

type Role = 'applicant' | 'agent' | 'host' | 'official' | 'department';

/** A demo account of the local system; every name is invented. */
export interface Account {
  /** the `sub` of its tokens, and what `npm run token -- ID` takes */
  readonly id: string;
  readonly role: Role;
  /** the `aud` of its tokens; the same word as the role */
  readonly audience: Role;
  readonly name: string;
  /** agents: their client secret (client credentials), good for nothing but the demo */
  readonly secret?: string;
  /** officials: the registrars they act for, and their grade */
  readonly claims?: {
    readonly registrars: readonly string[];
    readonly grade: 'OFFICER' | 'SUPERVISOR';
  };
}

/** The first account of a role is the one that `npm run token -- ROLE` means. */
export const ACCOUNTS = [
  { id: 'lin-qinghe', role: 'applicant', audience: 'applicant', name: '林清禾' },
  { id: 'zhou-mubai', role: 'applicant', audience: 'applicant', name: '周慕白' },
  {
    id: 'agent-qihang',
    role: 'agent',
    audience: 'agent',
    name: '启航示例登记代理有限公司',
    secret: 'demo-secret-of-agent-qihang',
  },
  {
    id: 'agent-lanting',
    role: 'agent',
    audience: 'agent',
    name: '兰汀示例登记代理有限公司',
    secret: 'demo-secret-of-agent-lanting',
  },
  {
    id: 'agent-yunfan',
    role: 'agent',
    audience: 'agent',
    name: '云帆示例登记代理有限公司',
    secret: 'demo-secret-of-agent-yunfan',
  },
  {
    id: 'agent-songhe',
    role: 'agent',
    audience: 'agent',
    name: '松鹤示例登记代理有限公司',
    secret: 'demo-secret-of-agent-songhe',
  },
  { id: 'host-0001', role: 'host', audience: 'host', name: '南沙示例商务秘书有限公司' },
  { id: 'host-0004', role: 'host', audience: 'host', name: '南沙示例众创空间有限公司' },
  {
    id: 'official-nansha',
    role: 'official',
    audience: 'official',
    name: '何知远',
    claims: { registrars: ['440115'], grade: 'OFFICER' },
  },
  {
    id: 'official-tianhe',
    role: 'official',
    audience: 'official',
    name: '唐以宁',
    claims: { registrars: ['440106'], grade: 'OFFICER' },
  },
  {
    id: 'supervisor',
    role: 'official',
    audience: 'official',
    name: '沈行之',
    claims: { registrars: ['440115', '440106'], grade: 'SUPERVISOR' },
  },
  {
    id: 'supervisor-nansha',
    role: 'official',
    audience: 'official',
    name: '韩叙白',
    claims: { registrars: ['440115'], grade: 'SUPERVISOR' },
  },
  { id: 'department-tax', role: 'department', audience: 'department', name: '示例税务部门' },
] as const satisfies readonly Account[];

/**
 * The natural persons whom the demo identity provider knows by an account: invented names,
 * resident IDs that only satisfy the check character. The applicants' accounts are among them.
 */
export const PERSONS = {
  'lin-qinghe': {
    name: '林清禾',
    document: { kind: 'RESIDENT_ID', number: '440115199203150029' },
  },
  'zhou-mubai': {
    name: '周慕白',
    document: { kind: 'RESIDENT_ID', number: '440106198811020016' },
  },
  'xu-zhixia': {
    name: '许知夏',
    document: { kind: 'RESIDENT_ID', number: '440105199507080047' },
  },
  'gu-yichen': {
    name: '顾亦辰',
    document: { kind: 'RESIDENT_ID', number: '440104199001010037' },
  },
  'tang-wanning': {
    name: '汤晚宁',
    document: { kind: 'RESIDENT_ID', number: '440105198609230021' },
  },
  'ye-shuyan': {
    name: '叶书砚',
    document: { kind: 'RESIDENT_ID', number: '440115200104180041' },
  },
  // retired, and a minor: who may take part in a family business, and who may not
  'fang-boyu': {
    name: '方伯渔',
    document: { kind: 'RESIDENT_ID', number: '440115195906120039' },
  },
  'lu-xiaohe': {
    name: '陆小禾',
    document: { kind: 'RESIDENT_ID', number: '440106201103070017' },
  },
} as const satisfies Record<string, AssertedPerson>;
