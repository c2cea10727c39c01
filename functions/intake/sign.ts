import type { ApplicationRecord } from '../application/application.ts';
import type { Signatures } from '../application/form.ts';
import { custodySigned } from '../party/custody.ts';
import { documentClaimedBy, documentsOf } from '../party/kept-signatures.ts';
import { DomainError } from '../shared/errors.ts';
import type { IntakePorts } from './intake-ports.ts';
import { goOn, notInThisState } from './submit.ts';

/**
 * Adds signatures to an application that waits for them, whoever brings them; with the last one it is
 * submitted and registered. Nothing is verified here: that is for the caller, and for the review.
 *
 * @param by who brings them: a signing id or a token subject, never a name
 * @throws {DomainError} NotInThisState; ApplicationMoved for a signature of another document than the one that waits: it was edited meanwhile
 */
export async function addSignatures(
  ports: IntakePorts,
  record: ApplicationRecord,
  signatures: Signatures,
  by: string = record.application.owner,
): Promise<void> {
  const { application, sent } = record;
  if (application.state !== 'SIGNING') throw notInThisState(record);
  const known = documentsOf(sent);
  if (!signatures.every((it) => known.includes(documentClaimedBy(it) ?? '')))
    throw new DomainError('ApplicationMoved', { applicationId: application.id });
  await goOn(ports, record, { signatures, by });
}

/**
 * The host signs the custody agreement of one tenant by an act of its account.
 *
 * @param host id of the host whose account acts
 * @param by the account's token subject
 * @throws {DomainError} NotInThisState; ApplicationNotFound where the application does not wait for this host
 */
export async function signCustody(
  ports: IntakePorts,
  record: ApplicationRecord,
  host: string,
  by: string,
): Promise<void> {
  const { application, sent } = record;
  if (sent.custody?.host !== host)
    throw new DomainError('ApplicationNotFound', { applicationId: application.id });
  if (application.state !== 'SIGNING') throw notInThisState(record);
  const part = custodySigned(sent.custody, by, new Date(ports.now()).toISOString());
  await goOn(ports, record, { signatures: [], by, part });
}
