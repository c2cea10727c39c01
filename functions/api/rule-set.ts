import { ReleaseHash } from '../review/release.ts';
import type { KeptShadow } from '../review/shadow-run.ts';
import { Problem } from './problems.ts';
import type { UseCases } from './request.ts';
import type { RULE_SET_ROUTES } from './rule-set.routes.ts';

export interface RuleSetPorts {
  /** what was counted of a candidate, by its digest */
  shadow(hash: string): Promise<KeptShadow | undefined>;
}

/** What officials see of releases of the rule set. */
export function ruleSetUseCases(ports: RuleSetPorts): UseCases<typeof RULE_SET_ROUTES> {
  return {
    async readShadow({ parameters }) {
      const { data: hash } = ReleaseHash.safeParse(parameters.hash);
      const kept = hash === undefined ? undefined : await ports.shadow(hash);
      if (hash === undefined || !kept) throw new Problem('not-found');
      const { report, ...told } = kept;
      return { status: 200, body: { hash, ...told, ...report } };
    },
  };
}
