import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { keepReviewBasis } from '#functions/review/review-basis.store.ts';
import { ruleTextsKey, trustedKeyKey } from '#functions/review/review-basis-keys.ts';
import { RULE_SET, RULES } from '#functions/review/rule-set.ts';
import { sha256 } from '#functions/shared/digest.ts';
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
  it('is kept once: the texts of every rule under the digest that decisions name, and the keys', async () => {
    const client = database.newClient();
    const sent = requestsOf(client);
    const keep = keepReviewBasis(client, tables.applications, [PROVIDER], at('2026-11-23'));
    await Promise.all([keep(), keep()]);
    await keep();
    expect(sent).toEqual(['PutItemCommand', 'PutItemCommand']);

    const { hash } = RULE_SET;
    const texts = String((await item(ruleTextsKey(hash)))?.texts);
    expect(await sha256(texts)).toBe(hash);
    expect(JSON.parse(texts)).toHaveLength(RULES.length);
    expect(texts).not.toContain('"check"');
  });

  it('stays as it was, whoever comes after', async () => {
    const changed = { ...PROVIDER, jwks: { keys: [{ kty: 'EC', kid: 'k1', x: 'now' }] } };
    await keepReviewBasis(documents, tables.applications, [changed], at('2027-01-01'))();
    const kept = await item(trustedKeyKey(PROVIDER.name, 'k1'));
    expect(kept).toMatchObject({ authority: PROVIDER.name, since: '2026-11-23T00:00:00.000Z' });
    expect(String(kept?.jwk)).toContain('then');
  });

  it('is tried again after a failure', async () => {
    const keep = keepReviewBasis(documents, 'no-such-table', [], at('2026-11-23'));
    await expect(keep()).rejects.toThrow();
    await expect(keep()).rejects.toThrow();
    let table = 'no-such-table';
    const client = database.newClient();
    client.middlewareStack.add(
      (next) => (args) => next({ ...args, input: { ...args.input, TableName: table } }),
      { step: 'initialize' },
    );
    const later = keepReviewBasis(client, 'any', [], at('2026-11-23'));
    await expect(later()).rejects.toThrow();
    table = tables.applications;
    await later();
  });
});
