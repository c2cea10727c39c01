import { KMSClient } from '@aws-sdk/client-kms';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { IdentityProvider } from '../party/identity-provider.ts';
import { namedIn } from '../party/named.store.ts';
import { personHash } from '../party/person-hash.ts';
import { personKey } from '../party/person-key.client.ts';
import { provenPerson } from '../party/person-proof.ts';
import { json } from '../runtime/environment.ts';
import type { AskerPorts } from './asker.ts';

/** What a function is deployed with that knows who asks. */
export const ASKER_ENVIRONMENT = {
  APPLICATIONS_TABLE: z.string(),
  REGISTER_TABLE: z.string(),
  IDENTITY_PROVIDER: json(IdentityProvider),
  PERSON_KEY_ID: z.string(),
  PERSON_KEY_LABEL: z.string(),
};
interface AskerEnvironment {
  readonly APPLICATIONS_TABLE: string;
  readonly REGISTER_TABLE: string;
  readonly IDENTITY_PROVIDER: IdentityProvider;
  readonly PERSON_KEY_ID: string;
  readonly PERSON_KEY_LABEL: string;
}

/** Finds out who asks, and what names her. */
export function askerPorts(
  documents: DynamoDBDocumentClient,
  environment: AskerEnvironment,
): Omit<AskerPorts, 'now'> {
  const { APPLICATIONS_TABLE, REGISTER_TABLE, IDENTITY_PROVIDER } = environment;
  const key = personKey(new KMSClient({}), environment.PERSON_KEY_ID, environment.PERSON_KEY_LABEL);
  return {
    proven: (assertion, now, enquiry) => provenPerson(IDENTITY_PROVIDER, assertion, now, enquiry),
    hashOf: async ({ document }) => personHash(await key(), document),
    namedIn: namedIn(documents, REGISTER_TABLE, APPLICATIONS_TABLE),
  };
}
