/**
 * What a release of the rule set is made of: this file with all that it imports, in one script (see
 * infra/rule-set-release.ts). It may use nothing but the language: neither node nor Intl is there when
 * a decision is replayed.
 */
import { RULE_SET } from './rule-set.ts';

export { review } from './review.ts';

export const { id, from } = RULE_SET;
