import { pastedScope } from '../scope/pasted-scope.ts';
import { APPROVAL_PARTS, type Column } from './csv-columns.ts';

/** What a cell says, or why it cannot be read. An empty cell says nothing. */
export type Cell = { readonly value?: unknown } | { readonly fault: string };

/** Read by a spreadsheet as a formula, also when it is written in full width. */
const FORMULA = /^[=+\-@＝＋－＠]/;
const PHONE = /^\+[\d ()-]+$/;
const YES = ['是', 'true', 'yes', 'y', '1'];
const NO = ['否', 'false', 'no', 'n', '0'];

/** Reads one cell by its column's kind. Nothing of what it holds is repeated in a fault. */
export function readCell({ kind, words = {} }: Column, cell: string): Cell {
  const text = cell.trim();
  if (text === '') return {};
  const plain = text.normalize('NFKC');
  if (kind === 'YUAN') return yuan(plain);
  if (kind === 'NUMBER')
    return /^\d{1,9}$/.test(plain) ? { value: Number(plain) } : { fault: 'not a whole number' };
  if (kind === 'TRUTH') return truth(plain.toLowerCase());
  if (FORMULA.test(text) && !(kind === 'PHONE' && PHONE.test(text)))
    return { fault: 'begins like a formula: = + - @' };
  const code = (word: string) => (Object.hasOwn(words, word) ? words[word] : word);
  if (kind === 'CODE') return { value: code(text) };
  if (kind === 'CODES') return { value: parts(text.split(/[;；,，、\s]/)).map(code) };
  if (kind === 'DATE') return { value: date(plain) ?? text };
  if (kind === 'LIST') return list(text.split(/[;；\n]/));
  if (kind === 'WORDINGS') return list(pastedScope(text));
  if (kind === 'ROLES') return list(text.split(/[;；,，、\s]/));
  if (kind === 'APPROVALS') return approvals(text);
  if (kind === 'ASSERTIONS')
    return { value: parts(text.split(/[;；\s]/)).map((assertion) => ({ assertion })) };
  return { value: text };
}

const parts = (texts: readonly string[]): string[] =>
  texts.map((it) => it.trim()).filter((it) => it !== '');

function list(texts: readonly string[]): Cell {
  const value = parts(texts);
  return value.some((it) => FORMULA.test(it))
    ? { fault: 'begins like a formula: = + - @' }
    : { value };
}

/** An approval without its item is asked for it by the review. */
function approvals(text: string): Cell {
  const written = parts(text.split(/[;；\n]/)).map((it) =>
    it.split(/[|｜]/).map((part) => part.trim()),
  );
  if (written.some((it) => it.length > APPROVAL_PARTS.length))
    return { fault: `an approval of more than ${APPROVAL_PARTS.length} parts` };
  if (written.flat().some((part) => FORMULA.test(part)))
    return { fault: 'begins like a formula: = + - @' };
  const value = written.map((said) => ({
    item: '',
    ...Object.fromEntries(
      APPROVAL_PARTS.flatMap((name, index) => {
        const part = said[index] ?? '';
        const isDay = name === 'issued' || name === 'until';
        return part === '' ? [] : [[name, isDay ? (date(part.normalize('NFKC')) ?? part) : part]];
      }),
    ),
  }));
  return { value };
}

/** Yuan with at most two decimals, thousands parted or not → fen, without any rounding. */
function yuan(text: string): Cell {
  const [, whole, cents = ''] = /^(\d{1,12})(?:\.(\d{1,2}))?元?$/.exec(unparted(text)) ?? [];
  if (whole === undefined) return { fault: 'not an amount in yuan' };
  return { value: Number(`${whole}${cents.padEnd(2, '0')}`) };
}

const unparted = (text: string): string =>
  /^\d{1,3}(,\d{3})+(\.|元|$)/.test(text) ? text.replaceAll(',', '') : text;

function truth(text: string): Cell {
  if (YES.includes(text)) return { value: true };
  return NO.includes(text) ? { value: false } : { fault: 'neither yes nor no (是, 否)' };
}

/** 2030/1/5, 2030-01-05, 2030.1.5 and 2030年1月5日 → 2030-01-05. */
function date(text: string): string | undefined {
  const [, year, month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  return year && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
