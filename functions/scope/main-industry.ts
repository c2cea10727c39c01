import * as z from 'zod';
import file from '../name/industry-words.json' with { type: 'json' };
import type { ScopeItem } from './chosen-scope.ts';

const { divisions } = z
  .object({ divisions: z.record(z.string(), z.object({ title: z.string() })) })
  .parse(file);

/** 主要行业 of a business by GB/T 4754-2017. */
export interface MainIndustry {
  /** the item that fixes it: the first (实施细则 art. 12) */
  readonly item: string;
  /** e.g. F5292 */
  readonly class: string;
  /** section letter and division, e.g. F52, and its title */
  readonly division: string;
  readonly title?: string;
}

/** The main industry of a scope; none without items. */
export function mainIndustryOf(items: readonly ScopeItem[]): MainIndustry | undefined {
  const [first] = items;
  if (!first) return undefined;
  const division = first.class.slice(0, 3);
  const title = divisions[division]?.title;
  return { item: first.wording, class: first.class, division, ...(title && { title }) };
}
