import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { LicenceSigner } from '../business-licence/licence-signer.ts';
import {
  LIST_LENGTH,
  ourStatusList,
  type StatusListId,
  statusListUri,
} from '../business-licence/licence-status.ts';
import { queried } from '../runtime/queried.ts';
import { codeLotKey } from './code-lot.store.ts';

/** How long a signed list is served from one process, in milliseconds: a list's ttl. */
const KEPT_MS = 300_000;

/** Lists kept in one process. */
const MAX_LISTS = 64;

/**
 * The signed status lists as published. Licences that are not in force stand as one item each under
 * their list (`STATUS#list` / `INDEX#n`); a list without such items says that all are in force.
 * Undefined for a list that no licence points at.
 */
export function publishedStatusLists(
  documents: DynamoDBDocumentClient,
  table: string,
  signer: LicenceSigner,
  issuer: string,
  now: () => number,
) {
  const kept = new Map<StatusListId, { token: Promise<string | undefined>; until: number }>();

  /** A list is there as soon as a code of its range was drawn; for others nothing is signed. */
  const isThere = async (id: StatusListId): Promise<boolean> => {
    const [division, number] = id.split('-');
    const { Item } = await documents.send(
      new GetCommand({ TableName: table, Key: codeLotKey(String(division)) }),
    );
    return Number(Item?.drawn ?? 0) > Number(number) * LIST_LENGTH;
  };

  const sign = async (id: StatusListId): Promise<string | undefined> => {
    if (!(await isThere(id))) return undefined;
    const marked = await queried(documents, {
      TableName: table,
      KeyConditionExpression: 'pk = :list AND begins_with(sk, :index)',
      ExpressionAttributeValues: { ':list': `STATUS#${id}`, ':index': 'INDEX#' },
    });
    const marks = new Map(marked.map(({ idx, status }) => [Number(idx), Number(status)]));
    return ourStatusList({ uri: statusListUri(issuer, id), marks, issuedAt: now() }, signer);
  };

  return (id: StatusListId): Promise<string | undefined> => {
    const known = kept.get(id);
    if (known && now() < known.until) return known.token;
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size >= MAX_LISTS) kept.delete(oldest);
    const token = sign(id).catch((error) => {
      kept.delete(id);
      throw error;
    });
    kept.set(id, { token, until: now() + KEPT_MS });
    return token;
  };
}
