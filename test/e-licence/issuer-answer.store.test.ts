import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { issuerAnswerKey, keepIssuerAnswer } from '#functions/e-licence/issuer-answer.store.ts';
import { digestOf, sha256 } from '#functions/shared/digest.ts';
import { aDatabase, requestsOf } from '#test/builders/a-database.ts';

const database = await aDatabase();
const { tables, documents } = database;
const ANSWER = {
  issuer: 'https://licence.hunan.example',
  jwks: { keys: [] },
  uri: 'https://licence.hunan.example/status/1',
  token: 'a.signed.list',
  readAt: Date.parse('2026-11-23T02:00:00.000Z'),
};
const kept = async (digest: string) => {
  const Key = issuerAnswerKey(digest);
  const { Item } = await documents.send(new GetCommand({ TableName: tables.applications, Key }));
  const { pk: _pk, sk: _sk, schemaVersion: _schema, ...answer } = Item ?? {};
  return answer;
};

describe('what an issuer said', () => {
  it('is kept as it came under its digest, once for all who heard it', async () => {
    const client = database.newClient();
    const sent = requestsOf(client);
    const keep = keepIssuerAnswer(client, tables.applications);
    const digest = await keep(ANSWER);
    expect(await keep({ ...ANSWER })).toBe(digest);
    expect(sent).toEqual(['PutItemCommand']);
    expect(await keepIssuerAnswer(documents, tables.applications)(ANSWER)).toBe(digest);

    const answer = await kept(digest);
    expect(answer).toMatchObject({ token: ANSWER.token, readAt: '2026-11-23T02:00:00.000Z' });
    expect(await digestOf(answer)).toBe(digest);
  });

  it('is another answer at another time', async () => {
    const keep = keepIssuerAnswer(documents, tables.applications);
    expect(await keep({ ...ANSWER, readAt: ANSWER.readAt + 1 })).not.toBe(await keep(ANSWER));
  });

  it('is kept by its digest alone where it is too long for an item', async () => {
    const token = 'x'.repeat(2_000_000);
    const keep = keepIssuerAnswer(documents, tables.applications);
    const answer = await kept(await keep({ ...ANSWER, token }));
    expect(answer).toMatchObject({ tokenDigest: await sha256(token), tokenLength: 2_000_000 });
    expect(answer).not.toHaveProperty('token');
  });
});
