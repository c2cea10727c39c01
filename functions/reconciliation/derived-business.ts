import type { ApplicationRecord } from '../application/application.ts';
import { decidingRegistrar } from '../application/deciding-registrar.ts';
import type { Holdings } from '../application/holds.ts';
import type { Business } from '../register/business.ts';
import { dueCheckOf } from '../register/due-check.ts';
import { licenceFaceOf } from '../register/licence-face.ts';
import { registrarOf } from '../registrar/registrars.ts';
import type { BundleOn } from '../scope/bundle.ts';
import { legalDateOf } from '../shared/days.ts';
import { serialOf } from '../shared/unified-social-credit-code.ts';

interface Registered extends Pick<Holdings, 'host' | 'tenant'> {
  readonly uscc: string;
  /** the moment of its event REGISTERED */
  readonly at: string;
  readonly submittedAt: string;
  readonly bundleOn: BundleOn;
}

/**
 * The business that an application was registered as, made again from what was sent, as the
 * registering transaction made it. Undefined where it sits at a host's and its place is lost.
 */
export function derivedBusiness(
  { application, sent }: ApplicationRecord,
  { uscc, at, submittedAt, bundleOn, host, tenant }: Registered,
): Business | undefined {
  const registrar = registrarOf(
    decidingRegistrar(application, sent.form),
    legalDateOf(submittedAt),
  );
  if (!registrar || (sent.form.premises?.kind === 'CLUSTER' && !(host && tenant))) return undefined;
  const serial = serialOf(uscc);
  const postCheck = dueCheckOf(sent.form, {
    division: registrar.division,
    serial,
    submittedOn: legalDateOf(submittedAt),
    registeredOn: legalDateOf(at),
    bundleOn,
  });
  return {
    schemaVersion: 1,
    uscc,
    status: 'REGISTERED',
    registrar: registrar.division,
    serial,
    face: licenceFaceOf(sent.form, {
      uscc,
      registrar,
      established: legalDateOf(at),
      submittedOn: legalDateOf(submittedAt),
      bundleOn,
      ...(host && tenant && { host, place: tenant.place }),
    }),
    applicationId: application.id,
    attempt: application.attempt,
    ...(postCheck && { postCheck }),
  };
}
