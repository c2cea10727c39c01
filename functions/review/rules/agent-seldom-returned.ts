import { STATISTICAL_LIMITS } from '../../registrar/statistical-limits.ts';
import { limitsIn } from '../limits-in-force.ts';
import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/**
 * Statistical. Nothing follows for the application: of an agent whose work comes back so often, more is
 * read again (review/favour.ts). Of too few decisions a share says nothing.
 */
export const agentSeldomReturned: Rule = {
  id: 'BA-08',
  version: 1,
  onBreach: 'WARN',
  counts: 'SUBMISSION',
  aboutPersons: true,
  parameters: { statistical: true, limits: JSON.parse(JSON.stringify(STATISTICAL_LIMITS)) },
  check: ({ seen, ...facts }) => {
    const limits = limitsIn(facts);
    const { decided, returned } = seen?.agent ?? {};
    if (!limits || decided === undefined || returned === undefined) return NOT_APPLICABLE;
    if (decided < limits.decidedOfAgent) return NOT_APPLICABLE;
    const percent = Math.floor((returned * 100) / decided);
    return breachedBy(
      percent > limits.returnedOfAgent
        ? [{ pointer: '/mandate/agent', says: 'OFTEN', found: { percent } }]
        : [],
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '代理人近期提交的申请被退回的比例不高于多数代理人（统计指标，不影响本申请）。',
    en: 'Of what the agent has sent of late, no larger share was returned than of most agents’ (a statistical sign; nothing follows for this application).',
  },
  basis: [{ law: '经营主体登记申请及代理行为管理办法' }],
  says: {
    OFTEN: {
      zh: {
        fault: '代理人近期提交的申请有{percent}%被退回，高于多数代理人。',
        mend: '无需更正；登记后复核的比例将会提高。请代理人提交前先行预检。',
      },
      en: {
        fault:
          'Of what this agent has sent of late {percent} % was returned, more than of most agents.',
        mend: 'Nothing to correct; more is read again after registration. Let the agent pre-check before sending.',
      },
    },
  },
};
