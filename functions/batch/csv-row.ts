import type { ProblemError } from '../shared/request-faults.ts';
import { readCell } from './csv-cell.ts';
import { type Column, ROLES } from './csv-columns.ts';

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

/** Amounts are in renminbi unless a currency is given; shareholders in the order of their persons. */
function formOf(form: unknown, roles: Members): Members {
  const { shareholders, capital, ...rest } = isMembers(form) ? form : {};
  return {
    ...rest,
    ...(isMembers(capital) && { capital: { currency: 'CNY', ...capital } }),
    ...(Object.keys(roles).length > 0 && { roles }),
    ...(isMembers(shareholders) && {
      shareholders: Object.entries(shareholders).map(([n, share]) => ({
        person: `p${n}`,
        ...(isMembers(share) && share),
      })),
    }),
  };
}
