import { RULE_SET } from './rule-set.ts';
import release from './rule-set-hash.json' with { type: 'json' };

/** By which decisions name the rules that this code carries: a release of that digest is in the bucket. */
export const RULE_SET_IN_FORCE = { id: RULE_SET.id, hash: release.hash } as const;
