import type { IdentityCheck } from '#functions/party/identity-check.ts';
import { applicationComplete } from '#functions/review/rules/application-complete.ts';
import { boardLawful } from '#functions/review/rules/board-lawful.ts';
import { charterFitsOrgans } from '#functions/review/rules/charter-fits-organs.ts';
import { documentNotExpired } from '#functions/review/rules/document-not-expired.ts';
import { headsOfAge } from '#functions/review/rules/heads-of-age.ts';
import { identityDocumentValid } from '#functions/review/rules/identity-document-valid.ts';
import { legalRepresentativeInOffice } from '#functions/review/rules/legal-representative-in-office.ts';
import { liaisonOfAge } from '#functions/review/rules/liaison-of-age.ts';
import { liaisonReachable } from '#functions/review/rules/liaison-reachable.ts';
import { mandateCoversAct } from '#functions/review/rules/mandate-covers-act.ts';
import { noPersonDenies } from '#functions/review/rules/no-person-denies.ts';
import { outsideInvestorCertified } from '#functions/review/rules/outside-investor-certified.ts';
import { personsVerified } from '#functions/review/rules/persons-verified.ts';
import { residentIdValid } from '#functions/review/rules/resident-id-valid.ts';
import { supervisionLawful } from '#functions/review/rules/supervision-lawful.ts';
import { supervisorIndependent } from '#functions/review/rules/supervisor-independent.ts';
import { textsLegible } from '#functions/review/rules/texts-legible.ts';
import { aForm, people } from '#test/builders/a-form.ts';
import {
  company,
  empty,
  individual,
  type RuleRow,
  sole,
  withDocument,
  withPerson,
} from '../rule-row.ts';

/** Synthetic numbers of people who are so old on 2026-11-23. */
const AGED = { 15: '440106201109120222', 16: '440106201010021195', 17: '440106200911202343' };
const PERMIT = ['H12345678', 'HK_MACAO_PERMIT'] as const;

const roles = { ...aForm().roles };
const inRoles = (change: object, more: object = {}) =>
  company({ roles: { ...roles, ...change }, ...more });
const seen = (...outcomes: readonly IdentityCheck['outcome'][]) =>
  individual({}, { identities: outcomes.map((outcome) => ({ person: 'p1', outcome })) });
const strangers = (outcome: IdentityCheck['outcome']) =>
  individual({}, { identities: [{ person: 'p1', outcome: 'VERIFIED' }, { outcome }] });

const mandate = {
  agent: '启航代理',
  acts: ['ESTABLISHMENT'],
  from: '2026-11-01',
  until: '2026-11-23',
  corrections: true,
};
/** An agent of whom all who act are of age from that day on. */
const ofAgent = (ofAgeFrom: string) =>
  company(
    { mandate },
    {
      standing: {
        agent: 'agent-1',
        standing: 'ACTIVE',
        ofAgeFrom,
        at: '2026-11-23T04:00:00.000Z',
      },
    },
  );
const mandated = (change: object) => company({ mandate: { ...mandate, ...change } });

const byPassport = (more: object) =>
  company(withPerson('p2', { document: { kind: 'PASSPORT', number: 'E31415926', ...more } }));

export const PEOPLE_ROWS: readonly RuleRow[] = [
  {
    rule: applicationComplete,
    hits: {
      '/charter MISSING RETURN': company({ charter: undefined }),
      '/operation UNFIT RETURN': individual({ operation: 'ALONE' }),
      '/roles/financeHead NOBODY RETURN': inRoles({ financeHead: 'p9' }),
      '/capital NOT_ASKED RETURN': individual({ capital: { fen: 1, currency: 'CNY' } }),
    },
    passes: company(),
    notApplicable: 'ALWAYS_APPLIES',
  },
  {
    rule: textsLegible,
    hits: {
      '/premises/address ILLEGIBLE RETURN': company({
        premises: { kind: 'OWN', address: '广州市南沙区望潮街12号\u202e305房', proof: 'LEASE' },
      }),
      '/scope/items/1 ILLEGIBLE RETURN': company({ scope: { items: ['日用品销售', '服装😀'] } }),
      '/people/p1/name NOT_CHINESE RETURN': company(withPerson('p1', { name: '岑晓lan' })),
      '/people/p1/name ILLEGIBLE RETURN': company(withPerson('p1', { name: '岑晓\u200b岚' })),
    },
    passes: byPassport({}),
    notApplicable: 'ALWAYS_APPLIES',
  },
  {
    rule: residentIdValid,
    hits: {
      '/people/p1/document/number LENGTH RETURN': company(withDocument('p1', '4401061988')),
      '/people/p1/document/number CHARACTER RETURN': company(
        withDocument('p1', '44010619880412A025'),
      ),
      '/people/p1/document/number DIVISION RETURN': company(
        withDocument('p1', '990101198804123020'),
      ),
      '/people/p1/document/number DATE RETURN': company(withDocument('p1', '440106198802303025')),
      '/people/p1/document/number CHECK RETURN': company(withDocument('p1', '440106198804123026')),
    },
    passes: company(withDocument('p1', '11010519491231002x')),
    notApplicable: individual({ people: { p1: { ...people.p1, document: { kind: 'PASSPORT' } } } }),
  },
  {
    rule: identityDocumentValid,
    hits: {
      '/people/p2/document/number HK_MACAO_PERMIT RETURN': company(
        withDocument('p2', 'K12345678', 'HK_MACAO_PERMIT'),
      ),
      '/people/p2/document/number TAIWAN_PERMIT RETURN': company(
        withDocument('p2', '1234567', 'TAIWAN_PERMIT'),
      ),
      '/people/p2/document/number RESIDENCE_CARD RETURN': company(
        withDocument('p2', '440106199109261842', 'RESIDENCE_CARD'),
      ),
      '/people/p2/document/number FOREIGN_RESIDENT_CARD RETURN': company(
        withDocument('p2', '440106199109261842', 'FOREIGN_RESIDENT_CARD'),
      ),
      '/people/p2/document/number PASSPORT RETURN': company(withDocument('p2', 'E1', 'PASSPORT')),
    },
    passes: company(withDocument('p2', ...PERMIT)),
    notApplicable: company(),
  },
  {
    rule: personsVerified,
    hits: {
      '/people/p1 MISSING RETURN': seen(),
      '/people/p1 OTHER_DOCUMENT RETURN': seen('OTHER_DOCUMENT'),
      '/people/p1 TOO_OLD RETURN': seen('TOO_OLD'),
      '/people/p1 SPENT RETURN': seen('SPENT'),
      '/people FORGED RETURN': strangers('FORGED'),
      '/people OTHER_PERSON RETURN': strangers('OTHER_PERSON'),
    },
    passes: company(),
    notApplicable: empty(),
  },
  {
    rule: noPersonDenies,
    hits: {
      '/people/p2 DENIED REFER': company({}, { deniedBy: ['p2'] }),
      '/people/p1 DENIED REFER + /people/p2 DENIED REFER': company({}, { deniedBy: ['p1', 'p2'] }),
    },
    passes: company(),
    notApplicable: empty(),
  },
  {
    rule: headsOfAge,
    hits: {
      '/people/p1 OWN_EARNINGS REFER': individual(withDocument('p1', AGED[16])),
      '/people/p1 UNDER_16 PROPOSE_REFUSAL': sole(withDocument('p1', AGED[15])),
      '/people/p2 UNDER_16 PROPOSE_REFUSAL': company(withDocument('p2', AGED[15])),
    },
    passes: individual(withDocument('p2', AGED[15])),
    notApplicable: individual(withDocument('p1', ...PERMIT)),
  },
  {
    rule: liaisonOfAge,
    hits: {
      '/roles/liaison UNDER_18 RETURN': inRoles(
        { financeHead: 'p1' },
        withDocument('p3', AGED[17]),
      ),
      '/mandate/agent AGENT_UNDER_18 RETURN': ofAgent('2026-11-24'),
    },
    passes: ofAgent('2026-11-23'),
    notApplicable: company(withDocument('p3', ...PERMIT)),
  },
  {
    rule: documentNotExpired,
    hits: {
      '/people/p3/document/validUntil EXPIRED RETURN': company(
        withPerson('p3', { document: { ...people.p3.document, validUntil: '2026-11-22' } }),
      ),
    },
    passes: company(
      withPerson('p3', { document: { ...people.p3.document, validUntil: '2026-11-23' } }),
    ),
    notApplicable: individual({ people: { p1: people.p3 } }),
  },
  {
    rule: legalRepresentativeInOffice,
    hits: {
      '/roles/legalRepresentative NOT_IN_OFFICE RETURN': inRoles({ legalRepresentative: 'p3' }),
    },
    passes: inRoles({ managers: ['p3'], legalRepresentative: 'p3' }),
    notApplicable: sole(),
  },
  {
    rule: boardLawful,
    hits: {
      '/roles/directors TWO RETURN': inRoles({ directors: ['p1', 'p3'] }),
      '/roles/directors TWICE RETURN': inRoles({ directors: ['p1', 'p3', 'p1'] }),
    },
    passes: inRoles({ directors: ['p1', 'p2', 'p3'] }),
    notApplicable: sole(),
  },
  {
    rule: supervisionLawful,
    hits: {
      '/roles/supervisors BOARD_OF_THREE RETURN': company({ supervision: 'BOARD' }),
      '/roles/supervisors ONE_ONLY RETURN': inRoles({ supervisors: ['p2', 'p3'] }),
      '/roles/supervisors NO_SUPERVISORS RETURN': company({ supervision: 'NONE_BY_CONSENT' }),
      '/supervision COMMITTEE_NEEDS_BOARD RETURN': inRoles(
        { supervisors: [] },
        { supervision: 'AUDIT_COMMITTEE' },
      ),
    },
    passes: inRoles({ supervisors: [] }, { supervision: 'NONE_BY_CONSENT' }),
    notApplicable: sole(),
  },
  {
    rule: supervisorIndependent,
    hits: {
      '/roles/supervisors/1 TWO_POSTS RETURN': inRoles({ supervisors: ['p2', 'p3'] }),
      '/roles/supervisors/0 TWO_POSTS RETURN': inRoles(
        { supervisors: ['p4'] },
        { people: { ...people, p4: people.p1 } },
      ),
    },
    passes: company(),
    notApplicable: inRoles({ supervisors: [] }),
  },
  {
    rule: liaisonReachable,
    hits: {
      '/people/p3/phone PHONE RETURN': company(withPerson('p3', { phone: '微信' })),
      '/people/p3/email EMAIL RETURN': company(withPerson('p3', { email: 'p3.example.com' })),
      '/roles/liaison AGENT RETURN': company({ mandate: { ...mandate, agent: people.p3.name } }),
    },
    passes: inRoles({ liaison: 'p1' }, { mandate: { ...mandate, agent: people.p1.name } }),
    notApplicable: inRoles({ liaison: 'p9' }),
  },
  {
    rule: mandateCoversAct,
    hits: {
      '/mandate/agent OTHER_AGENT RETURN': company({ mandate }, { sentBy: 'agent-2' }),
      '/mandate/client OTHER_CLIENT RETURN': mandated({ client: 'p3' }),
      '/mandate/corrections CORRECTION_NOT_COVERED RETURN': company(
        { mandate: { ...mandate, corrections: false } },
        { attempt: 2 },
      ),
      '/mandate/acts ACT RETURN': mandated({ acts: ['CHANGE'] }),
      '/mandate/from NOT_BEGUN RETURN': mandated({ from: '2026-11-24' }),
      '/mandate/until ENDED RETURN': mandated({ until: '2026-11-22' }),
      '/mandate/corrections NO_CORRECTIONS WARN': mandated({ corrections: false }),
    },
    passes: mandated({}),
    notApplicable: company(),
  },
  {
    rule: charterFitsOrgans,
    hits: {
      '/charter/model UNKNOWN RETURN': company({ charter: { model: 'MY_OWN' } }),
      '/charter/model HAS_BOARD RETURN': inRoles({ directors: ['p1', 'p2', 'p3'] }),
      '/charter/model HAS_ONE RETURN': company({ charter: { model: 'LIMITED_COMPANY_BOARD' } }),
    },
    passes: inRoles(
      { directors: ['p1', 'p2', 'p3'] },
      { charter: { model: 'LIMITED_COMPANY_BOARD' } },
    ),
    notApplicable: sole(),
  },
  {
    rule: outsideInvestorCertified,
    hits: {
      '/people/p2/document/certification MISSING RETURN': byPassport({}),
      '/people/p2/document/certification/until EXPIRED RETURN': byPassport({
        certification: { kind: 'APOSTILLE', number: 'A-2026-0417', until: '2026-11-22' },
      }),
    },
    passes: byPassport({
      certification: { kind: 'APOSTILLE', number: 'A-2026-0417', until: '2026-11-23' },
    }),
    notApplicable: company(withDocument('p3', 'E31415926', 'PASSPORT')),
  },
];
