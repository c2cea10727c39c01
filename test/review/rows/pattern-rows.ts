import type { Listed, Seen } from '#functions/review/cross-case.ts';
import { addressNotCrowded } from '#functions/review/rules/address-not-crowded.ts';
import { agentSeldomReturned } from '#functions/review/rules/agent-seldom-returned.ts';
import { applicantsNotBarred } from '#functions/review/rules/applicants-not-barred.ts';
import { buildingMayBeUsed } from '#functions/review/rules/building-may-be-used.ts';
import { contactsOfTheirOwn } from '#functions/review/rules/contacts-of-their-own.ts';
import { copiesLookedAt } from '#functions/review/rules/copies-looked-at.ts';
import { favouredGoesFirst } from '#functions/review/rules/favoured-goes-first.ts';
import { foundersMayTrade } from '#functions/review/rules/founders-may-trade.ts';
import { headOfFew } from '#functions/review/rules/head-of-few.ts';
import { identityDocumentLive } from '#functions/review/rules/identity-document-live.ts';
import { officersHeadedNoneRevoked } from '#functions/review/rules/officers-headed-none-revoked.ts';
import { officersNotBarred } from '#functions/review/rules/officers-not-barred.ts';
import { officersPayDebts } from '#functions/review/rules/officers-pay-debts.ts';
import { publicInterestUnharmed } from '#functions/review/rules/public-interest-unharmed.ts';
import { atHost } from '#test/builders/a-form.ts';
import { company, empty, type RuleRow, sole } from '../rule-row.ts';

const mandate = {
  agent: 'agent-1',
  acts: ['ESTABLISHMENT'],
  from: '2026-11-01',
  until: '2026-12-31',
  corrections: true,
};
const shareholders = [
  { person: 'p1', fen: 70_000_000, contribution: 'CASH', due: '2030-12-31' },
  { company: { name: '长沙云汀贸易有限公司', uscc: '91440115MAX000023X' }, fen: 30_000_000 },
];

type Entry = readonly [Listed['list'], ground: string, from?: string, until?: string];

/** An entry on whoever stands at a place of the form; from well before, and for good, unless said. */
const entry = (pointer: string, [list, ground, from = '2026-01-01', until]: Entry): Listed => ({
  pointer,
  list,
  ground,
  from,
  ...(until !== undefined && { until }),
});

/** A company of which lists say this. p1 is head, director, manager and shareholder, p2 supervisor and shareholder, p3 finance head and liaison. */
const listed = (pointer: string, ...it: Entry) =>
  company({ mandate, shareholders }, { listed: [entry(pointer, it)] });
const founder = (pointer: string, ...it: Entry) => sole({}, { listed: [entry(pointer, it)] });
const STOP_WORD = { pointer: '/name', word: '示例', ground: 'PUBLIC_INTEREST' };
const clean = company({ mandate }, { listed: [] });

const seen = (change: Partial<Seen>) => company({}, { seen: { contacts: [], ...change } });
const address = (ever: number, lately: number) => seen({ address: { ever, lately } });
const inFile = (sameFile: number) =>
  seen({ address: { ever: sameFile, lately: sameFile, sameFile } });
const alike = (others: number, before: number) => seen({ alike: { others, before } });
const sender = (decided: number, returned: number) => seen({ agent: { decided, returned } });
const shared = (applicants: number) =>
  seen({ contacts: [{ pointer: '/people/p3/phone', applicants }] });

export const PATTERN_ROWS: readonly RuleRow[] = [
  {
    rule: identityDocumentLive,
    hits: {
      '/people/p3 NOT_LIVE REFER': listed('/people/p3', 'IDENTITY', 'LOST'),
    },
    passes: listed('/people/p3', 'IDENTITY', 'LOST', '2026-01-01', '2026-11-22'),
    notApplicable: company(),
  },
  {
    rule: foundersMayTrade,
    hits: {
      '/people/p1 BANNED REFER': founder('/people/p1', 'NO_PROFIT', 'CIVIL_SERVANT'),
      '/people/p2 BANNED REFER': listed('/people/p2', 'NO_PROFIT', 'OTHER'),
    },
    passes: founder('/people/p2', 'NO_PROFIT', 'CIVIL_SERVANT'),
    notApplicable: empty({ listed: [] }),
  },
  {
    rule: officersNotBarred,
    hits: {
      '/people/p1 CRIME PROPOSE_REFUSAL': listed('/people/p1', 'OFFICE', 'SENTENCE', '2021-11-23'),
      '/people/p2 CRIME PROPOSE_REFUSAL': listed('/people/p2', 'OFFICE', 'PROBATION', '2024-11-23'),
      '/people/p3 BANKRUPTCY PROPOSE_REFUSAL': listed('/people/p3', 'OFFICE', 'BANKRUPTCY'),
    },
    passes: listed('/people/p1', 'OFFICE', 'SENTENCE', '2021-11-22'),
    notApplicable: founder('/people/p1', 'OFFICE', 'SENTENCE'),
  },
  {
    rule: officersPayDebts,
    hits: {
      '/people/p1 DEBT PROPOSE_REFUSAL': listed('/people/p1', 'DISHONEST', 'DEBT'),
      '/people/p2 LISTED REFER': listed('/people/p2', 'DISHONEST', 'UNKNOWN'),
    },
    passes: listed('/people/p1', 'DISHONEST', 'DEBT', '2026-11-24'),
    notApplicable: founder('/people/p1', 'DISHONEST', 'DEBT'),
  },
  {
    rule: officersHeadedNoneRevoked,
    hits: {
      '/people/p1 RESPONSIBLE PROPOSE_REFUSAL': listed(
        '/people/p1',
        'REVOKED_HEAD',
        'RESPONSIBLE',
        '2023-11-23',
      ),
      '/people/p1 HEAD REFER': listed('/people/p1', 'REVOKED_HEAD', 'UNKNOWN'),
    },
    passes: listed('/people/p1', 'REVOKED_HEAD', 'RESPONSIBLE', '2023-11-22'),
    notApplicable: founder('/people/p1', 'REVOKED_HEAD', 'UNKNOWN'),
  },
  {
    rule: applicantsNotBarred,
    hits: {
      '/people/p1 APPLICANT PROPOSE_REFUSAL': founder('/people/p1', 'BARRED', 'ANNULMENT'),
      '/shareholders/1/company APPLICANT PROPOSE_REFUSAL': listed(
        '/shareholders/1/company',
        'BARRED',
        'ANNULMENT',
      ),
      '/mandate/agent AGENT PROPOSE_REFUSAL': listed('/mandate/agent', 'BARRED', 'ANNULMENT'),
    },
    passes: listed('/people/p1', 'BARRED', 'ANNULMENT', '2023-11-22'),
    notApplicable: company(),
  },
  {
    rule: publicInterestUnharmed,
    hits: {
      '/people/p3 ASKED REFER': listed('/people/p3', 'STOP', 'STATE_SECURITY'),
      '/premises/address ASKED REFER': listed('/premises/address', 'STOP', 'PUBLIC_INTEREST'),
      '/name ASKED REFER': company({}, { published: { stopWords: [STOP_WORD] } }),
      '/name ASKED REFER + /people/p3 ASKED REFER': company(
        { mandate, shareholders },
        {
          listed: [entry('/people/p3', ['STOP', 'STATE_SECURITY'])],
          published: { stopWords: [STOP_WORD] },
        },
      ),
    },
    passes: clean,
    notApplicable: company(),
  },
  {
    rule: buildingMayBeUsed,
    hits: {
      '/premises/address ILLEGAL RETURN': listed('/premises/address', 'BUILDING', 'ILLEGAL'),
      '/premises/address DANGEROUS RETURN': listed('/premises/address', 'BUILDING', 'DANGEROUS'),
      '/premises/address EXPROPRIATION RETURN': listed(
        '/premises/address',
        'BUILDING',
        'EXPROPRIATION',
      ),
    },
    passes: clean,
    notApplicable: company(atHost, { listed: [] }),
  },
  {
    rule: favouredGoesFirst,
    hits: {
      '/shareholders/1/company WHITELIST WARN': listed(
        '/shareholders/1/company',
        'FAVOURED',
        'WHITELIST',
      ),
      '/people/p1 KEY_ENTERPRISE WARN': founder('/people/p1', 'FAVOURED', 'KEY_ENTERPRISE'),
    },
    passes: listed('/people/p1', 'FAVOURED', 'KEY_ENTERPRISE', '2026-01-01', '2026-11-22'),
    notApplicable: company(),
  },
  {
    rule: headOfFew,
    hits: {
      '/people/p1 MANY REFER': seen({ head: { businesses: 6, sameFile: 0 } }),
      '/people/p1 IN_ONE_FILE REFER': seen({ head: { businesses: 0, sameFile: 2 } }),
    },
    passes: seen({ head: { businesses: 5, sameFile: 1 } }),
    notApplicable: seen({}),
  },
  {
    rule: contactsOfTheirOwn,
    hits: { '/people/p3/phone SHARED REFER': shared(3) },
    passes: shared(2),
    notApplicable: seen({}),
  },
  {
    rule: addressNotCrowded,
    hits: { '/premises/address CROWDED REFER': address(20, 10) },
    passes: address(400, 9),
    notApplicable: company(atHost, { seen: { contacts: [] } }),
  },
  {
    rule: copiesLookedAt,
    hits: {
      '/premises/address ALIKE REFER': alike(4, 0),
    },
    passes: inFile(5),
    notApplicable: address(400, 9),
  },
  {
    rule: agentSeldomReturned,
    hits: { '/mandate/agent OFTEN WARN': sender(100, 41) },
    passes: sender(100, 40),
    notApplicable: sender(19, 19),
  },
];
