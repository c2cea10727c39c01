import * as z from 'zod';
import { Edition, KINDS, Lane, Proposal, StopWord } from '../published/edition.ts';
import { StatisticalFigures } from '../registrar/statistical-figures.ts';
import { LegalDate } from '../shared/calendar.ts';
import { HolidayYear } from '../shared/working-days.ts';
import { FindingView } from './finding-view.ts';
import { ListQuery } from './list-query.ts';
import type { RouteTable } from './route.ts';

const audiences = ['official'] as const;

const { schemaVersion: _schema, ...told } = Edition.shape;
export const EditionView = z.strictObject(told);
export type EditionView = z.infer<typeof EditionView>;

/** What counts today, published or released with the system; bundles are told by `/v1/scope/bundles`. */
export const PublishedView = z.strictObject({
  on: LegalDate,
  limits: z.strictObject({
    figures: StatisticalFigures,
    /** absent = those released with the system */
    edition: z.string().optional(),
  }),
  calendar: z.strictObject({
    knownFrom: LegalDate,
    knownUntil: LegalDate,
    ...HolidayYear.pick({ holidays: true, makeUpDays: true }).shape,
  }),
  words: z.array(StopWord),
  switchedOff: z.strictObject({
    rules: z.array(z.string()).readonly(),
    lanes: z.array(Lane).readonly(),
  }),
  /** what can be switched, and what it asks for */
  rules: z.array(
    z.strictObject({
      rule: z.string(),
      consequence: FindingView.shape.consequence,
      requires: z.string(),
    }),
  ),
});
export type PublishedView = z.infer<typeof PublishedView>;

/**
 * Dated data that officials publish by four eyes, without a release: statistical limits, bundles,
 * holidays, the stop list; and switches of rules and lanes, which one official turns off alone.
 */
export const DATA_ROUTES = {
  readPublished: {
    method: 'GET',
    path: '/v1/published',
    audiences,
    summary: {
      zh: '今日适用的数据：统计限额、节假日、停用词、已关闭的规则和通道，以及全部规则的要求。',
      en: 'What counts today, for all or at one registrar: limits, holidays, stop words, what is switched off, and what every rule asks for.',
    },
    query: z.object({ registrar: Proposal.shape.registrar }),
    answers: { 200: PublishedView },
    problems: ['not-found'],
  },
  listEditions: {
    method: 'GET',
    path: '/v1/editions',
    audiences,
    summary: {
      zh: '发布的数据版本，新的在前；可按种类查询。',
      en: 'Editions of dated data, the newest first; of one kind where asked.',
    },
    query: ListQuery.extend({ kind: z.enum(KINDS).optional() }),
    answers: { 200: z.strictObject({ editions: z.array(EditionView) }) },
  },
  proposeEdition: {
    method: 'POST',
    path: '/v1/editions',
    audiences,
    summary: {
      zh: '提议发布一版数据，自生效日零时起适用，须由另一名主管确认；关闭规则或通道即时生效，无需确认。',
      en: 'Proposes an edition, which counts from midnight of its first day once another supervisor has confirmed it. A switch that turns off takes effect at once, within five seconds.',
    },
    creates: true,
    body: Proposal,
    answers: { 201: EditionView },
    problems: ['not-found', 'supervisor-only', 'contended', 'edition-refused'],
  },
  readEdition: {
    method: 'GET',
    path: '/v1/editions/{id}',
    audiences,
    summary: { zh: '一版数据。', en: 'One edition.' },
    answers: { 200: EditionView },
  },
  confirmEdition: {
    method: 'POST',
    path: '/v1/editions/{id}/confirmation',
    audiences,
    summary: {
      zh: '确认发布；不得由提议人本人确认，最迟在生效日零时前一分钟。',
      en: 'Confirms an edition; never by the one who proposed it, and a minute before it begins at the latest.',
    },
    changes: true,
    answers: { 200: EditionView },
    problems: [
      'supervisor-only',
      'another-official-must',
      'not-in-this-state',
      'contended',
      'edition-refused',
    ],
  },
  withdrawEdition: {
    method: 'POST',
    path: '/v1/editions/{id}/withdrawal',
    audiences,
    summary: {
      zh: '撤回尚未生效的一版数据。',
      en: 'Withdraws an edition before it takes effect.',
    },
    changes: true,
    answers: { 200: EditionView },
    problems: ['supervisor-only', 'not-in-this-state', 'contended'],
  },
} as const satisfies RouteTable;
