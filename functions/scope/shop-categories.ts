import * as z from 'zod';
import { LegalDate } from '../shared/calendar.ts';
import { inForce, itemInForce } from './catalogue.ts';
import type { ScopeItem } from './chosen-scope.ts';
import file from './platform-categories.json' with { type: 'json' };
import { type Task, tasksAfter } from './tasks-after.ts';

const Text = z.strictObject({ zh: z.string(), en: z.string() });

const Category = z.strictObject({
  id: z.string(),
  zh: z.string(),
  en: z.string(),
  /** wordings of which any one opens it */
  opens: z.array(z.string()),
  /** what platforms ask for besides permits; [M] */
  asks: z.array(Text).default([]),
  /** why nobody may open it */
  never: Text.exactOptional(),
  from: LegalDate,
  until: LegalDate.default('9999-12-31'),
});

/** Categories of goods and services as selling platforms commonly cut them. */
export const CATEGORIES = z.object({ categories: z.array(Category) }).parse(file).categories;

/**
 * OPEN: with the business licence alone. AFTER_FILING, AFTER_PERMIT: once `blockedBy` is got. NOT_IN_SCOPE:
 * one of `wants` must join the scope first. NEVER: not online.
 */
export const SHOP_STATES = [
  'OPEN',
  'AFTER_FILING',
  'AFTER_PERMIT',
  'NOT_IN_SCOPE',
  'NEVER',
] as const;
type ShopState = (typeof SHOP_STATES)[number];

interface ShopCategory {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly state: ShopState;
  /** items of the scope that open it */
  readonly by: readonly string[];
  /** what must be got before */
  readonly blockedBy: readonly Task[];
  /** NOT_IN_SCOPE: wordings of which one opens it */
  readonly wants: readonly string[];
  readonly asks: readonly { readonly zh: string; readonly en: string }[];
  readonly never?: { readonly zh: string; readonly en: string };
}

const RANK = { general: 0, filing: 1, licensed: 2 } as const;
const STATE = { general: 'OPEN', filing: 'AFTER_FILING', licensed: 'AFTER_PERMIT' } as const;

/**
 * Shop-ready: which categories of platforms a scope opens on a day, and what stands before each. Where
 * several items open one, those that want least count.
 */
export const shopCategories = (items: readonly ScopeItem[], on: LegalDate): ShopCategory[] =>
  CATEGORIES.filter((it) => inForce(it, on)).map(({ id, zh, en, opens, asks, never }) => {
    const opening = items
      .filter(({ wording }) => opens.includes(wording))
      .toSorted((a, b) => RANK[a.kind] - RANK[b.kind]);
    const [first] = opening;
    const least = opening.filter(({ kind }) => kind === first?.kind);
    const known = opens.filter((wording) => itemInForce(wording, on));
    return {
      ...{ id, name: { zh, en }, asks },
      state: never ? 'NEVER' : first ? STATE[first.kind] : 'NOT_IN_SCOPE',
      by: least.map(({ wording }) => wording),
      blockedBy: tasksAfter(least),
      wants: first ? [] : known,
      ...(never && { never }),
    };
  });
