import * as z from 'zod';
import { DomainError } from '../shared/errors.ts';
import { AttemptTask } from '../shared/ids.ts';
import type { LicenceCheck } from './licence-check.ts';

export const VerifyLicencesTask = AttemptTask;
export const VerifyLicencesResult = z.object({ outcome: z.enum(['CHECKED']) });

/** Of the form as sent, what this task reads. */
interface ShareholdersForm {
  readonly shareholders?:
    | readonly { readonly company?: { readonly licence?: string | undefined } | undefined }[]
    | undefined;
}

export interface VerifyLicencesPorts {
  /** what was sent, and the checks kept by an earlier run; undefined where there is no such attempt */
  attempt(
    task: z.infer<typeof AttemptTask>,
  ): Promise<
    { readonly form: ShareholdersForm; readonly licences?: readonly LicenceCheck[] } | undefined
  >;
  /** keeps the checks with the attempt, in place of those kept before */
  keep(task: z.infer<typeof AttemptTask>, checks: readonly LicenceCheck[]): Promise<void>;
  /** @throws {DomainError} LicenceAuthorityUnavailable */
  verify(shown: { readonly shareholder: number; readonly token: string }): Promise<LicenceCheck>;
}

/**
 * Verifies the e-licence of every corporate shareholder. An issuer that is silent does not lose what the others said:
 * their checks are kept, its own stands as SILENT, and the task fails so that the machine asks again; what an earlier
 * run settled is not asked twice.
 *
 * @throws {DomainError} ApplicationNotFound; LicenceAuthorityUnavailable after keeping the checks
 */
export const verifyLicences =
  ({ attempt, keep, verify }: VerifyLicencesPorts) =>
  async (
    task: z.infer<typeof VerifyLicencesTask>,
  ): Promise<z.infer<typeof VerifyLicencesResult>> => {
    const sent = await attempt(task);
    if (!sent) throw new DomainError('ApplicationNotFound', { applicationId: task.applicationId });
    const settled = new Map(
      sent.licences?.filter((it) => it.outcome !== 'SILENT').map((it) => [it.shareholder, it]),
    );
    const silences: DomainError[] = [];

    const check = async (shareholder: number, token: string | undefined): Promise<LicenceCheck> => {
      if (!token) return { shareholder, outcome: 'NOT_SHOWN' };
      try {
        return await verify({ shareholder, token });
      } catch (error) {
        if (!(error instanceof DomainError) || error.name !== 'LicenceAuthorityUnavailable')
          throw error;
        silences.push(error);
        return { shareholder, outcome: 'SILENT', region: String(error.details.region) };
      }
    };

    const companies = (sent.form.shareholders ?? []).flatMap(({ company }, shareholder) =>
      company ? [{ shareholder, token: company.licence }] : [],
    );
    if (companies.every(({ shareholder }) => settled.has(shareholder)))
      return { outcome: 'CHECKED' };
    const checks = await Promise.all(
      companies.map(
        ({ shareholder, token }) => settled.get(shareholder) ?? check(shareholder, token),
      ),
    );
    await keep(task, checks);
    const [silence] = silences;
    if (silence) throw silence;
    return { outcome: 'CHECKED' };
  };
