import * as z from 'zod';
import { applicationStore } from '../application/application.store.ts';
import { decidingRegistrar } from '../application/deciding-registrar.ts';
import { releases } from '../application/holdings.store.ts';
import { wanted } from '../application/holds.ts';
import { documents } from '../runtime/documents.ts';
import { newSalt } from '../runtime/draws.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { start } from '../runtime/machines.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import {
  CarryOutDecisionResult,
  CarryOutDecisionTask,
  carryOutDecision,
} from './carry-out-decision.ts';
import { carryingOut } from './case.store.ts';
import { handingOver } from './hand-over.store.ts';

const { APPLICATIONS_TABLE, REGISTER_TABLE, REGISTRATION_MACHINE } = readEnvironment({
  APPLICATIONS_TABLE: z.string(),
  REGISTER_TABLE: z.string(),
  REGISTRATION_MACHINE: z.string(),
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
        wanted(
          sent,
          application.submittedAt ?? application.createdAt,
          decidingRegistrar(application, sent.form),
        ),
      ),
    ),
    handOver: handingOver(documents, APPLICATIONS_TABLE, REGISTER_TABLE, applications),
    register: (task) => start(REGISTRATION_MACHINE, task),
    now: Date.now,
  }),
);
