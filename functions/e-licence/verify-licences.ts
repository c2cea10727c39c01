import * as z from 'zod';
import { DomainError } from '../shared/errors.ts';
import { AttemptTask } from '../shared/ids.ts';
import type { IssuerAnswer } from './issuer-answer.ts';
import { type KeptLicences, type ShareholdersForm, unsettledCompanies } from './kept-licences.ts';
import type { ShownLicence, VerifiedLicence } from './verify-licence.ts';

export const VerifyLicencesTask = AttemptTask;
export const VerifyLicencesResult = z.object({ outcome: z.enum(['CHECKED']) });

interface SentLicences {
  readonly form: ShareholdersForm;
  readonly kept: KeptLicences;
  /** by index in `shareholders`, the licence with which a company signed: it counts instead of the one in the form */
  readonly presentations?: ReadonlyMap<number, string>;
  /** digests of the document over which a company's signature counts */
  readonly documents?: ReadonlySet<string>;
}

export interface VerifyLicencesPorts {
  /** what was sent, and what an earlier run kept; undefined where there is no such attempt */
  attempt(task: z.infer<typeof AttemptTask>): Promise<SentLicences | undefined>;
  /** keeps the checks with the attempt, in place of those kept before */
  keep(task: z.infer<typeof AttemptTask>, kept: KeptLicences): Promise<void>;
  /** keeps what an issuer said, as evidence, and tells under which digest */
  keepAnswer(answer: IssuerAnswer): Promise<string>;
  /** @throws {DomainError} LicenceAuthorityUnavailable */
  verify(shown: ShownLicence): Promise<VerifiedLicence>;
}

/**
 * Verifies the e-licence of every corporate shareholder. An issuer that is silent does not lose what the others said:
 * their checks are kept, its own stands as SILENT, and the task fails so that the machine asks again; what an earlier
 * run settled is not asked twice.
 *
 * @throws {DomainError} ApplicationNotFound; LicenceAuthorityUnavailable after keeping the checks
 */
export const verifyLicences =
  ({ attempt, keep, keepAnswer, verify }: VerifyLicencesPorts) =>
  async (
    task: z.infer<typeof VerifyLicencesTask>,
  ): Promise<z.infer<typeof VerifyLicencesResult>> => {
    const sent = await attempt(task);
    if (!sent) throw new DomainError('ApplicationNotFound', { applicationId: task.applicationId });
    const { checks, answers } = sent.kept;
    const settled = new Map(
      checks.filter((it) => it.outcome !== 'SILENT').map((it) => [it.shareholder, it]),
    );
    const silences: DomainError[] = [];

    const check = async (
      shareholder: number,
      token: string | undefined,
    ): Promise<VerifiedLicence> => {
      if (!token) return { check: { shareholder, outcome: 'NOT_SHOWN' } };
      try {
        const { documents } = sent;
        return await verify({ shareholder, token, ...(documents && { documents }) });
      } catch (error) {
        if (!(error instanceof DomainError) || error.name !== 'LicenceAuthorityUnavailable')
          throw error;
        silences.push(error);
        const region = String(error.details.region);
        return { check: { shareholder, outcome: 'SILENT', region } };
      }
    };

    const companies = (sent.form.shareholders ?? []).flatMap(({ company }, shareholder) =>
      company
        ? [{ shareholder, token: sent.presentations?.get(shareholder) ?? company.licence }]
        : [],
    );
    if (unsettledCompanies(sent.form, sent.kept).length === 0) return { outcome: 'CHECKED' };
    const verified = await Promise.all(
      companies.map(async ({ shareholder, token }): Promise<VerifiedLicence> => {
        const known = settled.get(shareholder);
        return known ? { check: known } : check(shareholder, token);
      }),
    );
    const heard = await Promise.all(
      verified.flatMap(({ check: { shareholder }, answer }) =>
        answer ? [keepAnswer(answer).then((digest) => ({ shareholder, digest }))] : [],
      ),
    );
    await keep(task, {
      checks: verified.map((it) => it.check),
      answers: [...answers, ...heard],
    });
    const [silence] = silences;
    if (silence) throw silence;
    return { outcome: 'CHECKED' };
  };
