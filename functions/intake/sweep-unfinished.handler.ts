import * as z from 'zod';
import { documents } from '../runtime/documents.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { start, wake } from '../runtime/machines.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { SweepResult, sweepUnfinished } from './sweep-unfinished.ts';
import { unfinishedStore } from './unfinished.store.ts';

const { APPLICATIONS_TABLE, REGISTRATION_MACHINE, REVIEW_MACHINE, SWEEP_AFTER_SECONDS } =
  readEnvironment({
    APPLICATIONS_TABLE: z.string(),
    REGISTRATION_MACHINE: z.string(),
    REVIEW_MACHINE: z.string(),
    SWEEP_AFTER_SECONDS: z.coerce.number().int().min(0),
  });

export const handler = taskHandler(
  z.unknown(),
  SweepResult,
  sweepUnfinished({
    ...unfinishedStore(documents, APPLICATIONS_TABLE),
    register: (task) => start(REGISTRATION_MACHINE, task),
    refer: (task) => start(REVIEW_MACHINE, task),
    wake: (taskToken) => wake(taskToken, { outcome: 'DECIDED', holdSeconds: 0 }),
    afterSeconds: SWEEP_AFTER_SECONDS,
    now: Date.now,
  }),
);
