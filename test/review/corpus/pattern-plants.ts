import type { List } from '#functions/party/lists.ts';
import type { Plant } from './labelled.ts';
import { ANY, HOSTED, plant } from './plants.ts';

const listed = (pointer: string, list: List, ground: string, from?: string, until?: string) => {
  const days =
    from === undefined ? ([] as const) : until ? ([from, until] as const) : ([from] as const);
  return {
    which: `${ground} ${from ?? ''}`,
    world: { listed: [[pointer, list, ground, ...days] as const] },
  };
};
const seen = (pointer: string, lately: number, ever: number) => ({
  world: { seen: [[pointer, lately, ever] as const] },
});
const COMPANY = '/shareholders/2/company';
const VALID = { licence: { shows: 'VALID' } } as const;
const ofCompany = (list: List, ground: string) => ({
  world: { ...VALID, ...listed(COMPANY, list, ground).world },
});
const ROW = { batchId: 'ba_01M82ZBDYEAMN8ZTTFCSH5X6YN', clientRowRef: 'r9' };

export const PATTERN_PLANTS: readonly Plant[] = [
  plant(
    'BA-04 /people/p1 APPLICANT PROPOSE_REFUSAL',
    [...ANY, ...HOSTED],
    listed('/people/p1', 'BARRED', 'ANNULMENT', '2023-11-23'),
  ),
  plant(
    'BA-04 /people/p2 APPLICANT PROPOSE_REFUSAL',
    'company',
    listed('/people/p2', 'BARRED', 'ANNULMENT'),
  ),
  plant(`BA-04 ${COMPANY} APPLICANT PROPOSE_REFUSAL`, 'hunan', ofCompany('BARRED', 'ANNULMENT')),
  plant(
    'BA-04 /mandate/agent AGENT PROPOSE_REFUSAL',
    'company by agent',
    listed('/mandate/agent', 'BARRED', 'ANNULMENT'),
  ),
  plant([], ANY, listed('/people/p1', 'BARRED', 'ANNULMENT', '2023-11-22')),
  plant([], ANY, listed('/people/p1', 'BARRED', 'ANNULMENT', '2026-01-01', '2026-11-22')),

  plant('BA-05 /people/p1 MANY REFER', [...ANY, ...HOSTED], seen('/people/p1', 0, 6)),
  plant([], ANY, { which: 'head of five', ...seen('/people/p1', 0, 5) }),
  plant(
    'BA-06 /people/p1/phone SHARED REFER',
    ['sole', 'individual'],
    seen('/people/p1/phone', 3, 0),
  ),
  plant('BA-06 /people/p3/email SHARED REFER', 'company', seen('/people/p3/email', 3, 0)),
  plant([], 'company', { which: 'a telephone number of three', ...seen('/people/p3/phone', 2, 0) }),
  plant([], 'individual by agent', {
    which: 'the telephone number of the agent',
    world: (_, { people }) => ({
      agent: { phone: people?.p1?.phone ?? '' },
      seen: [['/people/p1/phone', 5, 0]],
    }),
  }),
  plant([], 'nameless', { which: 'an old full house', ...seen('/premises/address', 9, 35) }),
  plant([], 'individual by agent', {
    which: 'a row of a file',
    world: { row: { ...ROW, row: 9 } },
  }),

  plant('BA-05 /people/p1 IN_ONE_FILE REFER', ['company by agent', 'individual by agent'], {
    world: { row: { ...ROW, row: 10 }, sameFile: [['/people/p1', 2]] },
  }),
  plant('BA-07 /premises/address ALIKE REFER', ['company by agent', 'individual by agent'], {
    world: { row: { ...ROW, row: 11 }, sameFile: [['/premises/address', 4]] },
  }),
  plant([], 'individual by agent', {
    which: 'the third row of its address',
    world: { row: { ...ROW, row: 12 }, sameFile: [['/premises/address', 2]] },
  }),
  plant('BA-08 /mandate/agent OFTEN WARN', ['company by agent', 'individual by agent'], {
    world: { agentDecisions: { decided: 100, returned: 60 } },
  }),
  plant([], 'company by agent', {
    which: 'an agent of whom little comes back',
    world: { agentDecisions: { decided: 100, returned: 3 } },
  }),

  plant('RC-01 /premises/host CLASS_D REFER', HOSTED, { world: { host: { creditClass: 'D' } } }),
  plant('RC-01 /premises/host ABNORMAL REFER', HOSTED, { world: { host: { abnormal: true } } }),
  plant('RC-01 /people/p2 INVESTOR_CLASS_D REFER', 'company', listed('/people/p2', 'CREDIT', 'D')),
  plant(
    'RC-01 /people/p1 INVESTOR_CLASS_D REFER',
    ['sole', 'individual'],
    listed('/people/p1', 'CREDIT', 'D'),
  ),
  plant(
    'RC-01 /people/p1 INVESTOR_ABNORMAL REFER',
    ANY,
    listed('/people/p1', 'ABNORMAL', 'SERIOUS'),
  ),
  plant(`RC-01 ${COMPANY} INVESTOR_CLASS_D REFER`, 'hunan', ofCompany('CREDIT', 'D')),
  plant(
    'RC-01 /mandate/agent AGENT_CLASS_D REFER',
    'company by agent',
    listed('/mandate/agent', 'CREDIT', 'D'),
  ),
  plant(
    'RC-01 /mandate/agent AGENT_ABNORMAL REFER',
    'individual by agent',
    listed('/mandate/agent', 'ABNORMAL', 'ABNORMAL'),
  ),
  plant([], ANY, listed('/people/p1', 'CREDIT', 'C')),
  plant([], 'company', {
    ...listed('/people/p3', 'CREDIT', 'D'),
    which: 'an officer of class D who brings nothing',
  }),
  plant('RC-02 /people/p1 WHITELIST WARN', ANY, listed('/people/p1', 'FAVOURED', 'WHITELIST')),
  plant(
    'RC-02 /people/p1 KEY_ENTERPRISE WARN',
    ANY,
    listed('/people/p1', 'FAVOURED', 'KEY_ENTERPRISE'),
  ),
  plant(`RC-02 ${COMPANY} KEY_ENTERPRISE WARN`, 'hunan', ofCompany('FAVOURED', 'KEY_ENTERPRISE')),
  plant('RC-04 /people/p1 ASKED REFER', ANY, listed('/people/p1', 'STOP', 'STATE_SECURITY')),
  plant(
    'RC-04 /premises/address ASKED REFER',
    'individual',
    listed('/premises/address', 'STOP', 'PUBLIC_INTEREST'),
  ),
  plant('RC-04 /name ASKED REFER', ANY, {
    which: 'a word that officials have published',
    world: (_, { name = '' }) => ({
      published: [
        {
          kind: 'STOP_LIST',
          words: [{ word: [...name].slice(6, 9).join(''), ground: 'PUBLIC_INTEREST' }],
        },
      ],
    }),
  }),
  plant('RC-05  ONLINE REFER', ANY, {
    world: { published: [{ kind: 'SWITCHES', of: { lane: 'ONLINE' }, on: false }] },
  }),
  plant('RC-05  BATCH REFER', 'individual by agent', {
    world: {
      row: { ...ROW, row: 13 },
      published: [{ kind: 'SWITCHES', of: { lane: 'BATCH' }, on: false }],
    },
  }),
];
