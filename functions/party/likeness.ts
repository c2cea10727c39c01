import type { ApplicationForm } from '../application/form.ts';
import { place } from './traces.ts';

/** Applications of one file that are alike, but for this one: how many, and how many of them stand before it. */
export interface Alike {
  readonly others: number;
  readonly before: number;
}

/** Two forms are alike from so many hundredths of what either says (Jaccard); no law sets it: [M]. */
const ALIKE_FROM = 90;

interface Likeness {
  /** the address down to the door number, without the room */
  readonly building: string;
  /** what the charter and the application say, but for names, people and address */
  readonly says: ReadonlySet<string>;
}

/** Of own premises only: at a host's address, tenants are alike by design. */
function likenessOf(form: ApplicationForm): Likeness | undefined {
  const { premises, scope, capital, shareholders = [], roles = {} } = form;
  const building = /^.*?\d+号/.exec(place(premises?.address ?? ''))?.[0];
  if (!/^(OWN|HOME)$/.test(premises?.kind ?? '') || !building) return undefined;
  const said: readonly unknown[] = [
    ['type', form.type, form.operation, form.supervision, form.charter?.model, form.termYears],
    ['capital', capital?.fen, capital?.currency],
    ['bundle', scope?.bundle?.id],
    ...(scope?.items ?? []).map((item) => ['item', item]),
    ...(scope?.without ?? []).map((item) => ['without', item]),
    ...shareholders.map(({ fen, contribution, due }, at) => ['share', at, fen, contribution, due]),
    ...Object.entries(roles).map(([role, keys]) => ['role', role, [keys ?? []].flat().length]),
  ];
  return { building, says: new Set(said.map((it) => JSON.stringify(it))) };
}

function areAlike({ says: one }: Likeness, { says: other }: Likeness): boolean {
  const both = [...one].filter((it) => other.has(it)).length;
  return both * 100 >= ALIKE_FROM * (one.size + other.size - both);
}

/**
 * How many of the forms beside it each is a copy of: the same building, and near enough the same
 * words (rule BA-07). For the rows of one chunk, which are in memory together: it costs no request.
 */
export function alikeAmong(
  forms: readonly (ApplicationForm | undefined)[],
): readonly (Alike | undefined)[] {
  const likenesses = forms.map((form) => form && likenessOf(form));
  const inBuilding = Map.groupBy(likenesses.keys(), (at) => likenesses[at]?.building);
  return likenesses.map((own, at) => {
    if (!own) return undefined;
    const alike = (inBuilding.get(own.building) ?? []).filter((it) => {
      const other = likenesses[it];
      return it !== at && other && areAlike(own, other);
    });
    return alike.length > 0
      ? { others: alike.length, before: alike.filter((it) => it < at).length }
      : undefined;
  });
}
