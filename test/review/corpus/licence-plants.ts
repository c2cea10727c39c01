import type { Plant, World } from './labelled.ts';
import { plant } from './plants.ts';

type Shown = NonNullable<World['licence']>;
const shown = (shows: Shown['shows'], claims?: Shown['claims']) => ({
  world: { licence: { shows, ...(claims && { claims }) } },
});
const COMPANY = '/shareholders/2/company';
const identifier = (type: string, check: string) =>
  `1.2.156.3005.2.${type}.91440115MAX000023X.20260101000001.001.${check}`;
/** A code of which both check characters are wrong, and one whose last alone is; the latter are in real use. */
const ODD = '91350203M0001QAY9B';

export const LICENCE_PLANTS: readonly Plant[] = [
  plant([], 'hunan', { which: 'a licence without a key', ...shown('VALID') }),
  plant([], 'hunan', { which: 'signed with its licence', ...shown('SIGNED') }),
  plant([], 'hunan', {
    which: 'a licence with an identifier',
    ...shown('VALID', { identifier: identifier('11100000MB0143028R001', 'G') }),
  }),
  plant(`ID-10 ${COMPANY}/licence NOT_SHOWN RETURN`, 'hunan', shown('NOTHING')),
  plant(`ID-10 ${COMPANY}/licence OTHER_DOCUMENT RETURN`, 'hunan', shown('OTHER_DOCUMENT')),
  plant(
    `EL-01 ${COMPANY}/licence STRUCTURE RETURN`,
    'hunan',
    shown('VALID', { identifier: '91440115MAX000023X' }),
  ),
  plant(`EL-01 ${COMPANY}/licence CHECK RETURN`, 'hunan', {
    ...shown('VALID', { identifier: identifier('11100000MB0143028R001', '0') }),
  }),
  plant(`EL-01 ${COMPANY}/licence TYPE RETURN`, 'hunan', {
    ...shown('VALID', {
      identifier: '1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9',
    }),
  }),
  plant(
    `EL-06 ${COMPANY}/licence BEYOND RETURN`,
    'hunan',
    shown('VALID', { mobile: '13800000000' }),
  ),
  plant(`EL-02 ${COMPANY}/licence INVALID RETURN`, 'hunan', shown('CHANGED')),
  plant(`EL-03 ${COMPANY}/licence NOT_IN_FORCE RETURN`, 'hunan', shown('REVOKED')),
  plant(`EL-03 ${COMPANY}/licence SILENT REFER`, 'hunan', shown('SILENT')),
  plant(
    `EL-04 ${COMPANY}/name NAME REFER`,
    'hunan',
    shown('VALID', { name: '湖南另一家示例科技有限公司' }),
  ),
  plant(
    `EL-04 ${COMPANY}/uscc CODE REFER`,
    'hunan',
    shown('VALID', { uscc: '91440115MAX000031Q' }),
  ),
  plant(`EL-05 ${COMPANY}/licence NOT_RECOGNISED REFER`, 'hunan', shown('ELSEWHERE')),
  ...(
    [
      ['LENGTH', '91440115'],
      ['CHARACTER', '91440115MAX00002IX'],
      ['ORGANISATION_CHECK', '91320115MAED2PCC0L'],
    ] as const
  ).map(([says, uscc]) =>
    plant([`ID-09 ${COMPANY}/uscc ${says} RETURN`, `EL-04 ${COMPANY}/uscc CODE REFER`], 'hunan', {
      set: { [`${COMPANY}/uscc`]: uscc },
      ...shown('VALID', { uscc: '91440115MAX000023X' }),
    }),
  ),
  plant(
    [`ID-09 ${COMPANY}/uscc CHECK RETURN`, `ID-10 ${COMPANY}/licence NOT_SHOWN RETURN`],
    'hunan',
    {
      set: { [`${COMPANY}/uscc`]: ODD },
      ...shown('NOTHING'),
    },
  ),
  plant(`ID-09 ${COMPANY}/uscc CHECK_OF_LICENCE REFER`, 'hunan', {
    set: { [`${COMPANY}/uscc`]: ODD },
    ...shown('VALID'),
  }),
  plant([], 'hunan', {
    which: 'the 字号 of a shareholder',
    world: (_, { name = '' }) => ({
      names: [[name, 'SHAREHOLDER']],
      licence: { shows: 'SIGNED' },
    }),
  }),
  plant(['NM-08 /name LIVE RETURN', `ID-10 ${COMPANY}/licence OTHER_DOCUMENT RETURN`], 'hunan', {
    which: 'the 字号 of a shareholder that did not sign',
    world: (_, { name = '' }) => ({
      names: [[name, 'SHAREHOLDER']],
      licence: { shows: 'OTHER_DOCUMENT' },
    }),
  }),
  plant(
    [
      'CP-03 /shareholders/3 TWICE RETURN',
      'ID-10 /shareholders/3/company/licence NOT_SHOWN RETURN',
    ],
    'hunan',
    {
      set: (_, { shareholders = [] }) => ({
        '/shareholders/2/fen': 10_000_000,
        '/shareholders/3': { ...shareholders[2], fen: 20_000_000 },
      }),
      world: { licence: { shows: 'VALID' } },
      which: 'the same company',
    },
  ),
];
