import type { ApplicationForm } from '../application/form.ts';
import type { LegalDate } from '../shared/calendar.ts';
import type { Bundle, BundleOn } from './bundle.ts';
import { bundleInForce, itemInForce } from './catalogue.ts';

/** One standard wording of business scope (经营范围规范表述). */
export interface ScopeItem {
  readonly wording: string;
  readonly kind: 'general' | 'filing' | 'licensed';
  /** the permit or filing that follows (or, for `preApproval`, comes first) */
  readonly permit?: string;
  /** GB/T 4754-2017 class, e.g. F5292 */
  readonly class: string;
  /** on a host's address (集群注册) */
  readonly cluster: 'yes' | 'no' | 'depends';
  /** for a 个体工商户 */
  readonly individual: 'yes' | 'no' | 'depends';
  /** approval is needed before registration (前置审批) */
  readonly preApproval?: true;
}

/** What a form's choice of bundle, dropped and added wordings comes to, on a day. */
export interface ChosenScope {
  /** in the order of the form; the first fixes the main industry */
  readonly items: readonly ScopeItem[];
  /** wordings that no catalogue item or alias in force has */
  readonly unknown: readonly { readonly pointer: string; readonly wording: string }[];
  readonly bundle?: {
    readonly id: string;
    readonly version?: string;
    readonly state: 'IN_FORCE' | 'UNKNOWN' | 'OTHER_VERSION';
    /** the business types that the bundle is made for */
    readonly types: readonly string[];
    /** made for own premises only (never on a host's address) */
    readonly ownPremises: boolean;
  };
  /** where in the form an item comes from, by index into `items`: `/scope/items/3` or `/scope/bundle` */
  readonly pointers: readonly string[];
}

/**
 * What a form's choice comes to on a day: the bundle's core without what was dropped, then the added
 * items; each once. An older bundle version counts as the one in force and says `OTHER_VERSION`.
 * Dropping what the bundle does not hold does nothing.
 *
 * @param bundleOn finds the bundle, where others may have been published since the release
 */
export function chooseScope(
  scope: ApplicationForm['scope'],
  on: LegalDate,
  bundleOn: BundleOn = bundleInForce,
): ChosenScope {
  const chosen = scope?.bundle;
  const bundle = chosen && bundleOn(chosen.id, on);
  const dropped = new Set(scope?.without?.map((wording) => itemInForce(wording, on)?.wording));
  const asked = [
    ...(bundle?.core ?? [])
      .filter((wording) => !dropped.has(wording))
      .map((wording) => ({ wording, pointer: '/scope/bundle' })),
    ...(scope?.items ?? []).map((wording, index) => ({
      wording,
      pointer: `/scope/items/${index}`,
    })),
  ];

  const known = new Map<string, { item: ScopeItem; pointer: string }>();
  const unknown: { wording: string; pointer: string }[] = [];
  for (const { wording, pointer } of asked) {
    const item = itemInForce(wording, on);
    if (!item) unknown.push({ pointer, wording });
    else if (!known.has(item.wording)) known.set(item.wording, { item, pointer });
  }

  const choices = [...known.values()];
  return {
    items: choices.map(({ item }) => item),
    unknown,
    ...(chosen && { bundle: bundleFound(chosen, bundle) }),
    pointers: choices.map(({ pointer }) => pointer),
  };
}

function bundleFound(
  { id, version }: { id: string; version?: string | undefined },
  bundle: Bundle | undefined,
): NonNullable<ChosenScope['bundle']> {
  if (!bundle) return { id, state: 'UNKNOWN', types: [], ownPremises: false };
  return {
    id,
    version: bundle.version,
    state: version === undefined || version === bundle.version ? 'IN_FORCE' : 'OTHER_VERSION',
    types: bundle.types,
    ownPremises: bundle.ownPremises,
  };
}

const GENERAL_NOTE = '（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）';
const LICENSED_NOTE =
  '（依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以相关部门批准文件或许可证件为准）';

/**
 * The business scope as a licence prints it; empty without items. Items for filing (备案) stand
 * among the general ones. Never split the text at 、 again: it stands inside wordings.
 */
export function printedScope(items: readonly ScopeItem[]): string {
  const { general = [], licensed = [] } = Object.groupBy(items, ({ kind }) =>
    kind === 'licensed' ? 'licensed' : 'general',
  );
  const part = (title: string, some: readonly ScopeItem[], note: string): string =>
    some.length > 0 ? `${title}：${some.map((it) => it.wording).join('；')}${note}` : '';

  return part('一般项目', general, GENERAL_NOTE) + part('许可项目', licensed, LICENSED_NOTE);
}
