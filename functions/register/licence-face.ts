import type { ApplicationForm } from '../application/form.ts';
import { personOf } from '../application/form-places.ts';
import type { LicenceFace } from '../business-licence/credential.ts';
import type { Host } from '../cluster/host.ts';
import type { Registrar } from '../registrar/registrars.ts';
import type { BundleOn } from '../scope/bundle.ts';
import { chooseScope, printedScope } from '../scope/chosen-scope.ts';
import type { LegalDate } from '../shared/calendar.ts';

/** What the approval leaves to be said on the licence. */
export interface Granted {
  readonly uscc: string;
  readonly registrar: Registrar;
  /** the day of registration is the day of establishment (条例 art. 21) */
  readonly established: LegalDate;
  readonly submittedOn: LegalDate;
  /** finds bundles, where others may have been published than those of the release */
  readonly bundleOn?: BundleOn;
  readonly host?: Host;
  readonly place?: number;
}

/**
 * The face of the licence for a form that was found in order.
 *
 * @throws {RangeError} for a form without a head or premises: the review lets none through, so this is a defect.
 */
export function licenceFaceOf(form: ApplicationForm, granted: Granted): LicenceFace {
  const { legalRepresentative, owner, operator } = form.roles ?? {};
  const head = personOf(form, legalRepresentative ?? owner ?? operator)?.name;
  const address =
    granted.host && granted.place
      ? addressAtHost(granted.host, granted.place)
      : form.premises?.address;
  if (!head || !address) throw new RangeError('a form without head or address was approved');
  return {
    name: form.name ?? null,
    head,
    type: printedType(form),
    capitalFen: form.type === 'INDIVIDUAL_BUSINESS' ? null : (form.capital?.fen ?? null),
    address,
    scope: printedScope(chooseScope(form.scope, granted.submittedOn, granted.bundleOn).items),
    registrar: granted.registrar.name,
    established: granted.established,
    uscc: granted.uscc,
  };
}

/** The address of a numbered place at a host's; the suffix is [M] and the district's to word. */
const addressAtHost = ({ address, id }: Host, place: number): string =>
  `${address}（集群注册）编号${id}-${place}`;

function printedType({ type, shareholders = [] }: ApplicationForm): string {
  if (type === 'INDIVIDUAL_BUSINESS') return '个体工商户';
  if (type === 'SOLE_PROPRIETORSHIP') return '个人独资企业';
  const [only, ...others] = shareholders;
  if (!only || others.length > 0) return '有限责任公司';
  return only.company ? '有限责任公司（法人独资）' : '有限责任公司（自然人独资）';
}

/** Second character of the code: 1 enterprise, 2 个体工商户 (GB 32100). */
export const codeClassOf = ({ type }: ApplicationForm): '1' | '2' =>
  type === 'INDIVIDUAL_BUSINESS' ? '2' : '1';
