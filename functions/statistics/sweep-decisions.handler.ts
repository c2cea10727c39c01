import { KMSClient } from '@aws-sdk/client-kms';
import * as z from 'zod';
import { applicationStore } from '../application/application.store.ts';
import { caseStore } from '../case/case.store.ts';
import { publishedClock } from '../case/case-clock.store.ts';
import { readCaseOrSample } from '../case/case-or-sample.store.ts';
import { concludingSamples } from '../case/conclude-sample.store.ts';
import { escalateSamples } from '../case/escalate-samples.ts';
import { queueStore } from '../case/queue.store.ts';
import { personKey } from '../party/person-key.client.ts';
import { switchingOff } from '../published/publish.ts';
import { publishedStore } from '../published/published.store.ts';
import { textsIn } from '../review/release.store.ts';
import { candidateIn, shadowReports, toldDecisions } from '../review/shadow.store.ts';
import { shadowRun } from '../review/shadow-run.ts';
import { documents } from '../runtime/documents.ts';
import { newId, newSalt } from '../runtime/draws.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { logger } from '../runtime/logger.ts';
import { scriptFunction } from '../runtime/script.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { decidedBetween } from './decided.store.ts';
import { sampleStore } from './sample.store.ts';
import { DRAW_LABEL } from './sampling.ts';
import { SweepDecisionsResult, sweepDecisions } from './sweep-decisions.ts';
import { switchedOffStore } from './switched-off.store.ts';
import { tallyStore } from './tally.store.ts';

const { APPLICATIONS_TABLE, FILES_BUCKET, REGISTER_TABLE, PERSON_KEY_ID } = readEnvironment({
  APPLICATIONS_TABLE: z.string(),
  FILES_BUCKET: z.string(),
  REGISTER_TABLE: z.string(),
  PERSON_KEY_ID: z.string(),
});
const clock = publishedClock(documents, REGISTER_TABLE, Date.now);
const cases = caseStore(documents, APPLICATIONS_TABLE);
const conclude = concludingSamples(documents, APPLICATIONS_TABLE, REGISTER_TABLE);
const switchOff = switchingOff({
  ...publishedStore(documents, REGISTER_TABLE),
  newId,
  now: Date.now,
});

const sweep = sweepDecisions({
  ...tallyStore(documents, APPLICATIONS_TABLE),
  ...sampleStore(documents, APPLICATIONS_TABLE),
  ...switchedOffStore(documents, APPLICATIONS_TABLE),
  decided: decidedBetween(documents, APPLICATIONS_TABLE),
  record: applicationStore(documents, APPLICATIONS_TABLE, newSalt).read,
  key: personKey(new KMSClient({}), PERSON_KEY_ID, DRAW_LABEL),
  conclude: ({ task }, at) => conclude(task, at),
  clock,
  escalate: escalateSamples({
    queue: queueStore(documents, APPLICATIONS_TABLE).queue,
    read: readCaseOrSample(documents, APPLICATIONS_TABLE),
    write: cases.write,
    clock,
    now: Date.now,
  }),
  switchOff: async (rule, reason) => {
    const outcome = await switchOff(rule, reason, 'agreement');
    logger.info('rule switched off', { rule, outcome });
  },
  shadow: shadowRun({
    ...shadowReports(documents, APPLICATIONS_TABLE),
    told: toldDecisions(documents, APPLICATIONS_TABLE),
    candidate: candidateIn(textsIn(FILES_BUCKET)),
    runs: scriptFunction,
  }),
  now: Date.now,
});

export const handler = taskHandler(z.unknown(), SweepDecisionsResult, async () => {
  const found = await sweep();
  logger.info('decisions swept', found);
  return found;
});
