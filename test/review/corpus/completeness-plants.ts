import type { Places, Plant } from './labelled.ts';
import type { Base } from './lawful-bases.ts';
import { ANY, COMPANIES, HOSTED, plant } from './plants.ts';

const missing = (pointer: string, on: Base | readonly Base[], which?: string): Plant =>
  plant(`CO-01 ${pointer} MISSING RETURN`, on, {
    set: { [pointer]: undefined },
    ...(which && { which }),
  });
const unfit = (
  pointer: string,
  value: unknown,
  on: Base | readonly Base[],
  more: Places = {},
): Plant => plant(`CO-01 ${pointer} UNFIT RETURN`, on, { set: { [pointer]: value, ...more } });

export const COMPLETENESS_PLANTS: readonly Plant[] = [
  ...['/supervision', '/charter', '/beneficialOwners'].map((it) => missing(it, COMPANIES)),
  ...['/shareholders/0/due', '/shareholders/1/contribution', '/shareholders/0/person'].map((it) =>
    missing(it, 'company'),
  ),
  missing('/name', ['company', 'sole']),
  missing('/premises/proof', ANY),
  missing('/premises/address', ANY),
  ...['/premises/custody/until', '/premises/custody/serviceOfDocuments'].map((it) =>
    missing(it, HOSTED),
  ),
  missing('/premises/host', 'individual at host'),
  missing('/people/p1/residence', ['sole', 'individual']),
  missing('/people/p1/email', ['sole', 'individual']),
  missing('/people/p3/phone', COMPANIES),
  missing('/people/p1/name', ANY),
  missing('/people/p1/document/number', 'individual'),
  missing('/capital', 'sole'),
  missing('/householdProperty', 'sole'),
  missing('/operation', 'individual'),
  missing('/roles/liaison', ANY),
  missing('/roles/family', 'family'),
  missing('/roles/supervisors', ['company', 'board']),
  missing('/roles/directors', 'company'),
  ...['/mandate/until', '/mandate/acts', '/mandate/corrections'].map((it) =>
    missing(it, ['company by agent', 'individual by agent']),
  ),
  missing('/scope', ANY),
  plant(
    ['type', 'registrar', 'scope', 'premises', 'people', 'roles'].map(
      (it) => `CO-01 /${it} MISSING RETURN`,
    ),
    'individual',
    {
      which: 'an empty form',
      set: (_, form) => Object.fromEntries(Object.keys(form).map((it) => [`/${it}`, undefined])),
      alone: true,
    },
  ),
  plant('CO-02 /people/p1/name NOT_CHINESE RETURN', ANY, { set: { '/people/p1/name': '岑晓lan' } }),
  plant('CO-02 /people/p1/name ILLEGIBLE RETURN', 'individual', {
    set: { '/people/p1/name': '岑晓\u200b岚' },
  }),
  plant('CO-02 /premises/address ILLEGIBLE RETURN', ANY, {
    set: (making) => ({ '/premises/address': `${making.address()}\u202e` }),
  }),
  unfit('/operation', 'ALONE', 'individual'),
  unfit('/supervision', 'TWO', 'company'),
  unfit('/premises/proof', 'HEARSAY', ANY),
  unfit('/people/p1/document/validUntil', '2030-02-30', ANY),
  unfit('/shareholders/0/due', '尽快', 'company'),
  unfit('/termYears', 0.5, 'company'),
  unfit('/people/p3/document/kind', 'LIBRARY_CARD', 'company'),
  plant('CO-01 /roles/financeHead NOBODY RETURN', 'company', {
    set: { '/roles/financeHead': 'p9' },
  }),
  plant('CO-01 /capital NOT_ASKED RETURN', 'individual', {
    set: { '/capital': { fen: 100, currency: 'CNY' } },
  }),
  plant('CO-01 /roles/family NOT_ASKED RETURN', 'individual', {
    set: (making) => ({ '/people/p2': making.person(), '/roles/family': ['p2'] }),
  }),
  plant('CO-01 /supervision NOT_ASKED RETURN', 'sole', { set: { '/supervision': 'ONE' } }),
  plant('CO-01 /premises/address NOT_ASKED RETURN', 'company at host', {
    set: { '/premises/address': '广州市南沙区望潮街9021号' },
  }),
  plant(
    [
      'CO-01 /filings/0/channels/0 UNFIT RETURN',
      'SC-05 /scope/bundle DECLARED WARN',
      'SC-05 /scope/bundle FILING WARN',
      'SC-05 /scope/bundle FILING WARN',
    ],
    'individual',
    {
      set: {
        '/scope': { bundle: { id: 'B07' } },
        '/filings': [{ item: '保健食品（预包装）销售', channels: ['DRONE'], products: '零食' }],
      },
      which: 'with the filings of its bundle',
    },
  ),
];
