import * as z from 'zod';
import { Host, Tenant } from '../cluster/host.ts';
import { Card, holdingOf, type NameCard, type NameConflict } from '../name/name-card.ts';
import { type WantedName, wantedName } from '../name/wanted-name.ts';
import { registrarOf } from '../registrar/registrars.ts';
import { Instant } from '../shared/calendar.ts';
import { legalDateOf, monthsLater } from '../shared/days.ts';
import { DomainError } from '../shared/errors.ts';
import type { SentAttempt } from './application.ts';
import { IntentClaim } from './intent-claim.ts';

/** A name is reserved for two months, counted from the first time, or for a year where an approval comes first (企业名称登记管理规定 art. 18). */
const RESERVED_MONTHS = { plain: 2, approvalFirst: 12 } as const;

/** What an application asks to have for itself alone: what its client intends, a name and, at a host's address, a place. */
export interface Wanted {
  /** keyed hash of client and business; see `SentAttempt.intent` */
  readonly intent?: string;
  readonly name?: WantedName;
  readonly place?: { readonly host: string; readonly agreed?: number };
}

/** What the register holds of what an application wants. */
export const Holdings = z.object({
  claim: IntentClaim.exactOptional(),
  card: Card.exactOptional(),
  host: Host.exactOptional(),
  tenant: Tenant.exactOptional(),
  /** when the same source's last application for the same client and business was withdrawn */
  endedAt: Instant.exactOptional(),
});
export interface Holdings {
  readonly claim?: IntentClaim;
  readonly card?: NameCard;
  readonly host?: Host;
  readonly tenant?: Tenant;
  readonly endedAt?: Instant;
}

/** Whether all that is wanted is held by the application. */
export const holdsAll = (
  applicationId: string,
  { intent, name, place }: Wanted,
  { claim, card, tenant }: Holdings,
): boolean =>
  (!intent || claim?.holder === applicationId) &&
  (!name || holdingOf(card, name.industry, applicationId) !== undefined) &&
  (!place || !!tenant);

/**
 * @param at the moment of the submission, which decides the registrar in force
 * @param deciding division of the registrar that decides; see deciding-registrar.ts
 */
export function wanted(
  {
    form: { name, registrar, premises, shareholders = [] },
    intent,
  }: Pick<SentAttempt, 'form' | 'intent'>,
  at: string,
  deciding = registrar,
): Wanted {
  const linked = shareholders.flatMap(({ company }) => company?.uscc?.trim().toUpperCase() || []);
  const card = wantedName(name, registrarOf(deciding, legalDateOf(at)), linked);
  const host = premises?.kind === 'CLUSTER' ? premises.host : undefined;
  const agreed = Number.isInteger(premises?.place) ? premises?.place : undefined;
  return {
    ...(intent && { intent }),
    ...(card && { name: card }),
    ...(host && { place: { host, ...(agreed !== undefined && { agreed }) } }),
  };
}

export interface HoldPorts {
  /** tells another's claim that stands against it */
  claimIntent(intent: string, applicationId: string, at: string): Promise<IntentClaim | undefined>;
  reserveName(
    wanted: WantedName,
    applicationId: string,
    now: string,
    until: string,
    lengthen?: boolean,
  ): Promise<readonly NameConflict[]>;
  host(id: string): Promise<Host | undefined>;
  holdPlace(
    host: Host,
    applicationId: string,
    at: string,
    agreed?: number,
  ): Promise<'HELD' | 'TAKEN' | 'NONE_FREE'>;
}

/** The moment at which a reservation made now lapses. */
export const reservedUntil = (now: string, term: keyof typeof RESERVED_MONTHS = 'plain'): string =>
  `${monthsLater(legalDateOf(now), RESERVED_MONTHS[term])}T16:00:00.000Z`;

export const holdName = (ports: HoldPorts, applicationId: string, name: WantedName, now: string) =>
  ports.reserveName(name, applicationId, now, reservedUntil(now));

/**
 * Tries to claim what is intended, and to reserve the name and a place. What cannot be had stops nothing: the review looks again
 * and tells it as a finding. Where another has claimed what is intended, nothing else is taken: of
 * two, one alone has everything.
 */
export async function hold(
  ports: HoldPorts,
  applicationId: string,
  { intent, name, place }: Wanted,
  now: string,
): Promise<void> {
  const atHost = async ({ host: id, agreed }: NonNullable<Wanted['place']>) => {
    const host = await ports.host(id);
    if (host) await holdPlaceAt(ports, applicationId, host, agreed, now);
  };
  const claimed =
    intent === undefined ||
    (await ports.claimIntent(intent, applicationId, now).then(
      (anothers) => anothers === undefined,
      (error) => unlessContended(error) ?? false,
    ));
  if (!claimed) return;
  await Promise.all([
    name && holdName(ports, applicationId, name, now).catch(unlessContended),
    place && atHost(place).catch(unlessContended),
  ]);
}

/** What is left to ask for once an application has come into being; see `commitWithName`. */
export function leftToHold(
  { place, ...others }: Wanted,
  outcome: 'HELD' | 'RESERVED' | 'COMMITTED',
): Wanted {
  if (outcome === 'HELD') return {};
  return { ...(outcome === 'COMMITTED' && others), ...(place && { place }) };
}

/** Too much of a crowd just now: what is submitted stays submitted, and the review tries again. */
function unlessContended(error: unknown): undefined {
  if (!(error instanceof DomainError) || error.name !== 'RegisterContended') throw error;
}

/** A host that may not take tenants, or a number that it does not have, gives no place. */
export async function holdPlaceAt(
  ports: HoldPorts,
  applicationId: string,
  host: Host,
  agreed: number | undefined,
  now: string,
): Promise<'HELD' | 'TAKEN' | 'NONE_FREE'> {
  if (host.status !== 'ACTIVE') return 'NONE_FREE';
  if (agreed !== undefined && (agreed < 1 || agreed > host.places)) return 'TAKEN';
  return ports.holdPlace(host, applicationId, now, agreed);
}
