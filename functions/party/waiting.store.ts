import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { applicationKey, attemptKey } from '../application/application.store.ts';
import { Application, type ApplicationRecord, SentAttempt } from '../application/application.ts';
import { readAll } from '../runtime/read-all.ts';
import type { ApplicationId } from '../shared/ids.ts';
import { CUSTODY_PART, CUSTODY_REFUSAL_PART } from './custody.ts';
import { identityActPart } from './identity-act.ts';
import { refusalPart } from './refusal.ts';
import { signersOf } from './signers.ts';

/**
 * Those of some applications that wait in SIGNING, with what tells for whom: three rounds of reads,
 * a hundred items a request, however many others there are.
 */
export const waitingAmong =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (ids: readonly ApplicationId[]): Promise<ReadonlyMap<ApplicationId, ApplicationRecord>> => {
    const read = async (keys: readonly { pk: string; sk: string }[]) => {
      const items = await readAll(documents, table, keys);
      return new Map(items.map((item) => [`${item.pk} ${item.sk}`, item]));
    };
    const nameOf = ({ pk, sk }: { pk: string; sk: string }) => `${pk} ${sk}`;
    const waiting = [...(await read([...new Set(ids)].map(applicationKey))).values()]
      .map((item) => Application.parse(item))
      .filter(({ state }) => state === 'SIGNING')
      .map((application) => ({
        application,
        task: { applicationId: application.id, attempt: application.attempt },
      }));
    const attempts = await read(waiting.map(({ task }) => attemptKey(task)));
    const sent = waiting.flatMap(({ application, task }) => {
      const item = attempts.get(nameOf(attemptKey(task)));
      if (!item) return [];
      const attempt = SentAttempt.parse(item);
      const names = [
        CUSTODY_PART,
        CUSTODY_REFUSAL_PART,
        ...signersOf(attempt.form).flatMap(({ person }) => [
          identityActPart(person),
          refusalPart(person),
        ]),
      ];
      return [{ application, task, attempt, names }];
    });
    const parts = await read(
      sent.flatMap(({ task, names }) => names.map((part) => attemptKey(task, part))),
    );
    return new Map(
      sent.map(({ application, task, attempt, names }) => {
        const kept = names.flatMap((part) => {
          const item = parts.get(nameOf(attemptKey(task, part)));
          return item ? [[part, item] as const] : [];
        });
        return [application.id, { application, sent: attempt, parts: new Map(kept) }];
      }),
    );
  };
