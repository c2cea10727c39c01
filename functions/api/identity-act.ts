import type { ApplicationRecord } from '../application/application.ts';
import type { ReadLog } from '../application/read-log.ts';
import type { IntakePorts } from '../intake/intake-ports.ts';
import { goOn, notInThisState, proceed } from '../intake/submit.ts';
import { type IdentityAct, identityActPart, identityActsIn } from '../party/identity-act.ts';
import { missingSignersOf } from '../party/missing-signers.ts';
import { signersOf } from '../party/signers.ts';
import { ApplicationId } from '../shared/ids.ts';
import type { IDENTITY_ACT_ROUTES } from './identity-act.routes.ts';
import { Problem } from './problems.ts';
import type { Caller, UseCases } from './request.ts';
import { whileMoved } from './signing.ts';
import { progressOf } from './signing-view.ts';

/** What an official does for a person whom the face check does not know, on the ports that the handler joins. */
export function identityActUseCases(
  ports: IntakePorts & { readonly noteReading: ReadLog },
): UseCases<typeof IDENTITY_ACT_ROUTES> {
  /** An application of one of the caller's registrars; another registrar's does not exist for him. */
  const own = async (
    id: string | undefined,
    { registrars }: Caller,
  ): Promise<ApplicationRecord> => {
    const known = ApplicationId.safeParse(id).data;
    if (known === undefined) throw new Problem('not-found');
    const record = await ports.record(known);
    const { registrar } = record.application;
    if (!registrar || !registrars.includes(registrar)) throw new Problem('not-found');
    return record;
  };

  /** The act, kept; with the last one it is submitted. The one of his that is kept already, where he asks twice. */
  const kept = async (record: ApplicationRecord, act: IdentityAct): Promise<IdentityAct> => {
    const { application, sent, parts } = record;
    const before = identityActsIn(parts).find(
      ({ person, by, documentHash }) =>
        person === act.person && by === act.by && documentHash === act.documentHash,
    );
    if (before) {
      await proceed(ports, record);
      return before;
    }
    if (application.state !== 'SIGNING') throw notInThisState(record);
    if (act.documentHash !== sent.documentHash) throw new Problem('signature-of-another-document');
    if (!signersOf(sent.form).some(({ person }) => person === act.person))
      throw new Problem('signature-of-another-person');
    if (!missingSignersOf(record).some(({ person }) => person === act.person))
      throw new Problem('already-signed');
    const part = { name: identityActPart(act.person), item: act };
    await goOn(ports, record, { signatures: [], by: act.by, part });
    return act;
  };

  return {
    async recordIdentityAct({ parameters: { id }, caller, body }) {
      const at = new Date(ports.now()).toISOString();
      const act = await whileMoved(async () =>
        kept(await own(id, caller), { schemaVersion: 1, ...body, by: caller.subject, at }),
      );
      const record = await own(id, caller);
      const { id: applicationId, registrar } = record.application;
      const reading = { at, by: caller.subject, what: 'IDENTITY' } as const;
      await ports.noteReading(applicationId, { ...reading, ...(registrar && { registrar }) });
      const { person, kind, document, documentHash } = act;
      const application = progressOf(record);
      return {
        status: 201,
        body: { person, kind, document, documentHash, at: act.at, application },
      };
    },
  };
}
