import * as z from 'zod';

/** What one rule said, of every rule that ran, in the order of the rule set. */
export const CheckedRules = z.array(
  z.object({
    id: z.string(),
    version: z.int(),
    result: z.enum(['MET', 'NOT_APPLICABLE', 'BREACHED']),
  }),
);
export type CheckedRules = z.infer<typeof CheckedRules>;

const MARKS = { MET: '', NOT_APPLICABLE: '/', BREACHED: '!' } as const;
const RESULTS = { '': 'MET', '/': 'NOT_APPLICABLE', '!': 'BREACHED' } as const;
const CHECKED = /^(.*?)(?:\.(\d+))?([/!]?)$/;

/** As it is kept, a seventh of its JSON: `CO-01 NM-01.2 NM-05/ SC-01!`, version 1 and MET left out. */
export const rulesAsText = (rules: CheckedRules): string =>
  rules
    .map(({ id, version, result }) => `${id}${version === 1 ? '' : `.${version}`}${MARKS[result]}`)
    .join(' ');

/** Reads what `rulesAsText` wrote. */
export const rulesFromText = (text: string): CheckedRules =>
  text
    .split(' ')
    .filter((it) => it !== '')
    .map((it) => {
      const [, id = it, version = '1', mark = ''] = CHECKED.exec(it) ?? [];
      const result = RESULTS[mark === '/' || mark === '!' ? mark : ''];
      return { id, version: Number(version), result };
    });
