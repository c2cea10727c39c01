import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { keepReviewBasis } from '#functions/review/review-basis.store.ts';
import { trustedKeyKey } from '#functions/review/review-basis-keys.ts';
import { aDatabase, requestsOf } from '#test/builders/a-database.ts';

const database = await aDatabase();
const { tables, documents } = database;
const item = async (Key: { pk: string; sk: string }) =>
  (await documents.send(new GetCommand({ TableName: tables.applications, Key }))).Item;

const PROVIDER = {
  name: 'https://identity.example',
  jwks: { keys: [{ kty: 'EC', kid: 'k1', x: 'then' }] },
};
const at = (day: string) => () => Date.parse(`${day}T00:00:00.000Z`);

describe('what a process reviews by', () => {
  it('is kept once: the keys of those whose word it believes', async () => {
    const client = database.newClient();
    const sent = requestsOf(client);
    const keep = keepReviewBasis(client, tables.applications, [PROVIDER], at('2026-11-23'));
    await Promise.all([keep(), keep()]);
    await keep();
    expect(sent).toEqual(['PutItemCommand']);
  });

  it('stays as it was, whoever comes after', async () => {
    const changed = { ...PROVIDER, jwks: { keys: [{ kty: 'EC', kid: 'k1', x: 'now' }] } };
    await keepReviewBasis(documents, tables.applications, [changed], at('2027-01-01'))();
    const kept = await item(trustedKeyKey(PROVIDER.name, 'k1'));
    expect(kept).toMatchObject({ authority: PROVIDER.name, since: '2026-11-23T00:00:00.000Z' });
    expect(String(kept?.jwk)).toContain('then');
  });

  it('is tried again after a failure', async () => {
    const keep = keepReviewBasis(documents, 'no-such-table', [PROVIDER], at('2026-11-23'));
    await expect(keep()).rejects.toThrow();
    await expect(keep()).rejects.toThrow();
    let table = 'no-such-table';
    const client = database.newClient();
    client.middlewareStack.add(
      (next) => (args) => next({ ...args, input: { ...args.input, TableName: table } }),
      { step: 'initialize' },
    );
    const later = keepReviewBasis(client, 'any', [PROVIDER], at('2026-11-23'));
    await expect(later()).rejects.toThrow();
    table = tables.applications;
    await later();
  });
});
