import type { LegalDate } from '../shared/calendar.ts';
import classes from './due-diligence.json' with { type: 'json' };

/** 0 to 1: of the automatic approvals of an agent's applications, how many a person reads again. */
export type Share = number;

interface DiligenceTable {
  readonly from: string;
  readonly until?: string;
  readonly shares: Readonly<Record<string, Share>>;
  /** of a class that the table does not name, or of an agent without one */
  readonly otherwise: Share;
}

const TABLES: readonly DiligenceTable[] = classes.tables;

/**
 * How thoroughly an agent's work is looked at again, by the due-diligence class that the national
 * agent system gives it. The law names no figures: dated configuration, marked [M] in its file. Only
 * re-reading after the decision follows from a class, never another decision.
 */
export function rereadShare(agentClass: string | undefined, on: LegalDate): Share {
  const table = TABLES.find(({ from, until }) => from <= on && (!until || on <= until));
  if (!table) return 1;
  const { shares, otherwise } = table;
  return agentClass !== undefined && Object.hasOwn(shares, agentClass)
    ? (shares[agentClass] ?? otherwise)
    : otherwise;
}
