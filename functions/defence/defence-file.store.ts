import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { calculateJwkThumbprint } from 'jose';
import * as z from 'zod';
import { issuerAnswerKey } from '../e-licence/issuer-answer.store.ts';
import { standingKey } from '../party/agent-standing.store.ts';
import { businessKey } from '../register/business-key.ts';
import type { Release } from '../review/release.ts';
import { AGENT_SYSTEM_NAME, trustedKeyKey } from '../review/review-basis-keys.ts';
import { queried } from '../runtime/queried.ts';
import { readAll } from '../runtime/read-all.ts';
import { DomainError } from '../shared/errors.ts';
import type { Found, StoredItem, Wanted } from './assemble.ts';
import { signedTextsIn } from './signed-texts.ts';

const Item = z.looseObject({ pk: z.string(), sk: z.string() });
const Jwk = z.looseObject({ kty: z.string(), kid: z.string().exactOptional() });
const TrustedKey = z.object({
  authority: z.string(),
  since: z.string(),
  jwk: z.preprocess((kept) => JSON.parse(String(kept)), Jwk),
});
const IssuerKeys = z.object({
  issuer: z.string(),
  readAt: z.string(),
  jwks: z.object({ keys: z.array(Jwk) }),
});
const KeptStanding = z.looseObject({
  said: z.looseObject({ agent: z.string(), at: z.string() }),
  answer: z.string(),
});
/** An answer of the agent system is at most so old when it is kept, in milliseconds: it may be of the hour before. */
const ANSWER_AGE = 300_000;

/** Everything that is kept of one application, and what its items refer to. */
export const defenceFileStore = (
  documents: DynamoDBDocumentClient,
  applicationsTable: string,
  registerTable: string,
  batchesTable: string,
  release: (hash: string) => Promise<Release | undefined>,
) => ({
  /**
   * Every item of the application's partition, consistently.
   *
   * @throws {DomainError} ApplicationNotFound
   */
  async items(applicationId: string): Promise<StoredItem[]> {
    const items = await partition(documents, applicationsTable, `APP#${applicationId}`);
    if (!items.some(({ sk }) => sk === 'HEAD'))
      throw new DomainError('ApplicationNotFound', { applicationId });
    return items;
  },

  /** What the items refer to, as far as it was kept: what is missing, the verifier will say. */
  async referred({
    answers,
    ruleSets,
    identityKeys,
    standings,
    uscc,
  }: Wanted): Promise<Omit<Found, 'ours'>> {
    const hours = standings.flatMap(({ agent, at }) =>
      [0, ANSWER_AGE].map((later) => standingKey(agent, Date.parse(at) + later)),
    );
    const kept = await readAll(documents, batchesTable, unique(hours));
    const said = z
      .array(KeptStanding)
      .parse(kept)
      .filter(({ said: it }) =>
        standings.some(({ agent, at }) => it.agent === agent && it.at === at),
      );
    const agentKeys = signedTextsIn(said).map(({ kid }) => trustedKeyKey(AGENT_SYSTEM_NAME, kid));
    const [referred, register, releases] = await Promise.all([
      readAll(documents, applicationsTable, [
        ...answers.map(issuerAnswerKey),
        ...identityKeys.map(({ authority, kid }) => trustedKeyKey(authority, kid)),
        ...unique(agentKeys),
      ]),
      uscc === undefined ? [] : partition(documents, registerTable, businessKey(uscc).pk),
      Promise.all(ruleSets.map(async (hash) => [hash, await release(hash)] as const)),
    ]);
    const found = z.array(Item).parse(referred);
    const after = (prefix: string) =>
      found
        .filter(({ pk }) => pk.startsWith(prefix))
        .map((item) => ({
          name: item.pk.slice(prefix.length),
          item,
        }));
    return {
      answers: Object.fromEntries(after('PROOF#').map(({ name, item }) => [name, bare(item)])),
      rules: Object.fromEntries(releases.flatMap(([hash, it]) => (it ? [[hash, it]] : []))),
      register,
      standings: said.map(({ said: it, answer }) => ({ said: it, answer })),
      others: await Promise.all(
        [
          ...after('TRUSTED#').map(({ item }) => TrustedKey.parse(item)),
          ...after('PROOF#').flatMap(({ item }) => issuerKeys(item)),
        ].map(async ({ authority, since, jwk }) => {
          const thumbprint = await calculateJwkThumbprint(jwk);
          return { authority, since, thumbprint, jwk: { ...jwk, kid: jwk.kid ?? thumbprint } };
        }),
      ),
    };
  },
});

/** Of the trust list, the keys of an issuer who was asked, as they were then. */
const issuerKeys = (item: object) => {
  const { issuer, readAt, jwks } = IssuerKeys.parse(item);
  return jwks.keys.map((jwk) => ({ authority: issuer, since: readAt, jwk }));
};

const bare = ({ pk: _pk, sk: _sk, ...item }: z.infer<typeof Item>): Record<string, unknown> => item;

/** BatchGetItem refuses a key that stands twice. */
const unique = <Key extends { readonly pk: string; readonly sk: string }>(
  keys: readonly Key[],
): Key[] => [...new Map(keys.map((key) => [`${key.pk} ${key.sk}`, key])).values()];

/** Every item under a partition key, consistently. */
async function partition(
  documents: DynamoDBDocumentClient,
  table: string,
  pk: string,
): Promise<StoredItem[]> {
  const items = await queried(documents, {
    TableName: table,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': pk },
  });
  return z.array(Item).parse(items);
}
