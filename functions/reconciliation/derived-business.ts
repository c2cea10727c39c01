import type { ApplicationRecord } from '../application/application.ts';
import type { Holdings } from '../application/holds.ts';
import { type Business, licenceFaceOf } from '../register/business.ts';
import { registrarOf } from '../registrar/registrars.ts';
import { legalDateOf } from '../shared/calendar.ts';
import { serialOf } from '../shared/unified-social-credit-code.ts';

interface Registered extends Pick<Holdings, 'host' | 'tenant'> {
  readonly uscc: string;
  /** the moment of its event REGISTERED */
  readonly at: string;
  readonly submittedAt: string;
}

/**
 * The business that an application was registered as, made again from what was sent, as the
 * registering transaction made it. Undefined where it sits at a host's and its place is lost.
 */
export function derivedBusiness(
  { application, sent }: ApplicationRecord,
  { uscc, at, submittedAt, host, tenant }: Registered,
): Business | undefined {
  const registrar = registrarOf(sent.form.registrar, legalDateOf(submittedAt));
  if (!registrar || (sent.form.premises?.kind === 'CLUSTER' && !(host && tenant))) return undefined;
  return {
    schemaVersion: 1,
    uscc,
    status: 'REGISTERED',
    registrar: registrar.division,
    serial: serialOf(uscc),
    face: licenceFaceOf(sent.form, {
      uscc,
      registrar,
      established: legalDateOf(at),
      submittedOn: legalDateOf(submittedAt),
      ...(host && tenant && { host, place: tenant.place }),
    }),
    applicationId: application.id,
    attempt: application.attempt,
  };
}
