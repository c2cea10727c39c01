import type { ApplicationRecord } from '../application/application.ts';
import { CUSTODY_REFUSAL_PART, type CustodyRefusal, hostAwaited } from '../party/custody.ts';
import { DomainError } from '../shared/errors.ts';
import type { IntakePorts } from './intake-ports.ts';
import { notInThisState, settle } from './submit.ts';

/**
 * A host refuses to sign a custody agreement, with a reason. The application goes on waiting and says
 * so; an edit of the agreement, or the host's later signature, clears it. Refusing again replaces the
 * reason.
 *
 * @throws {DomainError} NotInThisState; ApplicationNotFound where the application does not wait for this host
 */
export async function refuseCustody(
  ports: Pick<IntakePorts, 'edit' | 'now'>,
  record: ApplicationRecord,
  why: Pick<CustodyRefusal, 'host' | 'code' | 'text' | 'by'>,
): Promise<void> {
  const { application, sent } = record;
  const { custody } = sent;
  if (custody?.host !== why.host)
    throw new DomainError('ApplicationNotFound', { applicationId: application.id });
  if (hostAwaited(application.state, record) === undefined) throw notInThisState(record);
  const at = new Date(ports.now()).toISOString();
  const { text, ...refused } = why;
  const item: CustodyRefusal = {
    schemaVersion: 1,
    ...refused,
    ...(text !== undefined && { text }),
    digest: custody.digest,
    at,
  };
  const part = { name: CUSTODY_REFUSAL_PART, item };
  settle(await ports.edit(record, sent, at, { change: { refusedAt: at }, part }), record);
}
