import * as z from 'zod';
import { applicationStore } from '../application/application.store.ts';
import { IdentityProvider } from '../party/identity-provider.ts';
import { documentsCovering } from '../party/kept-signatures.ts';
import { documents } from '../runtime/documents.ts';
import { newSalt } from '../runtime/draws.ts';
import { json, readEnvironment } from '../runtime/environment.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { keepIssuerAnswer } from './issuer-answer.store.ts';
import { keptLicencesIn, LICENCES_PART } from './kept-licences.ts';
import { licenceAuthority } from './licence-authority.client.ts';
import { TrustListText } from './trust-list.ts';
import { verifyLicence } from './verify-licence.ts';
import { VerifyLicencesResult, VerifyLicencesTask, verifyLicences } from './verify-licences.ts';

const { APPLICATIONS_TABLE, IDENTITY_PROVIDER, TRUST_LIST } = readEnvironment({
  APPLICATIONS_TABLE: z.string(),
  IDENTITY_PROVIDER: json(IdentityProvider),
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
      const { form, signatures } = sent;
      return {
        form,
        kept: keptLicencesIn(parts),
        presentations: new Map(
          signatures.flatMap((it) =>
            'shareholder' in it ? [[it.shareholder, it.presentation] as const] : [],
          ),
        ),
        documents: (await documentsCovering(form, sent))(['CHARTER']),
      };
    },
    keep: (task, kept) => applications.keepPart(task, LICENCES_PART, { schemaVersion: 1, ...kept }),
    keepAnswer: keepIssuerAnswer(documents, APPLICATIONS_TABLE),
    verify: (shown) =>
      verifyLicence(shown, {
        trustList: TRUST_LIST,
        audience: IDENTITY_PROVIDER.audience,
        statusList,
        now: Date.now(),
      }),
  }),
);
