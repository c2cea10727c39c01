import * as z from 'zod';
import { applicationStore } from '../application/application.store.ts';
import { documents } from '../runtime/documents.ts';
import { newSalt } from '../runtime/draws.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { LICENCES_PART, licencesIn } from './kept-licences.ts';
import { licenceAuthority } from './licence-authority.client.ts';
import { TrustListText } from './trust-list.ts';
import { verifyLicence } from './verify-licence.ts';
import { VerifyLicencesResult, VerifyLicencesTask, verifyLicences } from './verify-licences.ts';

const { APPLICATIONS_TABLE, TRUST_LIST } = readEnvironment({
  APPLICATIONS_TABLE: z.string(),
  TRUST_LIST: TrustListText,
});
const applications = applicationStore(documents, APPLICATIONS_TABLE, newSalt);
const { statusList } = licenceAuthority(Date.now);

export const handler = taskHandler(
  VerifyLicencesTask,
  VerifyLicencesResult,
  verifyLicences({
    async attempt({ applicationId, attempt }) {
      const { sent, parts } = await applications.read(applicationId, attempt);
      return { form: sent.form, licences: licencesIn(parts) };
    },
    keep: (task, checks) =>
      applications.keepPart(task, LICENCES_PART, { schemaVersion: 1, checks }),
    verify: (shown) => verifyLicence(shown, { trustList: TRUST_LIST, statusList, now: Date.now() }),
  }),
);
