import type { AgentDecisions } from './agent-decisions.ts';
import type { ListEntry } from './list-entry.ts';

/** What is known of a person, a business or an address across applications. */
export interface Known {
  readonly entries: readonly ListEntry[];
  /** who or what was seen with it in this period of 30 days and the one before */
  readonly lately: ReadonlySet<string>;
  /** applications that stay with it beyond that */
  readonly ever: ReadonlySet<string>;
  /** of an agent: decisions on what he sent in this period of 30 days and the one before */
  readonly decisions?: AgentDecisions;
}

/** One application seen with a subject. */
export interface Trace {
  /** keyed hash of a person, a contact or an address; or `USCC:code`, `HOST:id`, `AGENT:sub` */
  readonly subject: string;
  /** what is remembered for this period, and what beyond */
  readonly lately?: string;
  readonly ever?: string;
}
