import { KMSClient } from '@aws-sdk/client-kms';
import * as z from 'zod';
import { listingStore } from '../party/listing.store.ts';
import { personKey } from '../party/person-key.client.ts';
import { publishedStore } from '../published/published.store.ts';
import { RULE_IDS, rulesInWords } from '../review/finding-in-words.ts';
import { documents } from '../runtime/documents.ts';
import { newId, newSalt } from '../runtime/draws.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { DATA_ROUTES } from './data.routes.ts';
import { dataUseCases } from './data.ts';
import { httpHandler } from './http.handler.ts';
import { idempotentIds } from './idempotency.store.ts';
import { LIST_ENTRY_ROUTES } from './list-entry.routes.ts';
import { listEntryUseCases } from './list-entry.ts';

const { REGISTER_TABLE, ACCESS_TABLE, PERSON_KEY_ID, PERSON_KEY_LABEL, PROBLEM_BASE } =
  readEnvironment({
    REGISTER_TABLE: z.string(),
    ACCESS_TABLE: z.string(),
    PERSON_KEY_ID: z.string(),
    PERSON_KEY_LABEL: z.string(),
    PROBLEM_BASE: z.url(),
  });

const shared = {
  idempotentId: idempotentIds(documents, ACCESS_TABLE, Date.now),
  newId,
  now: Date.now,
};

export const handler = httpHandler(
  { ...DATA_ROUTES, ...LIST_ENTRY_ROUTES },
  {
    ...dataUseCases({
      ...publishedStore(documents, REGISTER_TABLE),
      ...shared,
      rules: RULE_IDS,
      rulesInWords,
    }),
    ...listEntryUseCases({
      ...listingStore(documents, REGISTER_TABLE, newSalt),
      ...shared,
      personKey: personKey(new KMSClient({}), PERSON_KEY_ID, PERSON_KEY_LABEL),
    }),
  },
  PROBLEM_BASE,
);
