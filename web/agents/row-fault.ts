/** What the API says of a row that it could not read, for programs, by what a person is told of it. */
const SAID = [
  [/^not JSON$/, 'NOT_JSON'],
  [/^unknown member$/, 'UNKNOWN_MEMBER'],
  [/^ROW_REF_REUSED$/, 'REF_REUSED'],
  [/^row of more than/, 'ROW_LONG'],
  [/^begins like a formula/, 'FORMULA'],
  [/^not an amount/, 'AMOUNT'],
  [/^not a whole number/, 'NUMBER'],
  [/^neither yes nor no/, 'TRUTH'],
  [/^not a role/, 'ROLE'],
  [/^two persons as/, 'ROLE_TWICE'],
  [/^\d+ cells under \d+ headers$/, 'CELLS'],
  [/^names another bundle/, 'BUNDLE'],
  [/^an approval of more than/, 'APPROVAL'],
  [/^Invalid input/, 'TYPE'],
  [/^Too (?:big|small)/, 'SIZE'],
  [/^Invalid/, 'FORM'],
] as const;

/** Undefined for what is not known here: it is told as it is. */
export const rowFault = (detail: string) => SAID.find(([pattern]) => pattern.test(detail))?.[1];
