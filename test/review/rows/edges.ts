import { REGISTRARS } from '#functions/registrar/registrars.ts';
import type { Listed, Seen } from '#functions/review/cross-case.ts';
import type { ReviewFacts } from '#functions/review/facts.ts';
import { aForm, atHost, people } from '#test/builders/a-form.ts';
import { aHost } from '#test/builders/review-facts.ts';
import { company, individual, sole, withDocument, withPerson } from '../rule-row.ts';

/** What a rule answers just this side of where it turns: its findings, or its result without any. */
export type Edge = readonly [rule: string, answer: string, facts: ReviewFacts];

const at = (address: string, kind = 'OWN') => ({ premises: { kind, address, proof: 'LEASE' } });
const custody = (its: object, kind = 'CLUSTER') => ({
  ...atHost,
  premises: { kind, host: 'H-0001', custody: its },
});
const seen = (change: Partial<Seen>, facts: Partial<ReviewFacts> = {}) =>
  company({}, { seen: { contacts: [], ...change }, ...facts });
const entry = (pointer: string, list: Listed['list'], ground: string, until?: string): Listed => ({
  ...{ pointer, list, ground, from: '2026-01-01' },
  ...(until !== undefined && { until }),
});
const roles = aForm().roles ?? {};
const [p1, p2] = aForm().shareholders ?? [];
const DUE = { contribution: 'CASH', due: '2030-12-31' };
const investor = (uscc: string, name = '长沙云汀贸易有限公司') => ({
  company: { name, uscc },
  fen: 30_000_000,
  ...DUE,
});
const MILLION = 100_000_000;
const nansha = REGISTRARS.find(({ division }) => division === '440115');
const companiesOnly = nansha && { ...nansha, registers: ['LIMITED_COMPANY' as const] };
const byPromise = nansha && { ...nansha, addressByPromise: true };
const promised = { premises: { kind: 'OWN', address: '广州市南沙区望潮街12号', proof: 'PROMISE' } };
const property = (...it: Parameters<typeof entry>) => company({}, { listed: [entry(...it)] });
const CHECK_OF_OTHERS = '91350203M0001QAY9B';
const byLicence = (uscc: string, licence: object) =>
  company(
    { shareholders: [investor(uscc)] },
    { licences: [{ shareholder: 0, outcome: 'VALID', holderUscc: CHECK_OF_OTHERS, ...licence }] },
  );
const owners = (its: readonly { person: string; share?: number }[], fens = [70, 30]) =>
  company({
    shareholders: fens.map((fen, of) => ({ person: `p${of + 1}`, fen: fen * 1_000_000, ...DUE })),
    beneficialOwners: { owners: [...its] },
  });
const DANGEROUS = '危险化学品经营';
const approval = (change: object, form: object = {}) =>
  company({
    scope: { items: [DANGEROUS] },
    approvals: [
      {
        ...{
          item: DANGEROUS,
          number: '示例〔2026〕1号',
          authority: '示例局',
          issued: '2026-11-01',
        },
        ...{ holder: aForm().name ?? '', address: aForm().premises?.address ?? '' },
        ...change,
      },
    ],
    ...form,
  });
const reached = (change: object, facts: Partial<ReviewFacts> = {}) =>
  company({ ...withPerson('p3', change) }, facts);
const standing = (its: object) => ({
  standing: {
    agent: 'agent-1',
    standing: 'ACTIVE' as const,
    at: '2026-11-23T03:00:00.000Z',
    ...its,
  },
});
const conflict = (holder: string, licence: object) =>
  company(
    {},
    {
      nameConflicts: [{ industry: 'F52', kind: 'LIVE', holder }],
      licences: [
        { shareholder: 0, outcome: 'VALID', holderUscc: '91440115MAX0000153', ...licence },
      ],
    },
  );
const stop = { pointer: '/name', word: '晨岚', ground: 'PUBLIC_INTEREST' };
const worded = { published: { stopWords: [stop, { ...stop, word: '晨' }] } };
const DAY = { issued: '2026-11-01' };

const AT_ADDRESSES: readonly Edge[] = [
  ['AD-01', '/premises/address OUTSIDE RETURN', company(at('广州市天河区云岭路6号', 'HOME'))],
  ['AD-01', 'MET', company(at('广东省深圳市南山区云岭路6号', 'NETWORK'))],
  ['AD-01', 'MET', company(at(' '))],
  ['AD-01', 'MET', company({ premises: { kind: 'OWN' } })],
  ['AD-01', 'NOT_APPLICABLE', company({ registrar: ' ' })],
  ['AD-01', 'MET', company({ type: 'PARTNERSHIP' }, companiesOnly && { registrar: companiesOnly })],
  [
    'AD-01',
    '/registrar NO_REGISTRAR RETURN + /premises/address NOT_GUANGZHOU RETURN',
    company({ registrar: '110101', ...at('广东省深圳市南山区云岭路6号', 'HOME') }),
  ],
  [
    'AD-01',
    '/registrar NO_REGISTRAR RETURN',
    company({ registrar: '110101', ...at('广东省深圳市南山区云岭路6号', 'NETWORK') }),
  ],
  ['AD-02', 'MET', company(at('广州市南沙区望潮街12 号'))],
  ['AD-02', 'MET', company(at('广州市南沙区望潮街12号附3号'))],
  ['AD-02', '/premises/address SEVERAL RETURN', company(at('广州市南沙区望潮街12号，14号'))],
  ['AD-02', '/premises/address NO_NUMBER RETURN', company(at('广州市南沙区望潮街', 'HOME'))],
  ['AD-02', 'NOT_APPLICABLE', company(at('广州市南沙区望潮街', 'NETWORK'))],
  ['AD-02', 'NOT_APPLICABLE', company(at(' '))],
  ['AD-02', 'NOT_APPLICABLE', company({ premises: { kind: 'OWN' } })],
  ['AD-03', 'MET', property('/premises/address', 'BUILDING', 'CONTRADICTED')],
  ['AD-03', 'MET', property('/people/p1', 'PROPERTY', 'CONTRADICTED')],
  ['AD-03', 'MET', property('/premises/address', 'PROPERTY', 'CONTRADICTED', '2026-11-22')],
  ['AD-03', 'NOT_APPLICABLE', company({ premises: { kind: 'OWN', proof: ' ' } })],
  ['AD-03', 'NOT_APPLICABLE', company({ premises: { kind: 'CLUSTER', proof: 'LEASE' } })],
  [
    'AD-03',
    'MET',
    company({ ...promised, promises: { address: true } }, byPromise && { registrar: byPromise }),
  ],
  [
    'AD-03',
    '/promises/address NOT_PROMISED RETURN',
    company({ ...promised, promises: { address: false } }, byPromise && { registrar: byPromise }),
  ],
  ['AD-06', 'NOT_APPLICABLE', company({ premises: { kind: 'CLUSTER', host: ' ' } })],
  ['AD-06', 'NOT_APPLICABLE', company({ premises: { kind: 'CLUSTER' } })],
  ['AD-06', '/premises/host NONE_FREE RETURN', company(atHost, { place: 'TAKEN' })],
  [
    'AD-06',
    '/premises/host NONE_FREE RETURN',
    company({ ...atHost, premises: { ...atHost.premises, place: 7 } }, { place: 'NONE_FREE' }),
  ],
  ['AD-07', 'MET', company(custody({ from: '2026-11-23', until: '2027-11-22' }))],
  [
    'AD-07',
    '/premises/custody/until SHORT RETURN',
    company(custody({ from: '2026-11-23', until: '2027-11-21' })),
  ],
  ['AD-07', 'MET', company(custody({ from: '2025-11-01', until: '2026-11-23' }))],
  ['AD-07', 'MET', company(custody({ until: '2026-11-23' }))],
  ['AD-07', 'MET', company(custody({ from: '2026-11-23' }))],
  ['AD-07', 'MET', company(custody({ serviceOfDocuments: true }))],
  ['AD-07', 'NOT_APPLICABLE', company(custody({}))],
  ['AD-07', 'NOT_APPLICABLE', company(custody({ from: '2027-01-01' }, 'OWN'))],
  ['AD-09', 'NOT_APPLICABLE', company({}, { host: aHost() })],
  ['AD-10', 'MET', seen({ address: { ever: 19, lately: 15 } })],
  ['RC-01', 'MET', company({}, { host: aHost({ creditClass: 'D', abnormal: true }) })],
  ['RC-01', '/premises/host ABNORMAL REFER', company(atHost, { host: aHost({ abnormal: true }) })],
  [
    'RC-01',
    '/premises/host CLASS_D REFER',
    company(atHost, { listed: [entry('/premises/host', 'CREDIT', 'D')] }),
  ],
  ['RC-01', 'MET', company({}, { listed: [entry('/people/p1', 'CREDIT', 'C')] })],
  ['RC-01', 'MET', company({}, { listed: [entry('/people/p1', 'BARRED', 'D')] })],
];

const OF_PEOPLE: readonly Edge[] = [
  ['CO-02', 'MET', company(withPerson('p1', { name: ' 岑〇·岚 ' }))],
  ['CO-02', 'MET', company(withPerson('p1', { name: undefined }))],
  ['CO-02', 'MET', company({ people: { ...people, p2: { name: 'Luo Qiming', document: {} } } })],
  ['CO-02', 'MET', company(at('广州市南沙区望潮街№12号Ⅱ座－３０５房（A）、温控25℃'))],
  ['CO-02', '/people/p1/name NOT_CHINESE RETURN', company(withPerson('p1', { name: 'L岑' }))],
  ['ID-02', 'NOT_APPLICABLE', company(withDocument('p2', ' ', 'PASSPORT'))],
  ['ID-02', 'NOT_APPLICABLE', company(withPerson('p2', { document: { kind: 'PASSPORT' } }))],
  ['ID-01', 'MET', company(withDocument('p2', ' '))],
  ['ID-01', 'MET', company(withPerson('p2', { document: { kind: 'RESIDENT_ID' } }))],
  ...[
    { name: ' ' },
    { name: undefined },
    { document: { kind: 'RESIDENT_ID', number: ' ' } },
    { document: { kind: 'RESIDENT_ID' } },
    { document: undefined },
  ].map(
    (change): Edge => [
      'ID-03',
      '/people/p2 MISSING RETURN + /people/p3 MISSING RETURN',
      company(withPerson('p1', change), { identities: [] }),
    ],
  ),
  [
    'ID-03',
    '/people/p2 MISSING RETURN + /people/p3 MISSING RETURN',
    company({}, { identities: [{ person: 'p1', outcome: 'VERIFIED' }] }),
  ],
  ['ID-04', 'MET', company(withDocument('p1', '44010620081123302X'))],
  ['ID-04', '/people/p1 OWN_EARNINGS REFER', company(withDocument('p1', '440106200811243025'))],
  ['ID-05', 'MET', company(withDocument('p3', '44010620081123302X'))],
  ['ID-05', '/roles/liaison UNDER_18 RETURN', company(withDocument('p3', '440106200811243025'))],
  ...['HK_MACAO_PERMIT', 'TAIWAN_PERMIT', 'RESIDENCE_CARD', 'FOREIGN_RESIDENT_CARD'].map(
    (kind): Edge => ['ID-11', 'MET', company(withDocument('p2', 'H12345678', kind))],
  ),
  ['ID-11', 'NOT_APPLICABLE', company(withDocument('p2', 'E12345678', ' '))],
  [
    'ID-11',
    '/people/p2/document/certification MISSING RETURN',
    company(withPerson('p2', { document: { kind: 'PASSPORT', certification: { number: ' ' } } })),
  ],
  ['OG-09', '/people/p3/phone PHONE RETURN', reached({ phone: 'x13800000003' })],
  ['OG-09', '/people/p3/phone PHONE RETURN', reached({ phone: '13800000003x' })],
  ['OG-09', '/people/p3/phone PHONE RETURN', reached({ phone: '138000' })],
  ['OG-09', 'MET', reached({ phone: ' 020-3800 0003 ', email: ' p3@example.com ' })],
  ['OG-09', 'MET', reached({ phone: '+86 138-0000-0003', email: ' ' })],
  ['OG-09', 'MET', reached({ phone: ' ' })],
  ['OG-09', 'MET', reached({ phone: undefined }, standing({}))],
  ...['+8613800000003', '0086 138 0000 0003', '１３８００００００３'].map(
    (phone): Edge => [
      'OG-09',
      '/roles/liaison AGENT RETURN',
      reached(
        {},
        standing({ phone: phone === '１３８００００００３' ? '１３８００００００　０３' : phone }),
      ),
    ],
  ),
  ['OG-09', 'MET', reached({ phone: '8613800000' }, standing({ phone: '13800000' }))],
  ['OG-09', '/roles/liaison AGENT RETURN', company({ mandate: { agent: ' 祝子衿 ' } })],
  [
    'OG-09',
    '/roles/liaison AGENT RETURN',
    company({ ...withPerson('p3', { name: ' 祝子衿 ' }), mandate: { agent: '祝子衿' } }),
  ],
  ['OG-09', 'MET', sole({ mandate: { agent: '岑晓岚' } })],
  ['OG-09', 'MET', individual({ mandate: { agent: '岑晓岚' } })],
  ['OG-09', 'MET', company({ roles: { ...roles, liaison: 'p2' }, mandate: { agent: '骆启明' } })],
  ['OG-09', 'NOT_APPLICABLE', company({ roles: { ...roles, liaison: 'p9' } })],
];

const OF_ORGANS: readonly Edge[] = [
  [
    'OG-01',
    'NOT_APPLICABLE',
    individual({ roles: { legalRepresentative: 'p1', directors: ['p1'] } }),
  ],
  ['OG-01', 'NOT_APPLICABLE', company({ roles: { directors: ['p1'] } })],
  ['OG-01', 'NOT_APPLICABLE', company({ roles: { legalRepresentative: 'p1' } })],
  ['OG-01', 'MET', company({ roles: { legalRepresentative: 'p1', managers: ['p1'] } })],
  ['OG-02', 'NOT_APPLICABLE', individual({ roles: { operator: 'p1', directors: ['p1', 'p2'] } })],
  ['OG-02', 'NOT_APPLICABLE', company({ roles: { ...roles, directors: [] } })],
  [
    'OG-03',
    'MET',
    company({ supervision: 'BOARD', roles: { ...roles, supervisors: ['p1', 'p2', 'p3'] } }),
  ],
  ['OG-03', 'MET', company({ supervision: 'BOARD', roles: { ...roles, supervisors: undefined } })],
  ['OG-03', 'MET', company({ supervision: 'BOARD', roles: undefined })],
  [
    'OG-03',
    'MET',
    company({
      supervision: 'AUDIT_COMMITTEE',
      roles: { directors: ['p1', 'p2', 'p3'], supervisors: [] },
    }),
  ],
  [
    'OG-03',
    '/roles/supervisors NO_SUPERVISORS RETURN + /supervision COMMITTEE_NEEDS_BOARD RETURN',
    company({
      supervision: 'AUDIT_COMMITTEE',
      roles: { directors: ['p1', 'p2'], supervisors: ['p3'] },
    }),
  ],
  ['OG-03', 'NOT_APPLICABLE', sole({ supervision: 'BOARD' })],
  ['OG-03', 'NOT_APPLICABLE', company({ supervision: 'toString' })],
  ['OG-04', 'MET', company({ roles: { supervisors: ['p2'], managers: ['p1'] } })],
  ['OG-08', 'MET', company({ charter: { model: ' LIMITED_COMPANY_ONE_DIRECTOR ' } })],
  ['OG-08', 'MET', company({ roles: undefined })],
  ['OG-08', 'MET', company({ roles: { legalRepresentative: 'p1' } })],
  ['OG-08', 'MET', company({}, { submittedOn: '2024-07-01' })],
  ['OG-08', '/charter/model UNKNOWN RETURN', company({}, { submittedOn: '2024-06-30' })],
  ['OG-08', 'NOT_APPLICABLE', sole({ charter: { model: 'OWN' } })],
];

const OF_CAPITAL: readonly Edge[] = [
  ['CP-01', 'MET', company({ capital: undefined })],
  ['CP-01', 'MET', company({ shareholders: [] })],
  ['CP-01', 'MET', company({ shareholders: [{ person: 'p1', fen: 1 }, { person: 'p2' }] })],
  ['CP-01', 'NOT_APPLICABLE', company({ capital: undefined, shareholders: undefined })],
  [
    'CP-03',
    '/shareholders/1 TWICE RETURN',
    company({ shareholders: [investor('91440115MAX000023X'), investor(' 91440115max000023x ')] }),
  ],
  ['CP-03', 'MET', company({ shareholders: [{ company: {} }, { company: {} }] })],
  ['CP-03', 'NOT_APPLICABLE', sole({ shareholders: [{ person: 'p1' }, { person: 'p1' }] })],
  ...[
    'GOODS',
    'INTELLECTUAL_PROPERTY',
    'LAND_USE',
    'EQUITY',
    'CLAIM',
    'DATA',
    'VIRTUAL_PROPERTY',
  ].map(
    (contribution): Edge => [
      'CP-04',
      '/shareholders/0/contribution VALUATION WARN',
      company({ shareholders: [{ person: 'p1', contribution }] }),
    ],
  ),
  ['CP-04', 'NOT_APPLICABLE', company({ shareholders: [{ person: 'p1', contribution: ' ' }] })],
  ['CP-04', 'NOT_APPLICABLE', sole({ shareholders: [{ contribution: 'LABOUR' }] })],
  ['CP-06', 'NOT_APPLICABLE', company({ termYears: 101 }, { submittedOn: '2024-06-30' })],
  ['CP-06', '/termYears TERM REFER', company({ termYears: 101 }, { submittedOn: '2024-07-01' })],
  ['CP-06', '/termYears TERM REFER', company({ capital: undefined, termYears: 101 })],
  ['CP-06', 'NOT_APPLICABLE', company({ capital: undefined })],
  ['CP-08', 'NOT_APPLICABLE', sole({ capital: undefined })],
  ['CP-10', 'MET', owners([{ person: 'p1' }, { person: 'p2', share: 100 }])],
  [
    'CP-10',
    '/beneficialOwners/owners/0/share SHARE RETURN',
    owners([{ person: 'p1', share: 0 }, { person: 'p2' }]),
  ],
  ['CP-10', '/beneficialOwners/owners LEFT_OUT RETURN', owners([{ person: 'p1' }], [75, 25])],
  ['CP-10', 'MET', owners([{ person: 'p1' }], [75.01, 24.99])],
  [
    'CP-10',
    'MET',
    company({
      shareholders: [...(p1 ? [p1] : []), investor('91440115MAX000023X')],
      beneficialOwners: { owners: [{ person: 'p1' }] },
    }),
  ],
  [
    'CP-10',
    '/beneficialOwners/exemptionPromise COMPANY RETURN',
    company({ shareholders: [...(p2 ? [p2] : []), investor('91440115MAX000023X')] }),
  ],
  [
    'CP-10',
    'MET',
    company({ capital: { fen: 10 * MILLION, currency: 'CNY' }, shareholders: undefined }),
  ],
  ['CP-10', 'MET', company({ capital: undefined })],
  ['CP-10', 'NOT_APPLICABLE', company({ beneficialOwners: { exemptionPromise: false } })],
  ['CP-10', 'NOT_APPLICABLE', sole({ beneficialOwners: { owners: [{ person: 'p1', share: 0 }] } })],
  [
    'ID-09',
    '/shareholders/0/company/uscc CHECK_OF_LICENCE REFER',
    byLicence(' 91350203m0001qay9b ', {}),
  ],
  [
    'ID-09',
    '/shareholders/0/company/uscc CHECK RETURN',
    byLicence(CHECK_OF_OTHERS, { shareholder: 1 }),
  ],
  [
    'ID-09',
    '/shareholders/0/company/uscc CHECK RETURN',
    byLicence(CHECK_OF_OTHERS, { outcome: 'INVALID' }),
  ],
  [
    'ID-09',
    '/shareholders/0/company/uscc CHECK RETURN',
    byLicence(CHECK_OF_OTHERS, { holderUscc: 'another' }),
  ],
  [
    'ID-09',
    '/shareholders/0/company/uscc ORGANISATION_CHECK RETURN',
    byLicence('91320115MAED2PCC0L', { holderUscc: '91320115MAED2PCC0L' }),
  ],
  ['ID-09', 'NOT_APPLICABLE', byLicence(' ', {})],
];

const OF_NAME_AND_SCOPE: readonly Edge[] = [
  ['NM-01', 'NOT_APPLICABLE', company({ name: ' ' })],
  ['NM-01', '/name CHARACTERS RETURN', company({ name: '广州市南沙区晨嵐A百货有限公司' })],
  ['NM-04', '/name LIMITED_COMPANY RETURN', company({ name: '广州市南沙区晨岚百货股份有限公司' })],
  ['NM-08', 'MET', conflict('91440115MAX0000153', {})],
  ['NM-08', 'MET', conflict('91440115MAX0000153', { signed: 'SIGNED' })],
  ['NM-08', '/name LIVE RETURN', conflict('91440115MAX0000153', { signed: 'NOT_SIGNED' })],
  ['NM-08', '/name LIVE RETURN', conflict('91440115MAX0000153', { outcome: 'INVALID' })],
  ['NM-08', '/name LIVE RETURN', conflict('91440115MAX000023X', {})],
  [
    'NM-08',
    '/name RESERVED RETURN',
    company({ name: undefined }, { nameConflicts: [{ industry: 'F52', kind: 'RESERVED' }] }),
  ],
  ['SC-03', '/approvals/0 CHECK REFER', approval({ holder: '岑晓岚' })],
  ['SC-03', '/approvals/0 CHECK REFER', approval({ holder: ' 骆启明 ' })],
  ['SC-03', '/approvals/0 HOLDER RETURN', approval({ holder: '祝子衿' })],
  [
    'SC-03',
    '/approvals/0 CHECK REFER',
    approval(
      { holder: '长沙云汀贸易有限公司' },
      { shareholders: [investor('91440115MAX000023X')] },
    ),
  ],
  [
    'SC-03',
    '/approvals/0 HOLDER RETURN',
    approval({ holder: '别家' }, { shareholders: undefined }),
  ],
  ['SC-03', '/approvals/0 CHECK REFER', approval({ holder: ' ', address: ' ' })],
  ['SC-03', '/approvals/0 CHECK REFER', approval({ holder: undefined, address: undefined })],
  ['SC-03', '/approvals/0 CHECK REFER', approval({ address: '广州市天河区示例路1号' }, atHost)],
  ['SC-03', '/approvals/0 CHECK REFER', approval({ address: '示例路' }, { premises: undefined })],
  [
    'SC-03',
    '/approvals/0 STRAY WARN',
    company({ scope: undefined, approvals: [{ item: DANGEROUS, ...DAY }] }),
  ],
  [
    'SC-03',
    '/scope/items/0 MISSING RETURN + /approvals/0 STRAY WARN',
    approval({ item: '日用百货销售' }),
  ],
  ['SC-06', 'NOT_APPLICABLE', company({ type: undefined })],
  ['SC-06', 'NOT_APPLICABLE', company({ scope: {} })],
  ['SC-06', 'MET', company({ scope: { bundle: { id: 'B99' } } })],
];

const OF_PATTERNS: readonly Edge[] = [
  ['BA-07', 'MET', seen({ alike: { others: 3, before: 0 } })],
  ['BA-07', 'MET', seen({ alike: { others: 5, before: 1 } })],
  ['BA-07', '/premises/address ALIKE REFER', seen({ alike: { others: 20, before: 10 } })],
  ['BA-07', 'MET', seen({ address: { ever: 3, lately: 3, sameFile: 3 } })],
  [
    'BA-07',
    '/premises/address ALIKE REFER',
    seen({ address: { ever: 4, lately: 4, sameFile: 4 } }),
  ],
  [
    'BA-07',
    '/premises/address ALIKE REFER',
    seen({ address: { ever: 14, lately: 4, sameFile: 14 } }),
  ],
  ['BA-08', '/mandate/agent OFTEN WARN', seen({ agent: { decided: 20, returned: 9 } })],
  [
    'BA-08',
    'NOT_APPLICABLE',
    seen({ agent: { decided: 100, returned: 90 } }, { submittedOn: '2022-02-28' }),
  ],
  [
    'RC-02',
    'MET',
    company({}, { listed: [entry('/premises/host', 'FAVOURED', 'KEY_ENTERPRISE')] }),
  ],
  [
    'RC-02',
    '/premises/host KEY_ENTERPRISE WARN',
    company(atHost, { listed: [entry('/premises/host', 'FAVOURED', 'KEY_ENTERPRISE')] }),
  ],
  ['RC-04', '/name ASKED REFER', company({}, worded)],
  ['RC-04', '/name ASKED REFER', company({}, { ...worded, listed: [] })],
  [
    'RC-04',
    '/name ASKED REFER + /people/p1 ASKED REFER',
    company({}, { ...worded, listed: [entry('/people/p1', 'STOP', 'X')] }),
  ],
];

export const EDGES: readonly Edge[] = [
  ...AT_ADDRESSES,
  ...OF_PEOPLE,
  ...OF_ORGANS,
  ...OF_CAPITAL,
  ...OF_NAME_AND_SCOPE,
  ...OF_PATTERNS,
];
