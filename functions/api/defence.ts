import type { ReadLog } from '../application/read-log.ts';
import type { OurPublicKey } from '../business-licence/licence-keys.ts';
import type { LicenceSigner } from '../business-licence/licence-signer.ts';
import {
  caseOf,
  type Found,
  headOf,
  type StoredItem,
  sectionsOf,
  type Wanted,
  wantedBy,
} from '../defence/assemble.ts';
import { textOf } from '../defence/defence-file.ts';
import { sealed } from '../defence/seal.ts';
import { DomainError } from '../shared/errors.ts';
import { ApplicationId, attemptOfCase, CaseId } from '../shared/ids.ts';
import type { DEFENCE_ROUTES } from './defence.routes.ts';
import { Problem } from './problems.ts';
import type { Answer, Caller, UseCases } from './request.ts';

export interface DefencePorts {
  /** @throws {DomainError} ApplicationNotFound */
  items(applicationId: string): Promise<StoredItem[]>;
  referred(wanted: Wanted): Promise<Omit<Found, 'ours'>>;
  /** every licence key, withdrawn ones too */
  ourKeys(): Promise<readonly OurPublicKey[]>;
  readonly signer: LicenceSigner;
  readonly noteReading: ReadLog;
  now(): number;
}

/** Who may have it: a supervisor of the registrar, or the official whose decision it is. */
export function defenceUseCases(ports: DefencePorts): UseCases<typeof DEFENCE_ROUTES> {
  /** The file says of itself that it was read: the reading comes before its items are read. */
  const fileOf = async (
    applicationId: string,
    registrar: string,
    { subject: by }: Caller,
  ): Promise<Answer> => {
    const at = new Date(ports.now()).toISOString();
    await ports.noteReading(applicationId, { at, by, registrar, what: 'DEFENCE_FILE' });
    const items = await ports.items(applicationId);
    const [referred, ours] = await Promise.all([ports.referred(wantedBy(items)), ports.ourKeys()]);
    const sections = sectionsOf(items, { ...referred, ours });
    const file = await sealed(sections, { madeAt: at, madeFor: by }, ports.signer);
    return {
      status: 200,
      body: textOf(file),
      headers: {
        'content-disposition': `attachment; filename="defence-file-${applicationId}.json"`,
      },
    };
  };

  return {
    async readCaseDefenceFile({ parameters: { id }, caller }) {
      const { data: caseId } = CaseId.safeParse(id);
      if (caseId === undefined) throw new Problem('not-found');
      const { applicationId, attempt } = attemptOfCase(caseId);
      const items = await ports.items(applicationId);
      const filed = caseOf(items, attempt);
      if (!filed || !caller.registrars.includes(filed.registrar)) throw new Problem('not-found');
      const { decision } = filed;
      if (caller.grade !== 'SUPERVISOR' && caller.subject !== decision?.by)
        throw new Problem('supervisor-only');
      if (!decision) throw new DomainError('NotInThisState', { caseId });
      return fileOf(applicationId, filed.registrar, caller);
    },

    async readApplicationDefenceFile({ parameters: { id }, caller }) {
      const { data: applicationId } = ApplicationId.safeParse(id);
      if (applicationId === undefined) throw new Problem('not-found');
      const items = await ports.items(applicationId);
      const { registrar = '' } = headOf(items);
      if (!caller.registrars.includes(registrar)) throw new Problem('not-found');
      if (caller.grade !== 'SUPERVISOR') throw new Problem('supervisor-only');
      if (wantedBy(items).ruleSets.length === 0)
        throw new DomainError('NotInThisState', { applicationId });
      return fileOf(applicationId, registrar, caller);
    },
  };
}
