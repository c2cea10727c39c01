import { KMSClient } from '@aws-sdk/client-kms';
import * as z from 'zod';
import { ownerOf } from '../application/owner.store.ts';
import { placeStore } from '../cluster/place.store.ts';
import { nearNames, readCards } from '../name/near-names.store.ts';
import { indexing } from '../party/person-index.ts';
import { personKey } from '../party/person-key.client.ts';
import { publishedData } from '../published/published.store.ts';
import { readHeldAndKnown } from '../review/held-and-known.store.ts';
import { documents } from '../runtime/documents.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { httpHandler } from './http.handler.ts';
import { PRE_CHECK_ROUTES } from './pre-check.routes.ts';
import { preCheckUseCases } from './pre-check.ts';

const { APPLICATIONS_TABLE, REGISTER_TABLE, PERSON_KEY_ID, PERSON_KEY_LABEL, PROBLEM_BASE } =
  readEnvironment({
    APPLICATIONS_TABLE: z.string(),
    REGISTER_TABLE: z.string(),
    PERSON_KEY_ID: z.string(),
    PERSON_KEY_LABEL: z.string(),
    PROBLEM_BASE: z.url(),
  });

export const handler = httpHandler(
  PRE_CHECK_ROUTES,
  preCheckUseCases({
    held: readHeldAndKnown(documents, REGISTER_TABLE),
    index: indexing(personKey(new KMSClient({}), PERSON_KEY_ID, PERSON_KEY_LABEL)),
    nearNames: nearNames(documents, REGISTER_TABLE),
    published: publishedData(documents, REGISTER_TABLE, Date.now),
    cards: readCards(documents, REGISTER_TABLE),
    ownerOf: ownerOf(documents, APPLICATIONS_TABLE),
    placeFree: placeStore(documents, REGISTER_TABLE).isFree,
    now: Date.now,
  }),
  PROBLEM_BASE,
);
