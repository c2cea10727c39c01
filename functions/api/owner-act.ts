import type { ApplicationRecord } from '../application/application.ts';
import { type AskPorts, askForPerson } from '../case/ask-for-person.ts';
import { type WithdrawPorts, withdraw } from '../intake/withdraw.ts';
import { type AssertionFault, examineAssertion } from '../party/accepted-assertion.ts';
import type { IdentityProvider } from '../party/identity-provider.ts';
import { withdrawalDigest, withdrawalSigner } from '../party/withdrawal-signer.ts';
import { legalDateOf } from '../shared/days.ts';
import { DomainError } from '../shared/errors.ts';
import { ApplicationId } from '../shared/ids.ts';
import type { Language } from '../shared/language.ts';
import { applicationAnswer } from './application-view.ts';
import type { OWNER_ACT_ROUTES } from './owner-act.routes.ts';
import { Problem, type ProblemSlug } from './problems.ts';
import type { Answer, Caller, UseCases } from './request.ts';

export interface OwnerActPorts extends WithdrawPorts, AskPorts {
  readonly provider: IdentityProvider;
}

const PROBLEM_OF: Record<AssertionFault, ProblemSlug> = {
  ANOTHER_DOCUMENT: 'signature-of-another-document',
  ANOTHER_PERSON: 'signature-of-another-person',
  TOO_OLD: 'signature-too-old',
  UNKNOWN_PROVIDER: 'identity-provider-unknown',
};

/** What an owner does about the procedure, on the ports that the handler joins. */
export function ownerActUseCases(ports: OwnerActPorts): UseCases<typeof OWNER_ACT_ROUTES> {
  /** The caller's own application; another's does not exist for him. */
  const own = async (
    id: string | undefined,
    { subject }: Caller,
    version?: number,
  ): Promise<ApplicationRecord> => {
    const known = ApplicationId.safeParse(id);
    if (!known.success) throw new Problem('not-found');
    const record = await ports.record(known.data);
    if (record.application.owner !== subject) throw new Problem('not-found');
    if (version !== undefined && record.application.version !== version)
      throw new DomainError('ApplicationMoved', { applicationId: known.data });
    return record;
  };

  const answer = async (id: string, language: Language): Promise<Answer> =>
    applicationAnswer(await ports.record(id), language);

  /** @throws {Problem} signature-needed, or what is wrong with the one that was given */
  const mustBeSigned = async (
    { application, sent }: ApplicationRecord,
    assertion: string | undefined,
  ): Promise<void> => {
    const signer = withdrawalSigner(application, sent.form, legalDateOf(ports.now()));
    if (signer === undefined) return;
    if (assertion === undefined) throw new Problem('signature-needed');
    const documentHash = await withdrawalDigest(application);
    const document = { form: sent.form, documentHash };
    const { fault } = await examineAssertion(
      ports.provider,
      document,
      signer,
      assertion,
      ports.now(),
    );
    if (fault) throw new Problem(PROBLEM_OF[fault]);
  };

  return {
    async readWithdrawal({ parameters: { id }, caller }) {
      const { application, sent } = await own(id, caller);
      const signer = withdrawalSigner(application, sent.form, legalDateOf(ports.now()));
      const documentHash = await withdrawalDigest(application);
      return { status: 200, body: { documentHash, ...(signer && { signer }) } };
    },

    async withdrawApplication({ parameters: { id }, caller, version, body, language }) {
      const record = await own(id, caller, version);
      await mustBeSigned(record, body?.assertion);
      await withdraw(ports, record);
      return answer(record.application.id, language);
    },

    async askForPerson({ parameters: { id }, caller, version, language }) {
      const record = await own(id, caller, version);
      await askForPerson(ports, record);
      return answer(record.application.id, language);
    },
  };
}
