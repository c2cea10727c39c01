import * as z from 'zod';
import { applicationStore } from '../application/application.store.ts';
import { releases } from '../application/holdings.store.ts';
import { wanted } from '../application/holds.ts';
import { documents } from '../runtime/documents.ts';
import { newSalt } from '../runtime/draws.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import {
  CarryOutDecisionResult,
  CarryOutDecisionTask,
  carryOutDecision,
} from './carry-out-decision.ts';
import { carryingOut } from './case.store.ts';

const { APPLICATIONS_TABLE, REGISTER_TABLE } = readEnvironment({
  APPLICATIONS_TABLE: z.string(),
  REGISTER_TABLE: z.string(),
});
const applications = applicationStore(documents, APPLICATIONS_TABLE, newSalt);
const releasesOf = releases(documents, REGISTER_TABLE);

export const handler = taskHandler(
  CarryOutDecisionTask,
  CarryOutDecisionResult,
  carryOutDecision({
    record: ({ applicationId, attempt }) => applications.read(applicationId, attempt),
    carryOut: carryingOut(documents, APPLICATIONS_TABLE, applications, ({ application, sent }) =>
      releasesOf(
        application.id,
        wanted(sent.form, application.submittedAt ?? application.createdAt),
      ),
    ),
    now: Date.now,
  }),
);
