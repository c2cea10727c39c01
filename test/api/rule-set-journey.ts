import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { CANDIDATE_KEY, releaseKey } from '#functions/review/release.ts';
import { candidateIn, shadowReports, toldDecisions } from '#functions/review/shadow.store.ts';
import { shadowRun } from '#functions/review/shadow-run.ts';
import { scriptFunction } from '#functions/runtime/script.ts';
import { decidedBetween } from '#functions/statistics/decided.store.ts';
import { REGION } from '#local/aws-services.ts';
import { variableOf } from '#local/deployed.ts';
import { objectStore } from '#local/object-store.ts';
import { CREDENTIALS } from '#local/s3.ts';
import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { aCompanyOfToday } from '#test/builders/a-form-of-today.ts';
import { ofItsOwn } from '#test/builders/of-its-own.ts';
import { signatures } from '#test/builders/signatures.ts';
import { withoutRule } from '#test/review/a-release.ts';
import { aFreshKey } from './caller.ts';
import { countDecisions } from './measure-journey.ts';
import { recorder } from './recorder.ts';

/** A candidate that lacks a rule runs in shadow over what was decided, and an official reads what would change. */
export async function ruleSetJourney(system: System): Promise<Exchange[]> {
  const { exchanges, call, shown } = recorder(system);
  const form = aCompanyOfToday({
    name: '广州市南沙区听潮百货有限公司',
    people: { ...aCompanyOfToday().people, p1: ofItsOwn('听潮').p1 },
    capital: { fen: 1, currency: 'CNY' },
  });
  const body = { submit: true, form, signatures: await signatures(form, system.identity) };
  await call('createApplication', { headers: aFreshKey(), body }, 'lin-qinghe');

  const { hash, text } = await withoutRule('CP-01');
  const bucket = variableOf(system.deployment, 'FILES_BUCKET');
  const files = objectStore(system.endpoints.s3);
  await files.putObject(bucket, releaseKey(hash), text);
  await files.putObject(bucket, CANDIDATE_KEY, JSON.stringify({ hash }));
  await countDecisions(system);
  await secondsLater(system, bucket);
  await shown('candidate', 'readShadow', { parameters: { hash } }, 'official-nansha');
  return exchanges;
}

/** The candidate's next pass, for which nobody waits until the index is sure to show the last decision. */
async function secondsLater({ deployment, endpoints }: System, bucket: string): Promise<void> {
  const client = new DynamoDBClient({
    endpoint: endpoints.dynamodb,
    region: REGION,
    credentials: CREDENTIALS,
  });
  const documents = DynamoDBDocumentClient.from(client);
  const table = variableOf(deployment, 'APPLICATIONS_TABLE');
  const files = objectStore(endpoints.s3);
  const now = Date.now();
  const pass = await shadowRun({
    ...shadowReports(documents, table),
    told: toldDecisions(documents, table),
    candidate: candidateIn((key) => files.getObject(bucket, key)),
    runs: scriptFunction,
  })(now);
  for await (const page of decidedBetween(documents, table)(now - 3_600_000, now))
    await pass?.add(page);
  await pass?.keep();
  client.destroy();
}
