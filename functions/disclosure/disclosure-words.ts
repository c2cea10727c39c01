import type { Told } from '../shared/language.ts';
import type { Given } from './disclosures.ts';

/** What somebody who received data is. */
export const RECIPIENTS = [
  'OFFICIAL',
  'REGION',
  'AGENT_SYSTEM',
  'IDENTITY_PROVIDER',
  'HOST',
  'REGISTRAR',
  'PUBLIC',
] as const;

interface DisclosureWords {
  readonly to: (typeof RECIPIENTS)[number];
  /** of the recipient, where the records tell no name of its own; `{name}` is filled */
  readonly name: Told;
  /** which data; `{who}` is filled */
  readonly what: Told;
  /** for what purpose */
  readonly why: Told;
  readonly basis: readonly { readonly law: string; readonly article?: string }[];
}

const RULES = '市场主体登记管理条例实施细则';
const PERSONAL_DATA = '个人信息保护法';
const REGISTRAR: Told = { zh: '登记机关', en: 'The registrar' };

/** How each is told. What stands here must be what is sent: see the view, or the client, that sends it. Articles of laws not read in full are [M]. */
export const DISCLOSURE_WORDS: Readonly<Record<Given['kind'], DisclosureWords>> = {
  CASE: {
    to: 'OFFICIAL',
    name: REGISTRAR,
    what: {
      zh: '申请的全部内容（不含电子营业执照原件）、审核意见和电子营业执照的核验结果；材料中的人员在其他申请中的身份和办理状态',
      en: 'The whole form (without e-licences themselves), the findings, and what came of checking e-licences; what the persons named are in other applications, and how those stand',
    },
    why: {
      zh: '审查申请，或者抽查自动办理的登记',
      en: 'To review the application, or to read an automatic registration a second time',
    },
    basis: [
      { law: '市场主体登记管理条例', article: '19' },
      { law: PERSONAL_DATA, article: '34' },
    ],
  },
  DEFENCE_FILE: {
    to: 'OFFICIAL',
    name: REGISTRAR,
    what: {
      zh: '本件申请的全部存档：历次申请内容、签名、审核依据和意见、文书、办理经过和查阅记录',
      en: 'Everything kept of this application: its forms, signatures, decisions and what they rest on, notices, history, and who read it',
    },
    why: {
      zh: '说明和证明登记决定依法作出',
      en: 'To explain and prove that the decision was made by law',
    },
    basis: [
      { law: '行政诉讼法', article: '34' },
      { law: PERSONAL_DATA, article: '34' },
    ],
  },
  INQUIRY: {
    to: 'OFFICIAL',
    name: REGISTRAR,
    what: {
      zh: '登记信息；提出异议的人在申请中的姓名、证件、住址、联系方式和身份，以及是否有其签名',
      en: 'What is registered; of the person who denies: name, document, residence, contacts and part in the application, and whether a signature was given in that name',
    },
    why: {
      zh: '调查登记是否应当撤销',
      en: 'To inquire whether the registration is to be annulled',
    },
    basis: [
      { law: '市场主体登记管理条例', article: '40' },
      { law: RULES, article: '51' },
    ],
  },
  IDENTITY: {
    to: 'OFFICIAL',
    name: REGISTRAR,
    what: {
      zh: '一名签署人的身份证明，以及本件申请的签署进度',
      en: 'Proof of one signer’s identity, and how far this application is signed',
    },
    why: {
      zh: '现场核验签署人的身份，代替人脸认证',
      en: 'To verify a signer in person, instead of the face check',
    },
    basis: [{ law: RULES, article: '16' }],
  },
  STATUS_LIST: {
    to: 'REGION',
    name: { zh: '{name}电子营业执照签发机关', en: 'Issuer of e-licences of {name}' },
    what: {
      zh: '没有提供您的任何信息：取得的是该机关全部电子营业执照的状态列表，在本系统内比对，没有告知是哪一份执照',
      en: 'Nothing about you: we read the issuer’s list of the states of all its e-licences and looked into it here, without telling which licence was meant',
    },
    why: {
      zh: '核验股东企业出示的电子营业执照是否有效',
      en: 'To check that the e-licence shown by a corporate shareholder is in force',
    },
    basis: [{ law: '优化营商环境条例', article: '37' }],
  },
  STANDING: {
    to: 'AGENT_SYSTEM',
    name: {
      zh: '全国经营主体登记代理信息系统',
      en: 'The national system of registration agents (全国经营主体登记代理信息系统)',
    },
    what: {
      zh: '代理人的用户编号；没有提供申请的内容和委托人的信息',
      en: 'The agent’s account; nothing of the application or of the client',
    },
    why: { zh: '查询代理人是否具有代理资格', en: 'To ask whether the agent may act' },
    basis: [{ law: '经营主体登记申请及代理行为管理办法', article: '7' }],
  },
  FACE: {
    to: 'IDENTITY_PROVIDER',
    name: { zh: '实名认证机构', en: 'The identity provider' },
    what: {
      zh: '{who}的姓名、证件号码和人脸（由本人向该机构出示），以及所签文件的摘要；没有提供申请的内容',
      en: 'Name, document number and face of {who}, shown to the provider in person, and the digest of what was signed; nothing of the application itself',
    },
    why: { zh: '核验签署人的身份', en: 'To verify who signs' },
    basis: [
      { law: RULES, article: '16' },
      { law: PERSONAL_DATA, article: '29' },
    ],
  },
  CUSTODY: {
    to: 'HOST',
    name: { zh: '住所托管机构', en: 'The host' },
    what: {
      zh: '申请编号、名称、类型、登记机关、经营范围、托管协议，以及法定代表人、投资人或者经营者的姓名；自此时起可以查看',
      en: 'Number, trade name, type, registrar, business scope, custody agreement, and the name of the legal representative, sole owner or operator; to be seen from then on',
    },
    why: { zh: '由托管机构签署托管协议', en: 'For the host to sign the custody agreement' },
    basis: [
      { law: '广州市南沙区市场主体集群注册登记管理办法' },
      { law: PERSONAL_DATA, article: '23' },
    ],
  },
  HANDED_OVER: {
    to: 'REGISTRAR',
    name: REGISTRAR,
    what: { zh: '申请的全部内容和签名', en: 'The whole application, with its signatures' },
    why: {
      zh: '移送有管辖权的登记机关办理',
      en: 'To hand it over to the registrar that has jurisdiction',
    },
    basis: [{ law: RULES, article: '18' }],
  },
  PUBLISHED: {
    to: 'PUBLIC',
    name: { zh: '社会公众（登记簿）', en: 'The public (the register)' },
    what: {
      zh: '名称、统一社会信用代码、类型、法定代表人（投资人、经营者）的姓名、注册资本（出资额）、住所（经营场所）、经营范围、登记机关和成立日期；不含证件号码、住址和联系方式',
      en: 'Trade name, code, type, name of the legal representative (sole owner, operator), capital, address, business scope, registrar and day of establishment; no document numbers, residences or contacts',
    },
    why: { zh: '公示登记信息', en: 'To publish what is registered' },
    basis: [{ law: '市场主体登记管理条例', article: '35' }],
  },
};
