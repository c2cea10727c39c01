import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ApplicationStore } from '../application/application.store.ts';
import { caseWrite } from '../application/case.store.ts';
import { carriedOut, caseIn } from '../application/case.ts';
import { claimWrite } from '../application/intent-claim.store.ts';
import { occupyWrites } from '../cluster/place.store.ts';
import { cardWrite } from '../name/name.store.ts';
import { packed } from '../runtime/packed.ts';
import { type Claim, commit } from '../runtime/transaction.ts';
import { businessKey, licenceKey } from './business-key.ts';
import { issuedAttributes } from './issued.ts';
import { queuedCheck } from './post-check.ts';
import type { Registration } from './register-business.ts';
import { involvedIn } from './stop.ts';

type Loss = 'MOVED' | 'CODE' | 'CLAIM' | 'CARD' | 'PLACE';

/**
 * The registering transaction: state and event, business, licence, claim, name, place, and the case where
 * an official decided. All or nothing, so that registered and licensed are one fact.
 */
export const commitRegistration =
  (
    documents: DynamoDBDocumentClient,
    applicationsTable: string,
    registerTable: string,
    applications: ApplicationStore,
  ) =>
  async ({
    record,
    business,
    licence,
    keyId,
    wanted,
    held,
    race,
    at,
    by,
  }: Registration): Promise<'COMMITTED' | Loss> => {
    const { uscc } = business;
    const decided = caseIn(record.parts);
    const put = (key: object, item: object): Claim<Loss> => [
      'CODE',
      {
        Put: {
          TableName: registerTable,
          Item: { ...key, schemaVersion: 1, ...item },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    ];
    const claims: Claim<Loss>[] = [
      ...(await applications.moved(record.application, {
        to: ['REGISTERED'],
        at,
        by,
        subject: { business, licence },
        change: { uscc },
      })),
      ...(decided
        ? [['MOVED', caseWrite(applicationsTable, carriedOut(decided, at), decided)] as const]
        : []),
      put(businessKey(uscc), {
        ...business,
        ...issuedAttributes(business, involvedIn(record), at),
        ...queuedCheck(business),
      }),
      put(licenceKey(uscc), { keyId, ...packed({ licence }) }),
    ];
    if (wanted.intent && race.claim)
      claims.push(['CLAIM', claimWrite(registerTable, wanted.intent, race.claim)]);
    if (wanted.name && race.card)
      claims.push(['CARD', cardWrite(registerTable, wanted.name, race.card, held.card)]);
    if (wanted.place && race.tenant) {
      for (const write of occupyWrites(registerTable, wanted.place.host, race.tenant, uscc))
        claims.push(['PLACE', write]);
    }
    return commit(documents, claims);
  };
