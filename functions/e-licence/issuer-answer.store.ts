import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { putOnce } from '../runtime/put-once.ts';
import { type IssuerAnswer, keptAnswer } from './issuer-answer.ts';

/** Answers that this process has kept; a list is read again every five minutes. */
const REMEMBERED = 64;

export const issuerAnswerKey = (digest: string) => ({ pk: `PROOF#${digest}`, sk: 'STATUS_LIST' });

/** Keeps an issuer's answer under its digest, once; at most one request for each answer and process. */
export function keepIssuerAnswer(documents: DynamoDBDocumentClient, table: string) {
  const known = new Map<IssuerAnswer['token'], string>();
  return async (answer: IssuerAnswer): Promise<string> => {
    const { digest, kept } = await keptAnswer(answer);
    if (known.get(answer.token) === digest) return digest;
    await putOnce(documents, table, { ...issuerAnswerKey(digest), schemaVersion: 1, ...kept });
    const [oldest] = known.keys();
    if (oldest !== undefined && known.size >= REMEMBERED) known.delete(oldest);
    known.set(answer.token, digest);
    return digest;
  };
}
