import type { AgentStanding } from '#functions/application/agent-standing.ts';
import { agentInStanding } from '#functions/review/rules/agent-in-standing.ts';
import { applicationNotRepeated } from '#functions/review/rules/application-not-repeated.ts';
import { clientHasOneSource } from '#functions/review/rules/client-has-one-source.ts';
import { company, type RuleRow } from '../rule-row.ts';

const mandate = {
  agent: 'agent-1',
  acts: ['ESTABLISHMENT'],
  from: '2026-11-01',
  until: '2026-12-31',
  corrections: true,
};

/** Sent by agent-1, of whom the national system says this. */
const saidToBe = (standing: AgentStanding['standing'], said: Partial<AgentStanding> = {}) =>
  company(
    { mandate },
    {
      sentBy: 'agent-1',
      standing: { agent: 'agent-1', standing, at: '2026-11-23T03:00:00.000Z', ...said },
    },
  );
const sent = { sentBy: 'agent-1' };
const another = { ...sent, competing: { source: 'ANOTHER' } } as const;
const own = {
  ...sent,
  competing: { source: 'OWN', applicationId: 'ap_01M82ZBDYEAMN8ZTTFCSH5X6YN' },
} as const;

export const AGENT_ROWS: readonly RuleRow[] = [
  {
    rule: agentInStanding,
    hits: {
      '/mandate/agent SUSPENDED RETURN': saidToBe('SUSPENDED'),
      '/mandate/agent REMOVED RETURN': saidToBe('REMOVED'),
      '/mandate/agent UNKNOWN RETURN': saidToBe('UNKNOWN'),
      '/mandate/agent NOT_QUALIFIED RETURN': saidToBe('ACTIVE', { until: '2026-11-22' }),
      '/mandate/agent SILENT REFER': saidToBe('SILENT'),
    },
    passes: saidToBe('ACTIVE', { from: '2026-11-23', until: '2026-11-23' }),
    notApplicable: company(),
  },
  {
    rule: applicationNotRepeated,
    hits: { ' REPEATED RETURN': company({}, own) },
    passes: company({}, another),
    notApplicable: company(),
  },
  {
    rule: clientHasOneSource,
    hits: {
      ' ANOTHER RETURN': company({}, another),
      '/mandate ANOTHER RETURN': company({ mandate }, another),
    },
    passes: company({}, own),
    notApplicable: company(),
  },
];
