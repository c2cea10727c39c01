import type { Application, Move } from './application.ts';
import { nextLook } from './waiting.ts';

/** The unfinished index is spread, so that no batch makes one of its keys hot. */
export const UNFINISHED_SHARDS = 32;

/** Shard of the unfinished index, from the random end of the id. */
export const unfinishedShard = (applicationId: string): string => `SHARD#${shardOf(applicationId)}`;

/** Shard of what waits for its people, beside the others: thousands of these must not stand before one that is lost. */
const waitingShard = (applicationId: string): string => waitingKey(shardOf(applicationId));

export const waitingKey = (shard: number): string => `WAITING#${shard}`;

/** One of so many shards of an index, from the random end of the id. */
export function shardOf(applicationId: string, shards = UNFINISHED_SHARDS): number {
  const sum = [...applicationId.slice(-4)].reduce(
    (total, letter) => total * 31 + letter.charCodeAt(0),
    0,
  );
  return sum % shards;
}

/** When the clock wants to look again; in `unfinished` with what the sweep starts again. */
const clocked = (head: Application) => {
  const look = nextLook(head);
  return look ? { unfinished: waitingShard(head.id), unfinishedSince: look.at } : {};
};

/** Index attributes of a head: batch rows are listed by their batch and carry no owner key. */
export const indexed = (head: Application) => ({
  ...(head.row ? {} : { ownerKey: `OWNER#${head.owner}`, ownerSort: head.id }),
  ...(head.state === 'SUBMITTED'
    ? { unfinished: unfinishedShard(head.id), unfinishedSince: head.updatedAt }
    : clocked(head)),
});

/** An application that begins to wait for signatures has a clock of its own, and no reminder yet. */
export const waitingFrom = ({ to, at }: Pick<Move, 'to' | 'at'>) =>
  to.at(-1) === 'SIGNING' ? { signingSince: at, reminders: undefined, remindedAt: undefined } : {};
