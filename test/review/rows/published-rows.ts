import { laneSwitchedOn } from '#functions/review/rules/lane-switched-on.ts';
import { company, type RuleRow } from '../rule-row.ts';

/** Rules that only ask what officials have published. */
export const PUBLISHED_ROWS: readonly RuleRow[] = [
  {
    rule: laneSwitchedOn,
    hits: {
      ' ONLINE REFER': company({}, { published: { laneOff: 'ONLINE' } }),
      ' BATCH REFER': company({}, { published: { laneOff: 'BATCH' } }),
    },
    passes: company({}, { published: { switchedOff: ['SC-01'] } }),
    notApplicable: 'ALWAYS_APPLIES',
  },
];
