import { KMSClient } from '@aws-sdk/client-kms';
import * as z from 'zod';
import { readLog } from '../application/read-log.store.ts';
import { licenceSigner, ourPublicKeys } from '../business-licence/licence-key.client.ts';
import { LicenceKeys } from '../business-licence/licence-keys.ts';
import { defenceFileStore } from '../defence/defence-file.store.ts';
import { releasesIn, textsIn } from '../review/release.store.ts';
import { documents } from '../runtime/documents.ts';
import { newSalt } from '../runtime/draws.ts';
import { json, readEnvironment } from '../runtime/environment.ts';
import { DEFENCE_ROUTES } from './defence.routes.ts';
import { defenceUseCases } from './defence.ts';
import { httpHandler } from './http.handler.ts';

const {
  APPLICATIONS_TABLE,
  REGISTER_TABLE,
  BATCHES_TABLE,
  FILES_BUCKET,
  LICENCE_KEY_ID,
  LICENCE_KEYS,
  PROBLEM_BASE,
} = readEnvironment({
  APPLICATIONS_TABLE: z.string(),
  REGISTER_TABLE: z.string(),
  BATCHES_TABLE: z.string(),
  FILES_BUCKET: z.string(),
  LICENCE_KEY_ID: z.string(),
  LICENCE_KEYS: json(LicenceKeys),
  PROBLEM_BASE: z.url(),
});
const kms = new KMSClient({});

export const handler = httpHandler(
  DEFENCE_ROUTES,
  defenceUseCases({
    ...defenceFileStore(
      documents,
      APPLICATIONS_TABLE,
      REGISTER_TABLE,
      BATCHES_TABLE,
      releasesIn(textsIn(FILES_BUCKET)),
    ),
    ourKeys: ourPublicKeys(kms, LICENCE_KEYS),
    signer: licenceSigner(kms, LICENCE_KEY_ID),
    noteReading: readLog(documents, APPLICATIONS_TABLE, newSalt),
    now: Date.now,
  }),
  PROBLEM_BASE,
);
