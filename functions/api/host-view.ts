import * as z from 'zod';
import type { ApplicationRecord } from '../application/application.ts';
import { ApplicationForm } from '../application/form.ts';
import { personOf } from '../application/form-places.ts';
import { LicenceFace } from '../business-licence/credential.ts';
import { Host, Tenant } from '../cluster/host.ts';
import { hostAwaited } from '../party/custody.ts';
import { partsOf } from '../party/document-parts.ts';
import type { Business } from '../register/business.ts';
import type { BundleOn } from '../scope/bundle.ts';
import { chooseScope, printedScope } from '../scope/chosen-scope.ts';
import { Instant } from '../shared/calendar.ts';
import { legalDateOf } from '../shared/days.ts';
import { ApplicationId } from '../shared/ids.ts';
import { HostRefusalView, hostRefusal } from './host-refusal-view.ts';
import { ProgressView, progressOf } from './signing-view.ts';

const { type, name, registrar } = ApplicationForm.shape;
const { place, custody } = ApplicationForm.shape.premises.unwrap().shape;

const { schemaVersion: _schema, account: _account, places, ...shown } = Host.shape;

/** A host as its own account sees it. How many places are taken is no number that is kept: `places` lists them. */
export const HostView = z.strictObject({ ...shown, capacity: places });

export const hostView = ({ schemaVersion: _, account: _ofItsOwn, places, ...host }: Host) => ({
  ...host,
  capacity: places,
});

/** HELD by an application that is not decided; OCCUPIED by a business, with its trade name, null where it has none. */
export const PlaceView = z.strictObject({
  place: Tenant.shape.place,
  state: z.enum(['HELD', 'OCCUPIED']),
  uscc: Tenant.shape.uscc,
  name: LicenceFace.shape.name.optional(),
});

export const placeView = (
  { place, uscc }: Tenant,
  business: Business | undefined,
): z.infer<typeof PlaceView> =>
  uscc === undefined
    ? { place, state: 'HELD' }
    : { place, state: 'OCCUPIED', uscc, ...(business && { name: business.face.name }) };

/** One line of what waits for the host. */
export const WaitingCustodyView = z.strictObject({
  id: ApplicationId,
  /** since when the application waits for its signatures */
  since: Instant,
  type,
  name,
  refused: HostRefusalView.optional(),
});

export const waitingCustodyView = (record: ApplicationRecord) => {
  const { id, updatedAt, signingSince = updatedAt } = record.application;
  const { type, name } = record.sent.form;
  const refused = hostRefusal(record);
  return { id, since: signingSince, type, name, ...(refused && { refused }) };
};

/** A custody agreement as the host reads it before it signs: of the tenant no more than whom it contracts with. */
export const CustodyView = z.strictObject({
  id: ApplicationId,
  /** WAITING for the host; SIGNED by it */
  state: z.enum(['WAITING', 'SIGNED']),
  /** what is signed, whole */
  agreement: z.strictObject({ type, name, host: z.string(), place, custody }),
  /** SHA-256 of `agreement` in canonical JSON (RFC 8785), hexadecimal */
  digest: z.string(),
  /** the head of the business: legal representative, sole owner or operator */
  tenant: z.string().optional(),
  registrar,
  /** as a licence prints it */
  scope: z.string(),
  refused: HostRefusalView.optional(),
  application: ProgressView,
});

export function custodyView(
  record: ApplicationRecord,
  digest: string,
  now: number,
  bundleOn: BundleOn,
) {
  const { application, sent } = record;
  const { form } = sent;
  const { legalRepresentative, owner, operator } = form.roles ?? {};
  const refused = hostRefusal(record);
  return {
    id: application.id,
    state: hostAwaited(application.state, record) === undefined ? 'SIGNED' : 'WAITING',
    agreement: new Map<string, unknown>(partsOf(form)).get('CUSTODY'),
    digest,
    tenant: personOf(form, legalRepresentative ?? owner ?? operator)?.name,
    registrar: form.registrar,
    scope: printedScope(chooseScope(form.scope, legalDateOf(now), bundleOn).items),
    ...(refused && { refused }),
    application: progressOf(record),
  };
}
