import type { RuleRow } from '../rule-row.ts';
import { ADDRESS_ROWS } from './address-rows.ts';
import { AGENT_ROWS } from './agent-rows.ts';
import { CAPITAL_ROWS } from './capital-rows.ts';
import { LICENCE_ROWS } from './licence-rows.ts';
import { NAME_ROWS } from './name-rows.ts';
import { PATTERN_ROWS } from './pattern-rows.ts';
import { PEOPLE_ROWS } from './people-rows.ts';
import { PUBLISHED_ROWS } from './published-rows.ts';
import { SCOPE_ROWS } from './scope-rows.ts';

/** Cases of every rule. */
export const ROWS: readonly RuleRow[] = [
  ...NAME_ROWS,
  ...SCOPE_ROWS,
  ...ADDRESS_ROWS,
  ...CAPITAL_ROWS,
  ...PEOPLE_ROWS,
  ...AGENT_ROWS,
  ...LICENCE_ROWS,
  ...PATTERN_ROWS,
  ...PUBLISHED_ROWS,
];
