import { KMSClient } from '@aws-sdk/client-kms';
import * as z from 'zod';
import { licenceSigner, ourPublicKeys } from '../business-licence/licence-key.client.ts';
import { LicenceKeys, publishedSet } from '../business-licence/licence-keys.ts';
import { businessesNamed } from '../register/businesses-named.store.ts';
import { publishedStatusLists } from '../register/published-status-list.store.ts';
import { businessOf } from '../register/register.store.ts';
import { documents } from '../runtime/documents.ts';
import { json, readEnvironment } from '../runtime/environment.ts';
import { tallyStore } from '../statistics/tally.store.ts';
import { httpHandler } from './http.handler.ts';
import { PUBLIC_ROUTES } from './public.routes.ts';
import { publicUseCases } from './public.ts';
import { STATISTICS_ROUTES } from './statistics.routes.ts';
import { statisticsUseCases } from './statistics.ts';

const environment = readEnvironment({
  APPLICATIONS_TABLE: z.string(),
  REGISTER_TABLE: z.string(),
  LICENCE_KEY_ID: z.string(),
  LICENCE_KEYS: json(LicenceKeys),
  LICENCE_ISSUER: z.url(),
  PROBLEM_BASE: z.url(),
});
const { REGISTER_TABLE, LICENCE_KEY_ID, LICENCE_KEYS, LICENCE_ISSUER, PROBLEM_BASE } = environment;
const kms = new KMSClient({});
const signer = licenceSigner(kms, LICENCE_KEY_ID);
const ourKeys = ourPublicKeys(kms, LICENCE_KEYS);

export const handler = httpHandler(
  { ...PUBLIC_ROUTES, ...STATISTICS_ROUTES },
  {
    ...publicUseCases({
      business: businessOf(documents, REGISTER_TABLE),
      named: businessesNamed(documents, REGISTER_TABLE),
      jwks: async () => publishedSet(await ourKeys()),
      statusList: publishedStatusLists(documents, REGISTER_TABLE, signer, LICENCE_ISSUER, Date.now),
      issuer: LICENCE_ISSUER,
      now: Date.now,
    }),
    ...statisticsUseCases({
      tallies: tallyStore(documents, environment.APPLICATIONS_TABLE).tallies,
      now: Date.now,
    }),
  },
  PROBLEM_BASE,
);
