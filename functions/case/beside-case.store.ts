import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { applicationKey, attemptKey } from '../application/application.store.ts';
import { Application, type ApplicationRecord, SentAttempt } from '../application/application.ts';
import { namingKey } from '../party/naming.store.ts';
import { readAll } from '../runtime/read-all.ts';
import { type BesideCase, elsewhereOf, newestSent, personsOf } from './beside-case.ts';

/** Applications looked at for one person, the newest; with those of ten persons one request reads their heads. */
const LOOK_AT = 10;

/**
 * What an official compares a case with: the attempt before it, and the applications that name the same
 * persons, found by their keyed hashes. One request for each of ten persons and three more.
 */
export const besideCase = (
  documents: DynamoDBDocumentClient,
  applicationsTable: string,
  registerTable: string,
) => {
  const namedIn = async (person: string): Promise<readonly string[]> => {
    const { Items = [] } = await documents.send(
      new QueryCommand({
        TableName: registerTable,
        KeyConditionExpression: 'pk = :person AND begins_with(sk, :named)',
        ExpressionAttributeValues: { ':person': namingKey(person, '').pk, ':named': 'NAMED#' },
        ScanIndexForward: false,
        Limit: LOOK_AT,
      }),
    );
    return Items.map(({ sk }) => String(sk).slice('NAMED#'.length));
  };

  return async (record: ApplicationRecord): Promise<BesideCase> => {
    const { application, sent } = record;
    const { id, handedOverFrom } = application;
    const persons = personsOf(sent);
    const named = await Promise.all(persons.map(([, hash]) => namedIn(hash)));
    const others = [...new Set(named.flat())].filter((it) => it !== id && it !== handedOverFrom);
    const read = await readAll(documents, applicationsTable, others.map(applicationKey));
    const heads = newestSent(read.map((it) => Application.parse(it)));
    const items = await readAll(documents, applicationsTable, [
      ...(sent.attempt > 1 ? [attemptKey({ applicationId: id, attempt: sent.attempt - 1 })] : []),
      ...heads.map((it) => attemptKey({ applicationId: it.id, attempt: it.attempt })),
    ]);
    const sentOf = new Map(items.map((item) => [String(item.pk), SentAttempt.parse(item)]));
    const previous = sentOf.get(applicationKey(id).pk);
    const found = heads.flatMap((head) => {
      const its = sentOf.get(applicationKey(head.id).pk);
      return its ? [{ application: head, sent: its }] : [];
    });
    return {
      ...(previous && { previous: { attempt: previous.attempt, form: previous.form } }),
      elsewhere: elsewhereOf(persons, found),
    };
  };
};
