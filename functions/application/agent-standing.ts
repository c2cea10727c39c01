import * as z from 'zod';
import { Instant, LegalDate } from '../shared/calendar.ts';

/**
 * What the national agent system says of one agent, at one moment.
 *
 * ACTIVE: disclosed and entitled. SUSPENDED, REMOVED: not now, or no more. UNKNOWN: never disclosed.
 * SILENT is no answer at all: it is told of a single application only, and a person asks.
 */
export const AgentStanding = z.object({
  agent: z.string(),
  standing: z.enum(['ACTIVE', 'SUSPENDED', 'REMOVED', 'UNKNOWN', 'SILENT']),
  /** real name, phone and e-mail as disclosed, to be told from a client's liaison */
  name: z.string().exactOptional(),
  phone: z.string().exactOptional(),
  email: z.string().exactOptional(),
  /** class of due diligence; see party/due-diligence.ts */
  class: z.string().exactOptional(),
  /** days on which the agent is qualified, both included */
  from: LegalDate.exactOptional(),
  until: LegalDate.exactOptional(),
  /** the day from which everybody who acts for the agent (he himself, his disclosed staff) is 18; no date of birth is told */
  ofAgeFrom: LegalDate.exactOptional(),
  at: Instant,
});
export type AgentStanding = z.infer<typeof AgentStanding>;

/** Whether the agent may act on a day: disclosed, and qualified on it. */
export const inStanding = ({ standing, from, until }: AgentStanding, on: LegalDate): boolean =>
  standing === 'ACTIVE' &&
  (from === undefined || from <= on) &&
  (until === undefined || on <= until);
