import * as z from 'zod';
import { ListEntry } from '../party/list-entry.ts';
import { ListedSubject } from '../party/listed-subject.ts';
import { COUNTED, Listing } from '../party/listing.ts';
import { LISTS } from '../party/lists.ts';
import { LegalDate } from '../shared/calendar.ts';
import type { RouteTable } from './route.ts';

const audiences = ['official'] as const;

const { id: number, ...entry } = ListEntry.shape;
const { schemaVersion: _schema, subject: _hash, entry: _entry, ...record } = Listing.shape;

/** An entry with its record; of whom it is on, no more than what he is. */
export const ListEntryView = z.strictObject({ ...record, number, ...entry });
export type ListEntryView = z.infer<typeof ListEntryView>;

const { reason } = Listing.shape;

/** Entries of lists on persons, businesses and addresses, as other authorities tell them to officials. */
export const LIST_ENTRY_ROUTES = {
  enterListEntry: {
    method: 'POST',
    path: '/v1/list-entries',
    audiences,
    summary: {
      zh: '录入名单记录：失信、任职限制、信用分类、白名单、重点企业推荐、房屋信息等，注明来源机关和起止日期。',
      en: 'Enters a record of a list (dishonest debtors, bars, credit, whitelist, referral, property …): whose it is, of what authority, from when until when.',
    },
    creates: true,
    body: z.strictObject({
      subject: ListedSubject,
      /** the source's own number of it */
      number,
      ...entry,
      reason,
    }),
    answers: { 201: ListEntryView },
    problems: ['supervisor-only', 'not-in-this-state', 'contended'],
  },
  findListEntries: {
    method: 'POST',
    path: '/v1/list-entries/search',
    audiences,
    summary: {
      zh: '查询某人、某主体或某地址的名单记录；查询本身留痕。',
      en: 'What lists hold on one person, business or address; that it was asked is kept.',
    },
    body: z.strictObject({ subject: ListedSubject }),
    answers: { 200: z.strictObject({ entries: z.array(ListEntryView) }) },
  },
  readListEntry: {
    method: 'GET',
    path: '/v1/list-entries/{id}',
    audiences,
    summary: { zh: '一条名单记录；查询本身留痕。', en: 'One entry; that it was read is kept.' },
    answers: { 200: ListEntryView },
  },
  endListEntry: {
    method: 'POST',
    path: '/v1/list-entries/{id}/ending',
    audiences,
    summary: {
      zh: '终止名单记录：写明最后适用日；早于起始日的，视为自始不存在。',
      en: 'Ends an entry by its last day; a day before its first says that it never should have been.',
    },
    changes: true,
    body: z.strictObject({ until: LegalDate, reason }),
    answers: { 200: ListEntryView },
    problems: ['supervisor-only', 'not-in-this-state', 'contended'],
  },
  countListEntries: {
    method: 'GET',
    path: '/v1/lists/statistics',
    audiences: [],
    summary: {
      zh: '公示：信用分类、直播电商白名单、重点企业的现有记录数。',
      en: 'Published: how many entries hold today of each credit class, of the whitelist and of key enterprises.',
    },
    answers: {
      200: z.strictObject({
        on: LegalDate,
        counts: z.array(
          z.strictObject({
            list: z.enum(COUNTED),
            ground: z.enum([...LISTS.CREDIT, ...LISTS.FAVOURED]),
            entries: z.int().min(0),
          }),
        ),
      }),
    },
  },
} as const satisfies RouteTable;
