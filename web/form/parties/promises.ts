import type { ApplicationForm } from '#functions/application/form.ts';
import type { Output } from '../../api/routes.ts';
import type { PreCheck } from '../step.ts';

export type PromiseText = Output<'GET /v1/promises'>['promises'][number];

const EXEMPTION = '/beneficialOwners/exemptionPromise';
const MEMBERS = {
  '/promises/address': 'address',
  '/promises/noPremisesBoundActivity': 'noPremisesBoundActivity',
  '/promises/similarName': 'similarName',
} as const;

const memberOf = (pointer: string) => Object.entries(MEMBERS).find(([it]) => it === pointer)?.[1];

/** Whether a promise was given by the text that is in force. */
export function given(form: ApplicationForm, pointer: string, version: string): boolean {
  const { promises, beneficialOwners } = form;
  const member = memberOf(pointer);
  const it = member
    ? promises?.[member]
    : pointer === EXEMPTION && beneficialOwners?.exemptionPromise;
  return it === true && promises?.version === version;
}

/** The form with a promise given or taken back. What was promised by an older text must be read again. */
export function withPromise(
  form: ApplicationForm,
  pointer: string,
  version: string,
  is: boolean,
): ApplicationForm {
  const { promises, beneficialOwners } = form;
  const still = promises?.version === version ? promises : {};
  const member = memberOf(pointer);
  const exemption = pointer === EXEMPTION ? is : given(form, EXEMPTION, version);
  const now = { ...still, ...(member && { [member]: is ? true : undefined }) };
  const { version: _, ...others } = now;
  const isAny = exemption || Object.values(others).includes(true);
  return {
    ...form,
    promises: isAny ? { ...now, version } : undefined,
    ...((pointer === EXEMPTION || beneficialOwners?.exemptionPromise) && {
      beneficialOwners: exemption
        ? { exemptionPromise: true }
        : { ...beneficialOwners, exemptionPromise: undefined },
    }),
  };
}

/** Closeness to another's name is a remark of this rule, which asks for the promise. */
const NEAR_NAME = 'NM-09';

/** Members of the form that stand for promises which this form needs. */
export function promisesAskedOf(
  form: ApplicationForm,
  preCheck: PreCheck | undefined,
): readonly string[] {
  const { premises, promises } = form;
  const isAsked = {
    '/promises/address': premises?.kind !== 'CLUSTER' && premises?.proof === 'PROMISE',
    '/promises/noPremisesBoundActivity': premises?.kind === 'CLUSTER',
    '/promises/similarName':
      promises?.similarName === true || preCheck?.findings.some(({ rule }) => rule === NEAR_NAME),
  };
  return Object.entries(isAsked).flatMap(([pointer, is]) => (is ? [pointer] : []));
}
