import * as z from 'zod';
import { applicationStore } from '../application/application.store.ts';
import { holdPorts, readHoldings } from '../application/holdings.store.ts';
import { IdentityProvider, identitiesOf } from '../party/identity-provider.ts';
import { documents } from '../runtime/documents.ts';
import { newSalt } from '../runtime/draws.ts';
import { json, readEnvironment } from '../runtime/environment.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { AutoReviewResult, AutoReviewTask, autoReview } from './auto-review.ts';
import { keepDecision } from './review.store.ts';

const { APPLICATIONS_TABLE, REGISTER_TABLE, IDENTITY_PROVIDER } = readEnvironment({
  APPLICATIONS_TABLE: z.string(),
  REGISTER_TABLE: z.string(),
  IDENTITY_PROVIDER: json(IdentityProvider),
});
const applications = applicationStore(documents, APPLICATIONS_TABLE, newSalt);

export const handler = taskHandler(
  AutoReviewTask,
  AutoReviewResult,
  autoReview({
    record: ({ applicationId, attempt }) => applications.read(applicationId, attempt),
    holdings: readHoldings(documents, REGISTER_TABLE),
    ...holdPorts(documents, REGISTER_TABLE, APPLICATIONS_TABLE),
    identities: identitiesOf(IDENTITY_PROVIDER),
    keep: keepDecision(documents, APPLICATIONS_TABLE, applications),
    now: Date.now,
  }),
);
