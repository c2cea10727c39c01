import type { List } from '#functions/party/lists.ts';
import type { Plant } from './labelled.ts';
import { ANY, COMPANIES, plant } from './plants.ts';

const ONE = ['company', 'company by agent'] as const;
const roles = (change: Readonly<Record<string, unknown>>) => ({
  set: Object.fromEntries(
    Object.entries(change).map(([role, value]) => [
      role.startsWith('/') ? role : `/roles/${role}`,
      value,
    ]),
  ),
});
const listed = (who: string, list: List, ground: string, from = '2026-01-01') => ({
  which: ground,
  world: { listed: [[`/people/${who}`, list, ground, from] as const] },
});

export const ORGAN_PLANTS: readonly Plant[] = [
  plant(
    'OG-01 /roles/legalRepresentative NOT_IN_OFFICE RETURN',
    ONE,
    roles({ legalRepresentative: 'p3' }),
  ),
  plant('OG-02 /roles/directors TWO RETURN', ONE, roles({ directors: ['p1', 'p3'] })),
  plant('OG-02 /roles/directors TWICE RETURN', COMPANIES, roles({ directors: ['p1', 'p3', 'p1'] })),
  plant('OG-03 /roles/supervisors BOARD_OF_THREE RETURN', ONE, roles({ '/supervision': 'BOARD' })),
  plant(
    'OG-03 /roles/supervisors BOARD_OF_THREE RETURN',
    'board',
    roles({ supervisors: ['p2', 'p6'] }),
  ),
  plant(
    'OG-03 /roles/supervisors NO_SUPERVISORS RETURN',
    COMPANIES,
    roles({ '/supervision': 'NONE_BY_CONSENT' }),
  ),
  plant('OG-03 /roles/supervisors ONE_ONLY RETURN', 'board', roles({ '/supervision': 'ONE' })),
  plant('OG-03 /supervision COMMITTEE_NEEDS_BOARD RETURN', ONE, {
    ...roles({ '/supervision': 'AUDIT_COMMITTEE', supervisors: undefined }),
  }),
  plant([], ONE, {
    which: 'no supervisor, with the consent of all',
    ...roles({ '/supervision': 'NONE_BY_CONSENT', supervisors: undefined }),
  }),
  plant([], 'board', {
    which: 'an audit committee of the board',
    ...roles({ '/supervision': 'AUDIT_COMMITTEE', supervisors: undefined }),
  }),
  plant('OG-04 /roles/supervisors/0 TWO_POSTS RETURN', ONE, roles({ supervisors: ['p3'] })),
  plant(
    'OG-04 /roles/supervisors/1 TWO_POSTS RETURN',
    'board',
    roles({ supervisors: ['p2', 'p4', 'p7'] }),
  ),

  plant(
    'OG-05 /people/p1 CRIME PROPOSE_REFUSAL',
    COMPANIES,
    listed('p1', 'OFFICE', 'SENTENCE', '2021-11-23'),
  ),
  plant(
    'OG-05 /people/p2 CRIME PROPOSE_REFUSAL',
    'company',
    listed('p2', 'OFFICE', 'PROBATION', '2024-11-23'),
  ),
  plant(
    'OG-05 /people/p3 BANKRUPTCY PROPOSE_REFUSAL',
    'company',
    listed('p3', 'OFFICE', 'BANKRUPTCY'),
  ),
  plant([], 'company', {
    ...listed('p1', 'OFFICE', 'SENTENCE', '2021-11-22'),
    which: 'a sentence of five years ago',
  }),
  plant([], ['sole', 'individual'], {
    ...listed('p1', 'OFFICE', 'SENTENCE'),
    which: 'a sentence that bars no owner',
  }),
  plant('OG-06 /people/p1 DEBT PROPOSE_REFUSAL', COMPANIES, listed('p1', 'DISHONEST', 'DEBT')),
  plant('OG-06 /people/p2 LISTED REFER', 'company', listed('p2', 'DISHONEST', 'OTHER')),
  plant('OG-06 /people/p2 LISTED REFER', 'company', listed('p2', 'DISHONEST', 'UNKNOWN')),
  plant(
    'OG-07 /people/p1 RESPONSIBLE PROPOSE_REFUSAL',
    COMPANIES,
    listed('p1', 'REVOKED_HEAD', 'RESPONSIBLE', '2023-11-23'),
  ),
  plant('OG-07 /people/p3 HEAD REFER', 'company', listed('p3', 'REVOKED_HEAD', 'UNKNOWN')),
  plant('OG-08 /charter/model UNKNOWN RETURN', COMPANIES, roles({ '/charter/model': 'MY_OWN' })),
  plant(
    'OG-08 /charter/model HAS_BOARD RETURN',
    'board',
    roles({ '/charter/model': 'LIMITED_COMPANY_ONE_DIRECTOR' }),
  ),
  plant(
    'OG-08 /charter/model HAS_ONE RETURN',
    ONE,
    roles({ '/charter/model': 'LIMITED_COMPANY_BOARD' }),
  ),
  plant('OG-09 /people/p1/phone PHONE RETURN', ['sole', 'individual'], {
    set: { '/people/p1/phone': '微信' },
  }),
  plant('OG-09 /people/p3/phone PHONE RETURN', COMPANIES, {
    set: (making) => ({ '/people/p3/phone': `${making.person().phone} 转` }),
  }),
  plant('OG-09 /people/p3/email EMAIL RETURN', COMPANIES, {
    set: (making) => ({ '/people/p3/email': making.person().email?.replace('@', '.') }),
  }),
  plant('OG-09 /roles/liaison AGENT RETURN', 'company by agent', {
    world: (_, { people }) => ({ agent: { name: people?.p3?.name ?? '' } }),
  }),
  plant([], ANY, {
    which: 'a liaison with a telephone number of Hong Kong',
    set: (making, { roles: { liaison } = {} }) => ({
      [`/people/${liaison}/phone`]: `+852 2${making.person().phone?.slice(-7)}`,
    }),
  }),
];
