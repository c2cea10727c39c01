import { KMSClient } from '@aws-sdk/client-kms';
import * as z from 'zod';
import { licenceSigner, ourPublicKeys } from '../business-licence/licence-key.client.ts';
import { LicenceKeys, publishedSet } from '../business-licence/licence-keys.ts';
import { publishedClock } from '../case/case-clock.store.ts';
import { placeStore } from '../cluster/place.store.ts';
import { disclosureStore } from '../disclosure/disclosure.store.ts';
import { noticeStore } from '../notice/notice.store.ts';
import { renderFinding } from '../review/finding-in-words.ts';
import { documents } from '../runtime/documents.ts';
import { newSalt } from '../runtime/draws.ts';
import { json, readEnvironment } from '../runtime/environment.ts';
import { httpHandler } from './http.handler.ts';
import { NOTICE_ROUTES } from './notice.routes.ts';
import { noticeUseCases } from './notice.ts';

const {
  APPLICATIONS_TABLE,
  REGISTER_TABLE,
  LICENCE_KEY_ID,
  LICENCE_KEYS,
  LICENCE_ISSUER,
  PROBLEM_BASE,
} = readEnvironment({
  APPLICATIONS_TABLE: z.string(),
  REGISTER_TABLE: z.string(),
  LICENCE_KEY_ID: z.string(),
  LICENCE_KEYS: json(LicenceKeys),
  LICENCE_ISSUER: z.url(),
  PROBLEM_BASE: z.url(),
});
const kms = new KMSClient({});
const ourKeys = ourPublicKeys(kms, LICENCE_KEYS);

export const handler = httpHandler(
  NOTICE_ROUTES,
  noticeUseCases({
    ...noticeStore(documents, APPLICATIONS_TABLE, REGISTER_TABLE),
    ...disclosureStore(documents, APPLICATIONS_TABLE),
    host: placeStore(documents, REGISTER_TABLE).host,
    signer: licenceSigner(kms, LICENCE_KEY_ID),
    jwks: async () => publishedSet(await ourKeys()),
    clock: publishedClock(documents, REGISTER_TABLE, Date.now),
    render: renderFinding,
    issuer: LICENCE_ISSUER,
    newSalt,
    now: Date.now,
  }),
  PROBLEM_BASE,
);
