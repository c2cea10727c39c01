import { styleText } from 'node:util';
import { ACCOUNTS, type Account } from './accounts.ts';
import { EXPECTED } from './sample/expected.ts';
import type { SampleResult } from './sample-run.ts';

/** How many became what, e.g. `25 registered, 5 returned`. */
const inWords = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))
    .map(([state, count]) => `${count} ${state.toLowerCase()}`)
    .join(', ');

const ORDER = ['REGISTERED', 'RETURNED', 'REFERRED'];

/** The sample's outcomes by group, expected beside found, and in words what deviates. */
export function outcomeTable({
  sent,
  actual,
  deviations,
  seconds,
  ...counts
}: SampleResult): string {
  const stateOf = new Map(actual.map(({ clientRowRef, state }) => [clientRowRef, state]));
  const groups = [...Map.groupBy(sent, ({ group }) => group)];
  const lines = groups
    .sort(([a], [b]) => GROUPS.indexOf(a) - GROUPS.indexOf(b))
    .map(([group, rows]) => {
      const found: Record<string, number> = {};
      for (const { clientRowRef } of rows) {
        const state = stateOf.get(clientRowRef) ?? 'LOST';
        found[state] = (found[state] ?? 0) + 1;
      }
      const expected = inWords(EXPECTED[group].becomes);
      const got = inWords(found);
      const mark = expected === got ? styleText('green', '✓') : styleText('red', '✗');
      return `${mark} ${group.padEnd(32)} ${expected.padEnd(28)} ${got}`;
    });
  const { registered, returned, referred, lost } = counts;
  return [
    `  ${'rows of the sample'.padEnd(32)} ${'must become'.padEnd(28)} became`,
    ...lines,
    '',
    `${sent.length} rows in ${seconds} s: ${registered} registered, ${returned} returned, ${referred} referred, ${lost} lost.`,
    ...deviations.map((deviation) => styleText('red', `  ${deviation}`)),
  ].join('\n');
}

const GROUPS: readonly string[] = Object.keys(EXPECTED);

const signingIn = (role: Account['role']): string =>
  ACCOUNTS.filter((it) => it.role === role)
    .map(({ id }) => id)
    .join(', ');

/** Where a newcomer looks next. */
export function whereToLook(baseUrl: string, data: string, batchId: string | undefined): string {
  const accounts = ACCOUNTS.map(({ id, role }) => `${id} (${role})`).join(', ');
  const inFolder = data === '.data' ? '' : ` --data ${data}`;
  const path = batchId ? `/v1/batches/${batchId}/rows?limit=5` : '/v1/batches';
  return [
    `apply     ${baseUrl}/apply   sign in as ${signingIn('applicant')} (no password anywhere here)`,
    `public    ${baseUrl}/   register, licences, figures`,
    `officials ${baseUrl}/desk   sign in as ${signingIn('official')}`,
    `agents    ${baseUrl}/agents   sign in as ${signingIn('agent')}`,
    `API       ${baseUrl}   keys of our licences: ${baseUrl}/.well-known/jwks.json`,
    `accounts  ${accounts}`,
    `token     npm run -s token -- official${inFolder}`,
    `try       curl -H "Authorization: Bearer $(npm run -s token -- agent${inFolder})" '${baseUrl}${path}'`,
  ].join('\n');
}
