import * as z from 'zod';
import { ADVICE, PREMISES_KINDS } from '../scope/premises-advice.ts';
import { DUTIES } from '../scope/registration-duty.ts';
import { SHOP_STATES, type shopCategories } from '../scope/shop-categories.ts';
import { LegalDate } from '../shared/calendar.ts';
import { inTongue, type Language } from '../shared/language.ts';
import { TaskView, taskViews } from './task-view.ts';

const wordings = z.array(z.string()).readonly();
const law = { law: z.string(), article: z.string().optional() };

const suitability = z.enum(['yes', 'no', 'depends']);

/** One standard wording (经营范围规范表述). */
export const ScopeItemView = z.strictObject({
  wording: z.string(),
  kind: z.enum(['general', 'filing', 'licensed']),
  /** the permit or filing that follows, or comes first with `preApproval` */
  permit: z.string().optional(),
  /** GB/T 4754-2017 */
  class: z.string(),
  /** at a host's address (集群注册) */
  cluster: suitability,
  /** for a 个体工商户 */
  individual: suitability,
  preApproval: z.literal(true).optional(),
});

const dated = { from: LegalDate, until: LegalDate };

export const CatalogueItemView = ScopeItemView.extend({ aliases: wordings, ...dated });

/** One version of a bundle (常用关联性经营项目打包). */
export const BundleView = z.strictObject({
  id: z.string(),
  version: z.string(),
  name: z.string(),
  types: z.array(z.string()).readonly(),
  ownPremises: z.boolean(),
  core: wordings,
  options: wordings,
  ...dated,
});

/** A category of selling platforms, and what stands before it. */
export const ShopCategoryView = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** NOT_IN_SCOPE: add one of `wants`; NEVER: not online */
  state: z.enum(SHOP_STATES),
  by: wordings,
  blockedBy: z.array(TaskView).readonly(),
  wants: wordings,
  /** what platforms commonly ask for besides */
  asks: z.array(z.string()).readonly(),
  because: z.string().optional(),
});

export const PremisesAdviceView = z.strictObject({
  kind: z.enum(PREMISES_KINDS),
  may: z.enum(ADVICE),
  because: z.array(z.strictObject({ text: z.string(), ...law, items: wordings.optional() })),
});

/** Parts of a trade name (企业名称登记管理规定 art. 6), in Chinese in every language: the likeliest first. */
export const NamingView = z.strictObject({
  divisions: wordings,
  industries: wordings,
  forms: wordings,
  /** the name that was given, taken apart; absent where it can only be written as a whole */
  parts: z
    .strictObject({
      division: z.string(),
      tradeName: z.string(),
      industry: z.string(),
      form: z.string(),
    })
    .exactOptional(),
});

/** Whether one must register (电子商务法 art. 10). */
export const DutyView = z.strictObject({
  /** MAY: free while the turnover of a year is small */
  duty: z.enum(DUTIES),
  because: z.string(),
  /** in traditional Chinese: that the simplified text counts */
  remark: z.string().exactOptional(),
  basis: z.array(z.strictObject(law)).readonly(),
  /** what holds for whoever does not register */
  also: z.array(z.strictObject({ text: z.string(), ...law })).readonly(),
});

/** Categories in the reader's language. */
export const shopCategoryViews = (
  categories: ReturnType<typeof shopCategories>,
  language: Language,
): z.infer<typeof ShopCategoryView>[] => {
  const said = inTongue(language);
  return categories.map(({ name, blockedBy, asks, never, ...category }) => ({
    ...category,
    name: said(name),
    blockedBy: taskViews(blockedBy, language),
    asks: asks.map(said),
    ...(never && { because: said(never) }),
  }));
};
