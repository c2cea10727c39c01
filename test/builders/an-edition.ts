import type { Content, Edition } from '#functions/published/edition.ts';
import type { StatisticalFigures } from '#functions/registrar/statistical-figures.ts';
import { newId } from '#functions/runtime/draws.ts';

/** The figures of the release, which a test changes where it means another. */
export const someFigures = (change: Partial<StatisticalFigures> = {}): StatisticalFigures => ({
  businessesOfOneHead: 5,
  ofOneHeadInOneFile: 3,
  applicantsWithOneContact: 3,
  atOneAddress: 20,
  newAtOneAddress: 10,
  alikeInOneFile: 5,
  oneLookedAtOfAlike: 10,
  returnedOfAgent: 40,
  decidedOfAgent: 20,
  ...change,
});

/** A bundle of two general items that no release has. */
export const aBundle = (change: object = {}) => ({
  id: 'B90',
  version: '2026-12',
  name: '示例打包',
  types: ['LIMITED_COMPANY' as const],
  ownPremises: false,
  core: ['国内贸易代理', '日用百货销售'],
  options: [],
  ...change,
});

/** An edition that two officials published on 2026-11-23, in force from the next day on. */
export const anEdition = (content: Content, change: Partial<Edition> = {}): Edition => ({
  schemaVersion: 1,
  id: newId('ed'),
  state: 'CONFIRMED',
  version: 2,
  content,
  ...(content.kind !== 'SWITCHES' && { from: '2026-11-24' }),
  reason: '会议纪要',
  digest: '0'.repeat(64),
  proposedBy: 'supervisor-1',
  proposedAt: '2026-11-23T01:00:00.000Z',
  confirmedBy: 'supervisor-2',
  confirmedAt: '2026-11-23T02:00:00.000Z',
  ...change,
});
