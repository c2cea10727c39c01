import * as z from 'zod';
import type { ApplicationRecord } from '../application/application.ts';
import { caseIn } from '../application/case.ts';
import { decidingRegistrar } from '../application/deciding-registrar.ts';
import { licencesIn } from '../e-licence/kept-licences.ts';
import { Instant } from '../shared/calendar.ts';
import { StopId } from '../shared/ids.ts';

/** What a stop (停办) is of: all issuance, or what one registrar, agent, host or region has a part in. */
export const StopScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ALL') }),
  /** division of the registrar that decides */
  z.strictObject({ kind: z.literal('REGISTRAR'), id: z.string().regex(/^\d{6}$/) }),
  /** token subject of who sent it, whatever its mandate says, or whom the mandate names */
  z.strictObject({ kind: z.literal('AGENT'), id: z.string().regex(/^[\w.:@-]{1,100}$/) }),
  z.strictObject({ kind: z.literal('HOST'), id: z.string().regex(/^H-\d{4}$/) }),
  /** division of the region whose e-licences are relied on */
  z.strictObject({ kind: z.literal('REGION'), id: z.string().regex(/^\d{2,6}$/) }),
]);
export type StopScope = z.infer<typeof StopScope>;

/** A stop: one official stops, two let it go on (one proposes, another confirms). */
export const Stop = z.object({
  schemaVersion: z.literal(1),
  id: StopId,
  scope: StopScope,
  state: z.enum(['IN_FORCE', 'RESUMING', 'ENDED']),
  version: z.int().min(1),
  since: Instant,
  /** the official who stopped */
  by: z.string(),
  reason: z.string().min(1).max(2000),
  proposedBy: z.string().optional(),
  proposedAt: Instant.optional(),
  confirmedBy: z.string().optional(),
  endedAt: Instant.optional(),
});
export type Stop = z.infer<typeof Stop>;

/** A scope as a key: two stops of one scope are never in force together. */
export const scopeKey = (scope: StopScope): string =>
  scope.kind === 'ALL' ? scope.kind : `${scope.kind}#${scope.id}`;

/** Who has a part in a registration, as far as a stop may be of him. */
export interface Involved {
  readonly registrar: string;
  /** who sent it: an agent need not say in a form that he is one */
  readonly agents: readonly string[];
  readonly hosts: readonly string[];
  /** whose e-licences the shareholders showed */
  readonly regions: readonly string[];
}

const given = (...texts: readonly (string | undefined)[]): string[] => [
  ...new Set(texts.flatMap((text) => (text === undefined ? [] : [text]))),
];

export function involvedIn({ application, sent, parts }: ApplicationRecord): Involved {
  const { mandate, premises } = sent.form;
  return {
    registrar: decidingRegistrar(application, sent.form) ?? '',
    agents: given(application.owner, mandate?.agent),
    hosts: given(premises?.kind === 'CLUSTER' ? premises.host : undefined),
    regions: given(...licencesIn(parts).map(({ region }) => region)),
  };
}

/** Whether a stop of this scope concerns a registration. */
export function concerns(scope: StopScope, involved: Involved): boolean {
  switch (scope.kind) {
    case 'ALL':
      return true;
    case 'REGISTRAR':
      return involved.registrar === scope.id;
    case 'AGENT':
      return involved.agents.includes(scope.id);
    case 'HOST':
      return involved.hosts.includes(scope.id);
    case 'REGION':
      return involved.regions.includes(scope.id);
  }
}

/** Until its resumption is confirmed, a stop holds. */
const holds = ({ state }: Stop): boolean => state !== 'ENDED';

/**
 * Whether a stop keeps an attempt from being registered. A case that an official has not decided, or
 * that he returns or refuses, is not held up: a stop is of issuance alone.
 */
export function heldUp(record: ApplicationRecord, stops: readonly Stop[]): boolean {
  const referred = caseIn(record.parts);
  if (stops.length === 0 || (referred && referred.decision?.outcome !== 'REGISTER')) return false;
  const involved = involvedIn(record);
  return stops.some((stop) => holds(stop) && concerns(stop.scope, involved));
}
