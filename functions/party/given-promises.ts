import type { ApplicationForm } from '../application/form.ts';
import { PROMISE_RELEASES, type PromiseText } from '../registrar/promises.ts';

/**
 * The promises that a form gives, as they were read: by the release of texts that it names. None
 * where it names none that exists; rule PR-01 returns that.
 */
export function givenPromises(form: ApplicationForm): readonly PromiseText[] {
  const { address, noPremisesBoundActivity, similarName, version } = form.promises ?? {};
  const given: Readonly<Record<PromiseText['pointer'], boolean | undefined>> = {
    '/promises/address': address,
    '/promises/noPremisesBoundActivity': noPremisesBoundActivity,
    '/promises/similarName': similarName,
    '/beneficialOwners/exemptionPromise': form.beneficialOwners?.exemptionPromise,
  };
  const release = PROMISE_RELEASES.find((it) => it.version === version);
  return (release?.texts ?? []).filter(({ pointer }) => given[pointer] === true);
}
