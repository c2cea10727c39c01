import * as z from 'zod';
import { Host, Tenant } from '../cluster/host.ts';
import { Card, type NameCard, type NameConflict } from '../name/name-card.ts';
import { type WantedName, wantedName } from '../name/wanted-name.ts';
import { registrarOf } from '../registrar/registrars.ts';
import { legalDateOf, monthsLater } from '../shared/calendar.ts';
import { DomainError } from '../shared/errors.ts';
import type { ApplicationForm } from './form.ts';

/** A name is reserved for two months, counted from the first time (企业名称登记管理规定 art. 18). */
const RESERVED_MONTHS = 2;

/** What an application asks to have for itself alone: a name and, at a host's address, a place. */
export interface Wanted {
  readonly name?: WantedName;
  readonly place?: { readonly host: string; readonly agreed?: number };
}

/** What the register holds of what an application wants. */
export const Holdings = z.object({
  card: Card.exactOptional(),
  host: Host.exactOptional(),
  tenant: Tenant.exactOptional(),
});
export interface Holdings {
  readonly card?: NameCard;
  readonly host?: Host;
  readonly tenant?: Tenant;
}

/** Whether all that is wanted is held by the application. */
export const holdsAll = (
  applicationId: string,
  { name, place }: Wanted,
  { card, tenant }: Holdings,
): boolean =>
  (!name || card?.holdings[name.industry]?.holder === applicationId) && (!place || !!tenant);

/** @param at the moment of the submission, which decides the registrar in force */
export function wanted({ name, registrar, premises }: ApplicationForm, at: string): Wanted {
  const card = wantedName(name, registrarOf(registrar, legalDateOf(at)));
  const host = premises?.kind === 'CLUSTER' ? premises.host : undefined;
  const agreed = Number.isInteger(premises?.place) ? premises?.place : undefined;
  return {
    ...(card && { name: card }),
    ...(host && { place: { host, ...(agreed !== undefined && { agreed }) } }),
  };
}

export interface HoldPorts {
  reserveName(
    wanted: WantedName,
    applicationId: string,
    now: string,
    until: string,
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
export const reservedUntil = (now: string): string =>
  `${monthsLater(legalDateOf(now), RESERVED_MONTHS)}T16:00:00.000Z`;

export const holdName = (ports: HoldPorts, applicationId: string, name: WantedName, now: string) =>
  ports.reserveName(name, applicationId, now, reservedUntil(now));

/**
 * Tries to reserve the name and a place. What cannot be had stops nothing: the review looks again
 * and tells it as a finding.
 */
export async function hold(
  ports: HoldPorts,
  applicationId: string,
  { name, place }: Wanted,
  now: string,
): Promise<void> {
  const atHost = async ({ host: id, agreed }: NonNullable<Wanted['place']>) => {
    const host = await ports.host(id);
    if (host) await holdPlaceAt(ports, applicationId, host, agreed, now);
  };
  await Promise.all([
    name && holdName(ports, applicationId, name, now).catch(unlessContended),
    place && atHost(place).catch(unlessContended),
  ]);
}

/** Too much of a crowd just now: what is submitted stays submitted, and the review tries again. */
function unlessContended(error: unknown): void {
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
