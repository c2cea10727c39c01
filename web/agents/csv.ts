/** What a spreadsheet would run, also in full width; and what some take for the beginning of it. */
const RUN = /^[=+\-@＝＋－＠\t\r]/;

const cell = (text: string): string => {
  const safe = RUN.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Text in UTF-8, which Excel believes by the mark at its beginning. */
const MARK = '\uFEFF';

/** A table as CSV (RFC 4180) in which no cell is a formula. */
export const csvOf = (table: readonly (readonly (string | number | undefined)[])[]): string =>
  MARK +
  table.map((cells) => `${cells.map((it) => cell(String(it ?? ''))).join(',')}\r\n`).join('');
