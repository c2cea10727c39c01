import type { ProblemError } from '../shared/request-faults.ts';
import { readCell } from './csv-cell.ts';
import { bundleNamed, type Column, ROLES } from './csv-columns.ts';

type Members = Record<string, unknown>;

/** A record as a row of the canonical file: as an agent would send it, or why it could not be read. */
export type ConvertedRow =
  | { readonly clientRowRef?: string; readonly form: object; readonly signatures: unknown }
  | { readonly clientRowRef?: string; readonly faults: readonly ProblemError[] };

/**
 * Makes a row of a record's cells. Empty cells say nothing, so a person or a shareholder without any
 * is not there. All faults are told at once, each by its column; values are not repeated.
 */
export function rowOf(columns: readonly Column[], cells: readonly string[]): ConvertedRow {
  const row: Members = { form: {} };
  const faults: ProblemError[] = [];
  const roles: Members = {};
  const fault = ({ key }: Column, detail: string) =>
    faults.push({ pointer: `#column/${key}`, detail });

  if (cells.length !== columns.length)
    faults.push({
      pointer: '',
      detail: `${cells.length} cells under ${columns.length} headers`,
    });
  for (const [index, column] of columns.entries()) {
    const cell = readCell(column, cells[index] ?? '');
    if ('fault' in cell) fault(column, cell.fault);
    else if (cell.value === undefined) continue;
    else if (column.kind !== 'ROLES') put(row, column.at, cell.value);
    else
      for (const word of Array.isArray(cell.value) ? cell.value : []) {
        const wrong = takeRole(roles, String(word), String(column.at[0]));
        if (wrong) fault(column, wrong);
      }
  }
  const { clientRowRef, form, signatures = [] } = row;
  const wrong = takeBundle(form);
  if (wrong) faults.push({ pointer: '#column/scope.items', detail: wrong });
  const ref = typeof clientRowRef === 'string' ? { clientRowRef } : {};
  if (faults.length > 0) return { ...ref, faults };
  return { ...ref, form: { ...formOf(form, roles) }, signatures };
}

/** Puts a value at a path, making what is missing on the way. */
function put(root: Members, path: readonly string[], value: unknown): void {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    root[name] = value;
    return;
  }
  const inner = root[name];
  const next: Members = isMembers(inner) ? inner : {};
  root[name] = next;
  put(next, rest, value);
}

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null;

/** @returns what is wrong with it */
function takeRole(roles: Members, word: string, person: string): string | undefined {
  const found = Object.entries(ROLES).find(([role, { zh }]) => word === role || word === zh);
  if (!found)
    return `not a role: one of ${Object.values(ROLES)
      .map(({ zh }) => zh)
      .join(' ')}`;
  const [role, { many }] = found;
  const held = roles[role];
  if (!many && held !== undefined && held !== person) return `two persons as ${role}`;
  roles[role] = many ? [...new Set([...(Array.isArray(held) ? held : []), person])] : person;
  return undefined;
}

/**
 * The name of a bundle among the items stands for the bundle, as an agent's list of what a client does has it.
 *
 * @returns what is wrong with it
 */
function takeBundle(form: unknown): string | undefined {
  const { scope } = isMembers(form) ? form : {};
  if (!isMembers(scope) || !Array.isArray(scope.items)) return undefined;
  const named = new Set(scope.items.flatMap((it) => bundleNamed(String(it)) ?? []));
  if (named.size === 0) return undefined;
  const chosen = isMembers(scope.bundle) ? scope.bundle.id : undefined;
  if (chosen !== undefined) named.add(String(chosen));
  if (named.size > 1) return 'names another bundle beside the one chosen';
  const [id] = named;
  scope.bundle = { ...(isMembers(scope.bundle) && scope.bundle), id };
  const items = scope.items.filter((it) => bundleNamed(String(it)) === undefined);
  if (items.length > 0) scope.items = items;
  else delete scope.items;
  return undefined;
}

/** Amounts are in renminbi unless a currency is given; shareholders in the order of their persons. */
function formOf(form: unknown, roles: Members): Members {
  const { shareholders, capital, filings, ...rest } = isMembers(form) ? form : {};
  return {
    ...rest,
    ...(isMembers(capital) && { capital: { currency: 'CNY', ...capital } }),
    ...(isMembers(filings) && {
      // which item it is for is asked by the review, like all that is missing
      filings: Object.values(filings).map((it) => ({ item: '', ...(isMembers(it) && it) })),
    }),
    ...(Object.keys(roles).length > 0 && { roles }),
    ...(isMembers(shareholders) && {
      shareholders: Object.entries(shareholders).map(([n, share]) => ({
        person: `p${n}`,
        ...(isMembers(share) && share),
      })),
    }),
  };
}
