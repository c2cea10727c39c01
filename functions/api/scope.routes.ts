import * as z from 'zod';
import { ApplicationForm } from '../application/form.ts';
import { DutyAnswers } from '../scope/registration-duty.ts';
import { LegalDate } from '../shared/calendar.ts';
import { FindingView } from './finding-view.ts';
import type { RouteTable } from './route.ts';
import {
  BundleView,
  CatalogueItemView,
  DutyView,
  NamingView,
  PremisesAdviceView,
  ScopeItemView,
  ShopCategoryView,
} from './scope-view.ts';
import { TaskView } from './task-view.ts';

const audiences = [] as const;

/** Day in force; absent = today in 广州. */
const on = LegalDate.optional();

const { type, registrar, name, scope, filings } = ApplicationForm.shape;

const PreviewBody = z.strictObject({
  type,
  registrar,
  name,
  scope,
  filings,
  /** a scope as a licence prints it; its wordings join `scope.items` */
  pasted: z.string().max(20_000).optional(),
});

const PreviewView = z.strictObject({
  /** the day for which it holds */
  on: LegalDate,
  /** release of the catalogue */
  catalogue: LegalDate,
  /** in traditional Chinese: that the simplified texts count */
  remark: z.string().exactOptional(),
  /** the scope as a form takes it over, pasted wordings included; findings point into it */
  scope: scope.unwrap(),
  /** as a licence would print it */
  printed: z.string(),
  /** fixed by the first item, GB/T 4754-2017; absent without items */
  mainIndustry: z
    .strictObject({
      item: z.string(),
      class: z.string(),
      division: z.string(),
      title: z.string().optional(),
    })
    .optional(),
  items: z.array(ScopeItemView).readonly(),
  /** wordings that the catalogue does not have, and the nearest that it has, for the first twenty */
  unknown: z.array(
    z.strictObject({ pointer: z.string(), wording: z.string(), nearest: z.array(z.string()) }),
  ),
  /** what the review would say of type and scope, in the same words */
  findings: z.array(FindingView),
  tasks: z.array(TaskView),
  categories: z.array(ShopCategoryView),
  premises: z.array(PremisesAdviceView),
  /** what a trade name of this type, registrar and main industry is put together with, around its 字号 */
  naming: NamingView,
});

/** The catalogue of business scope, and what follows from a choice; nothing of it is kept. */
export const SCOPE_ROUTES = {
  suggestScope: {
    method: 'GET',
    path: '/v1/scope/suggestions',
    audiences,
    summary: {
      zh: '用日常说法查找经营范围规范表述和打包项目。',
      en: 'Items and bundles of scope from plain Chinese or English words.',
    },
    query: z.object({
      q: z.string().min(1).max(100),
      limit: z.coerce.number().int().min(1).max(50).default(10),
      on,
    }),
    answers: {
      200: z.strictObject({
        items: z.array(
          z.strictObject({
            item: ScopeItemView,
            /** WORDING: what was asked stands in it; PLAIN_WORD: it is what `said` means; SIMILAR */
            because: z.enum(['WORDING', 'PLAIN_WORD', 'SIMILAR']),
            said: z.string().optional(),
          }),
        ),
        bundles: z.array(BundleView),
        /** words that were understood and that no item of the catalogue covers */
        notInCatalogue: z.array(z.string()),
      }),
    },
  },
  listScopeItems: {
    method: 'GET',
    path: '/v1/scope/items',
    audiences,
    summary: {
      zh: '某日有效的经营范围规范表述目录。',
      en: 'The catalogue of standard wordings in force on a day.',
    },
    query: z.object({ on }),
    answers: {
      200: z.strictObject({
        release: LegalDate,
        on: LegalDate,
        items: z.array(CatalogueItemView),
        /** of which a business takes one at most */
        exclusivePairs: z.array(z.tuple([z.string(), z.string()]).readonly()).readonly(),
      }),
    },
  },
  listScopeBundles: {
    method: 'GET',
    path: '/v1/scope/bundles',
    audiences,
    summary: {
      zh: '某日有效的常用关联性经营项目打包。',
      en: 'Bundles of related items in force on a day.',
    },
    query: z.object({ on }),
    answers: {
      200: z.strictObject({ release: LegalDate, on: LegalDate, bundles: z.array(BundleView) }),
    },
  },
  previewScope: {
    method: 'POST',
    path: '/v1/scope/preview',
    audiences,
    summary: {
      zh: '经营范围预览：执照文字、主要行业、后续许可和备案、可开设的平台类目、可用的地址类型。',
      en: 'What a scope comes to: its printed text, main industry, permits and filings after, platform categories that it opens, kinds of address that it may have.',
    },
    body: PreviewBody,
    answers: { 200: PreviewView },
  },
  readDuty: {
    method: 'POST',
    path: '/v1/scope/duty',
    audiences,
    summary: {
      zh: '是否必须登记：按电子商务法第十条作答。',
      en: 'Whether one must register at all, by four answers (电子商务法 art. 10).',
    },
    body: DutyAnswers,
    answers: { 200: DutyView },
  },
} as const satisfies RouteTable;
