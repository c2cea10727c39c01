import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type ApplicationStore, attemptKey } from '../application/application.store.ts';
import { caseWrite } from '../application/case.store.ts';
import { caseIn } from '../application/case.ts';
import { denialPart, denialsIn } from '../application/denial.ts';
import { type Claim, commit } from '../runtime/transaction.ts';
import type { Denied } from './deny.ts';

/** Who moves an application that a person named in it has stopped; who she is stands in the denial only. */
const PERSON_NAMED = 'a person named in it';

/** Head, case and denial in one transaction, so that no registration passes between them. */
export const denials =
  (documents: DynamoDBDocumentClient, table: string, applications: ApplicationStore) =>
  async ({ record, denial, denied, case: next, sent }: Denied): Promise<'COMMITTED' | 'MOVED'> => {
    const { application, parts } = record;
    const task = { applicationId: application.id, attempt: application.attempt };
    const { at, person } = denial;
    const nth = denialsIn(parts).filter((it) => it.person === person).length + 1;
    const head = { ...application, denied: [...denied] };
    const claims: Claim<'MOVED'>[] = [
      [
        'MOVED',
        {
          Put: {
            TableName: table,
            Item: { ...attemptKey(task, denialPart(person, nth)), ...denial },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
      ],
      ...(application.state === 'SUBMITTED' && next
        ? await applications.moved(head, {
            to: ['REFERRED'],
            at,
            by: PERSON_NAMED,
            subject: { caseId: next.id, reason: next.reason },
          })
        : applications.edited(head, sent ?? record.sent, at)),
      ...(next ? [['MOVED', caseWrite(table, next, caseIn(parts))] as const] : []),
    ];
    return commit(documents, claims);
  };
