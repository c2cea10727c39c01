import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { packed } from '../runtime/packed.ts';
import { queried } from '../runtime/queried.ts';
import type { Claim, Write } from '../runtime/transaction.ts';
import { DomainError } from '../shared/errors.ts';
import type { AttemptTask } from '../shared/ids.ts';
import {
  Application,
  type ApplicationRecord,
  type KeptPart,
  type Move,
  SentAttempt,
} from './application.ts';
import { indexed, waitingFrom } from './application-indexes.ts';
import { decidingRegistrar } from './deciding-registrar.ts';
import { HistoryEvent, NO_HISTORY, nextEvent } from './history.ts';
import { mayBecome } from './lifecycle.ts';

export const applicationKey = (id: string) => ({ pk: `APP#${id}`, sk: 'HEAD' });
export const attemptKey = ({ applicationId, attempt }: AttemptTask, part = '') => ({
  pk: `APP#${applicationId}`,
  sk: `ATTEMPT#${String(attempt).padStart(4, '0')}${part}`,
});

/** An attempt as it is stored: what was sent is read whole or not at all. */
const keptAttempt = ({
  schemaVersion,
  attempt,
  documentHash,
  submittedAt,
  ...sent
}: SentAttempt) => ({ schemaVersion, attempt, documentHash, submittedAt, ...packed(sent) });

export const applicationStore = (
  documents: DynamoDBDocumentClient,
  table: string,
  newSalt: () => string,
) => {
  /** The writes of a chain of moves: the head under its version, and an event for each. */
  const written = async (
    head: Application,
    from: Application | undefined,
    move: Move,
  ): Promise<Write[]> => {
    const events: HistoryEvent[] = [];
    let seq = from?.events ?? 0;
    let previous = from?.historyHead ?? NO_HISTORY;
    let state = from?.state;
    for (const to of move.to) {
      const link = {
        seq: ++seq,
        at: move.at,
        attempt: head.attempt,
        to,
        by: move.by,
        salt: newSalt(),
        previous,
      };
      const event = await nextEvent(state ? { ...link, from: state } : link, move.subject);
      events.push(event);
      previous = event.digest;
      state = to;
    }
    const next: Application = { ...head, events: seq, historyHead: previous };
    return [
      {
        Put: {
          TableName: table,
          Item: { ...applicationKey(head.id), ...next, ...indexed(next) },
          ...(from
            ? {
                ConditionExpression: '#version = :read',
                ExpressionAttributeNames: { '#version': 'version' },
                ExpressionAttributeValues: { ':read': from.version },
              }
            : { ConditionExpression: 'attribute_not_exists(pk)' }),
        },
      },
      ...events.map((event) => ({
        Put: {
          TableName: table,
          Item: {
            pk: `APP#${head.id}`,
            sk: `HISTORY#${String(event.seq).padStart(6, '0')}`,
            schemaVersion: 1,
            ...event,
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      })),
    ];
  };

  const sentWrite = (applicationId: string, sent: SentAttempt): Write => ({
    Put: {
      TableName: table,
      Item: { ...attemptKey({ applicationId, attempt: sent.attempt }), ...keptAttempt(sent) },
    },
  });

  const partWrite = (task: AttemptTask, { name, item }: KeptPart): Write => ({
    Put: { TableName: table, Item: { ...attemptKey(task, name), ...item } },
  });

  return {
    /** The writes that bring an application into being, in the state where `move.to` ends. */
    async born(
      head: Omit<Application, 'events' | 'historyHead' | 'version' | 'state' | 'schemaVersion'>,
      sent: SentAttempt,
      move: Omit<Move, 'change'>,
    ): Promise<Claim<'EXISTS'>[]> {
      const state = move.to.at(-1) ?? 'DRAFT';
      const born: Application = {
        ...head,
        ...waitingFrom(move),
        schemaVersion: 1,
        version: 1,
        state,
        events: 1,
        historyHead: NO_HISTORY,
      };
      const writes = [...(await written(born, undefined, move)), sentWrite(head.id, sent)];
      return writes.map((write) => ['EXISTS', write] as const);
    },

    /**
     * The writes of a move: the head under the version that was read, and one event for each state passed.
     *
     * @throws {RangeError} for a move that the lifecycle does not have: a defect of the caller.
     */
    async moved(
      application: Application,
      move: Move,
      sent?: SentAttempt,
    ): Promise<Claim<'MOVED'>[]> {
      let from = application.state;
      for (const to of move.to) {
        if (!mayBecome(from, to)) throw new RangeError(`${from} cannot become ${to}`);
        from = to;
      }
      const head = {
        ...application,
        ...waitingFrom(move),
        ...move.change,
        state: from,
        version: application.version + 1,
        updatedAt: move.at,
      };
      const writes = await written(head, application, move);
      if (sent) writes.push(sentWrite(application.id, sent));
      const task = { applicationId: application.id, attempt: head.attempt };
      if (move.part) writes.push(partWrite(task, move.part));
      return writes.map((write) => ['MOVED', write] as const);
    },

    /** A draft's form replaced, or a signature or part added, without a move: same state, next version. */
    edited(
      application: Application,
      sent: SentAttempt,
      at: string,
      { change, part }: Pick<Move, 'change' | 'part'> = {},
    ): Claim<'MOVED'>[] {
      const task = { applicationId: application.id, attempt: application.attempt };
      const head = {
        ...application,
        ...change,
        version: application.version + 1,
        updatedAt: at,
        registrar: decidingRegistrar(application, sent.form),
      };
      return [
        [
          'MOVED',
          {
            Put: {
              TableName: table,
              Item: { ...applicationKey(application.id), ...head, ...indexed(head) },
              ConditionExpression: '#version = :read',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':read': application.version },
            },
          },
        ],
        ['MOVED', sentWrite(application.id, sent)],
        ...(part ? [['MOVED', partWrite(task, part)] as const] : []),
      ];
    },

    /**
     * One attempt with its head, read at once and consistently; without `attempt`, every attempt
     * (the last one counts).
     *
     * @throws {DomainError} ApplicationNotFound
     */
    async read(applicationId: string, attempt?: number): Promise<ApplicationRecord> {
      const first = attempt ? attemptKey({ applicationId, attempt }).sk : 'ATTEMPT#';
      const items = await queried(documents, {
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :head',
        ExpressionAttributeValues: {
          ':pk': `APP#${applicationId}`,
          ':first': first,
          ':head': 'HEAD',
        },
      });
      const head = items.find(({ sk }) => sk === 'HEAD');
      if (!head) throw new DomainError('ApplicationNotFound', { applicationId });
      const application = Application.parse(head);
      const prefix = attemptKey({ applicationId, attempt: attempt ?? application.attempt }).sk;
      const own = items.filter(({ sk }) => String(sk).startsWith(prefix));
      const sent = own.find(({ sk }) => sk === prefix);
      if (!sent)
        throw new DomainError('ApplicationNotFound', {
          applicationId,
          attempt: attempt ?? application.attempt,
        });
      return {
        application,
        sent: SentAttempt.parse(sent),
        parts: new Map(own.map((item) => [String(item.sk).slice(prefix.length), item])),
      };
    },

    async history(applicationId: string): Promise<HistoryEvent[]> {
      const { Items: items = [] } = await documents.send(
        new QueryCommand({
          TableName: table,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :history)',
          ExpressionAttributeValues: { ':pk': `APP#${applicationId}`, ':history': 'HISTORY#' },
        }),
      );
      return z.array(HistoryEvent).parse(items);
    },

    /** Keeps a part of an attempt, in the place of the one that was there. */
    async keepPart(task: AttemptTask, part: string, item: object): Promise<void> {
      await documents.send(
        new PutCommand({ TableName: table, Item: { ...attemptKey(task, part), ...item } }),
      );
    },
  };
};

export type ApplicationStore = ReturnType<typeof applicationStore>;
