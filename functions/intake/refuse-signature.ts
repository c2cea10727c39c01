import type { ApplicationRecord } from '../application/application.ts';
import { missingSignersOf } from '../party/missing-signers.ts';
import { type Refusal, refused } from '../party/refusal.ts';
import { DomainError } from '../shared/errors.ts';
import type { IntakePorts } from './intake-ports.ts';
import { notInThisState, settle } from './submit.ts';

/**
 * A person who is asked to sign refuses, with a reason. The application goes on waiting and says who
 * refused; an edit of what he was asked to sign, or his later signature, clears it. Refusing again
 * replaces the reason.
 *
 * @param person key into `form.people`
 * @throws {DomainError} NotInThisState; ApplicationNotFound where nobody waits for this person's signature
 */
export async function refuseSignature(
  ports: IntakePorts,
  record: ApplicationRecord,
  person: string,
  why: Pick<Refusal, 'code' | 'text'>,
): Promise<void> {
  const { application, sent } = record;
  if (application.state !== 'SIGNING') throw notInThisState(record);
  const signer = missingSignersOf(record).find((it) => it.person === person);
  if (!signer) throw new DomainError('ApplicationNotFound', { applicationId: application.id });
  const at = new Date(ports.now()).toISOString();
  const part = await refused(record, signer, why, at);
  settle(await ports.edit(record, sent, at, { change: { refusedAt: at }, part }), record);
}
