import type { Application } from '../application/application.ts';
import type { ApplicationForm } from '../application/form.ts';
import type { LegalDate } from '../shared/calendar.ts';
import { digestOf } from '../shared/digest.ts';
import { signersOf } from './signers.ts';

/** Types of which a withdrawal needs the head's own signature, once all have signed; dated. [M] */
const POLICIES: readonly { readonly from: LegalDate; readonly types: readonly string[] }[] = [
  { from: '2022-03-01', types: ['LIMITED_COMPANY'] },
];

/** States in which everybody has signed and nothing is decided for good; whoever corrects has them behind him. */
const SIGNED: readonly Application['state'][] = ['SUBMITTED', 'REFERRED', 'RETURNED'];

/** What the signer of a withdrawal signs: of this application, this attempt, and nothing else. */
export const withdrawalDigest = ({ id, attempt }: Pick<Application, 'id' | 'attempt'>) =>
  digestOf({ withdraw: id, attempt });

/**
 * Who must sign a withdrawal beside whoever sent the application: where several parties have signed,
 * its legal representative, by key into `form.people`. Undefined where the sender's own word is enough.
 */
export function withdrawalSigner(
  { state, attempt }: Pick<Application, 'state' | 'attempt'>,
  form: ApplicationForm,
  on: LegalDate,
): string | undefined {
  const policy = POLICIES.findLast(({ from }) => from <= on);
  const signed = SIGNED.includes(state) || attempt > 1;
  const asked = signed && policy?.types.some((type) => type === form.type);
  return asked && signersOf(form).length > 1 ? form.roles?.legalRepresentative : undefined;
}
