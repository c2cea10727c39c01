import * as z from 'zod';
import { Edition, KINDS, Proposal } from '../published/edition.ts';
import { ListQuery } from './list-query.ts';
import type { RouteTable } from './route.ts';

const audiences = ['official'] as const;

const { schemaVersion: _schema, ...told } = Edition.shape;
export const EditionView = z.strictObject(told);
export type EditionView = z.infer<typeof EditionView>;

/**
 * Dated data that officials publish by four eyes, without a release: statistical limits, bundles,
 * holidays, the stop list; and switches of rules and lanes, which one official turns off alone.
 */
export const DATA_ROUTES = {
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
