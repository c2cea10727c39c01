import type { ApplicationForm } from '#functions/application/form.ts';
import { APPROVAL_PARTS, COLUMNS, type Column, ROLES } from '#functions/batch/csv-columns.ts';

/** A row as an agent keeps it, however he sends it. */
export interface AgentsRow {
  readonly clientRowRef: string;
  readonly form: ApplicationForm;
  readonly signatures: readonly { readonly assertion: string }[];
}

interface Written {
  readonly headers?: 'zh' | 'key';
  readonly newline?: '\n' | '\r\n';
  /** every cell in quotes, as some programs write them */
  readonly quoted?: boolean;
}

/** Writes rows as a spreadsheet saves them: only the columns in which any row says something. */
export function csvOf(
  rows: readonly AgentsRow[],
  { headers = 'key', newline = '\n', quoted = false }: Written = {},
): string {
  const cells = rows.map((row) => COLUMNS.map((column) => cellOf(column, row)));
  const used = COLUMNS.map((_, index) => cells.some((row) => row[index] !== ''));
  const line = (texts: readonly string[]) =>
    texts
      .filter((_, index) => used[index])
      .map((text) => (quoted ? inQuotes(text) : csvCell(text)))
      .join(',');
  return [COLUMNS.map((column) => column[headers]), ...cells].map(line).join(newline) + newline;
}

const inQuotes = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const csvCell = (text: string): string => (/[",\r\n]/.test(text) ? inQuotes(text) : text);

function cellOf({ kind, at, words = {} }: Column, row: AgentsRow): string {
  if (kind === 'ROLES') return rolesOf(row.form, String(at[0])).join(';');
  if (kind === 'ASSERTIONS') return row.signatures.map(({ assertion }) => assertion).join(';');
  if (kind === 'APPROVALS') return approvalsOf(row.form);
  const value = valueAt(row, at);
  if (value === undefined) return '';
  if (kind === 'YUAN') return (Number(value) / 100).toFixed(2);
  if (kind === 'TRUTH') return value === true ? '是' : '否';
  const word = (of: unknown) =>
    Object.entries(words).find(([, code]) => code === of)?.[0] ?? String(of);
  if (kind === 'CODE') return word(value);
  if (kind === 'CODES') return [value].flat().map(word).join('、');
  return Array.isArray(value) ? value.join(';') : String(value);
}

function rolesOf({ roles = {} }: ApplicationForm, person: string): string[] {
  return Object.entries(ROLES)
    .filter(([role]) => {
      const held = Object.entries(roles).find(([name]) => name === role)?.[1];
      return held === person || (Array.isArray(held) && held.includes(person));
    })
    .map(([, { zh }]) => zh);
}

const approvalsOf = ({ approvals = [] }: ApplicationForm): string =>
  approvals
    .map((approval) => APPROVAL_PARTS.map((part) => approval[part] ?? '').join('|'))
    .join('；');

/** A shareholder stands under his person's number, not under his place in the list; a filing under its place, from 1. */
function valueAt(row: AgentsRow, path: readonly string[]): unknown {
  const [, list, n] = path;
  const { shareholders, filings } = row.form;
  const numbered: Readonly<Record<string, unknown>> = {
    shareholders: shareholders?.find(({ person }) => person === `p${n}`),
    filings: filings?.[Number(n) - 1],
  };
  const isNumbered = list !== undefined && list in numbered;
  const from: unknown = isNumbered ? numbered[list] : row;
  return (isNumbered ? path.slice(3) : path).reduce<unknown>(
    (it, name) =>
      typeof it === 'object' && it !== null
        ? Object.entries(it).find(([member]) => member === name)?.[1]
        : undefined,
    from,
  );
}
