import type { ApplicationForm } from '../application/form.ts';
import { personOf } from '../application/form-places.ts';
import type { Registrar } from '../registrar/registrars.ts';

/**
 * Where a form says too little for a licence to be made of it, as JSON Pointers (RFC 6901); nothing
 * where an official may register it. Whatever else the review found, he may weigh otherwise.
 */
export function missingForLicence(
  form: ApplicationForm,
  registrar: Registrar | undefined,
): readonly string[] {
  const { legalRepresentative, owner, operator } = form.roles ?? {};
  const head = personOf(form, legalRepresentative ?? owner ?? operator)?.name;
  const address = form.premises?.kind === 'CLUSTER' ? form.premises.host : form.premises?.address;
  return [
    ...(registrar ? [] : ['/registrar']),
    ...(head ? [] : ['/roles']),
    ...(address ? [] : ['/premises']),
  ];
}
