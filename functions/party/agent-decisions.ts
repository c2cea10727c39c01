/** Decisions on what one agent sent, and how many of them were returns. */
export interface AgentDecisions {
  readonly decided: number;
  readonly returned: number;
}

/** Names of the counters of a period (party/traces.ts) in the agent's item. */
export const countersOf = (period: number) => ({
  decided: `decided${period}`,
  returned: `returned${period}`,
});

/** What an agent's item counts for a period and the one before; undefined where it counts nothing. */
export function agentDecisions(
  item: Readonly<Record<string, unknown>>,
  period: number,
): AgentDecisions | undefined {
  const sum = (of: keyof AgentDecisions) =>
    [period - 1, period].reduce((total, it) => total + (Number(item[countersOf(it)[of]]) || 0), 0);
  const decided = sum('decided');
  return decided > 0 ? { decided, returned: sum('returned') } : undefined;
}
