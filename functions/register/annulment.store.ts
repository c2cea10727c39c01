import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ApplicationRecord } from '../application/application.ts';
import { decidingRegistrar } from '../application/deciding-registrar.ts';
import { readHoldings } from '../application/holdings.store.ts';
import { wanted } from '../application/holds.ts';
import { giveUpWrite } from '../application/intent-claim.store.ts';
import { type StatusPlace, statusOf } from '../business-licence/licence-status.ts';
import { leaveWrites } from '../cluster/place.store.ts';
import { STATUS } from '../e-licence/status-list.ts';
import { cardWrite } from '../name/name.store.ts';
import { lapse } from '../name/name-card.ts';
import { forgetWrite } from '../party/subject.store.ts';
import { headOf } from '../party/traces.ts';
import type { Write } from '../runtime/transaction.ts';
import { endOfLegalDate, legalDateOf, yearsLater } from '../shared/days.ts';
import type { Annulment, Business } from './business.ts';
import { businessKey } from './business-key.ts';

/** The name of an annulled business stands against others for so long (企业名称登记管理规定 art. 17). */
const NAME_YEARS = 1;

/** A licence that is not in force stands under its status list. */
const statusMarkKey = ({ list, idx }: StatusPlace) => ({
  pk: `STATUS#${list}`,
  sk: `INDEX#${idx}`,
});

/**
 * The writes of an annulment (撤销设立登记), for one transaction: the business, an event of it, its licence
 * in the status list, and what it held: the name stands for a year more, the place at a host's and the
 * client's claim are given back, and it is none of its head's businesses any more. Only a registered business can be annulled.
 */
export const annulments =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (
    business: Business,
    { application, sent }: ApplicationRecord,
    annulment: Annulment,
  ): Promise<readonly Write[]> => {
    const { uscc, registrar, serial, applicationId } = business;
    const submittedAt = application.submittedAt ?? application.createdAt;
    const had = wanted(sent, submittedAt, decidingRegistrar(application, sent.form));
    const { claim, card, tenant } = await readHoldings(documents, table)(applicationId, had);
    const year = endOfLegalDate(yearsLater(legalDateOf(annulment.at), NAME_YEARS));
    const lapsing = card && lapse(card, uscc, new Date(year).toISOString());
    const place = statusOf(registrar, serial);
    const head = sent.persons?.[headOf(sent.form) ?? ''];
    const put = (key: object, item: object): Write => ({
      Put: {
        TableName: table,
        Item: { ...key, schemaVersion: 1, ...item },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    });
    return [
      {
        Update: {
          TableName: table,
          Key: businessKey(uscc),
          // out of the queue of checks after the event; which one was due is part of what was registered
          UpdateExpression:
            'SET #status = :annulled, annulment = :annulment REMOVE postCheckQueue, postCheckDue',
          ConditionExpression: '#status = :registered',
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: {
            ':annulled': 'ANNULLED',
            ':registered': 'REGISTERED',
            ':annulment': annulment,
          },
        },
      },
      put(
        { pk: businessKey(uscc).pk, sk: 'EVENT#ANNULLED' },
        { uscc, to: 'ANNULLED', ...annulment },
      ),
      put(statusMarkKey(place), { idx: place.idx, status: STATUS.INVALID }),
      ...(had.name && card && lapsing && lapsing !== card
        ? [cardWrite(table, had.name, lapsing, card)]
        : []),
      ...(had.place && tenant ? leaveWrites(table, had.place.host, tenant, uscc) : []),
      ...(had.intent && claim?.holder === applicationId
        ? [giveUpWrite(table, had.intent, claim, applicationId)]
        : []),
      ...(head ? [forgetWrite(table, head, applicationId)] : []),
    ];
  };
