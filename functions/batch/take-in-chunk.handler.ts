import { KMSClient } from '@aws-sdk/client-kms';
import * as z from 'zod';
import { applicationStore } from '../application/application.store.ts';
import { holdPorts } from '../application/holdings.store.ts';
import { recentHosts } from '../cluster/recent-hosts.ts';
import { indexing } from '../party/person-index.ts';
import { personKey } from '../party/person-key.client.ts';
import { documents } from '../runtime/documents.ts';
import { newId, newSalt } from '../runtime/draws.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { batchStore } from './batch.store.ts';
import { batchFiles } from './batch-file.client.ts';
import { rowLedger } from './row-ledger.store.ts';
import { takingIn } from './take-in.store.ts';
import { TakeInChunkResult, TakeInChunkTask, takeInChunk } from './take-in-chunk.ts';

const {
  APPLICATIONS_TABLE,
  BATCHES_TABLE,
  REGISTER_TABLE,
  FILES_BUCKET,
  PERSON_KEY_ID,
  PERSON_KEY_LABEL,
} = readEnvironment({
  APPLICATIONS_TABLE: z.string(),
  BATCHES_TABLE: z.string(),
  REGISTER_TABLE: z.string(),
  FILES_BUCKET: z.string(),
  PERSON_KEY_ID: z.string(),
  PERSON_KEY_LABEL: z.string(),
});
const applications = applicationStore(documents, APPLICATIONS_TABLE, newSalt);
const holds = holdPorts(documents, REGISTER_TABLE, APPLICATIONS_TABLE);

export const handler = taskHandler(
  TakeInChunkTask,
  TakeInChunkResult,
  takeInChunk({
    ...batchStore(documents, BATCHES_TABLE),
    ...rowLedger(documents, BATCHES_TABLE),
    ...batchFiles(FILES_BUCKET),
    ...holds,
    host: recentHosts(holds.host, Date.now),
    takeIn: takingIn(documents, BATCHES_TABLE, REGISTER_TABLE, applications),
    index: indexing(personKey(new KMSClient({}), PERSON_KEY_ID, PERSON_KEY_LABEL)),
    newId,
    now: Date.now,
  }),
);
