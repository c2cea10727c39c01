import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { attemptKey } from '#functions/application/application.store.ts';
import { Decision } from '#functions/application/decision.ts';
import { type Release, releaseIn, releaseKey } from '#functions/review/release.ts';
import { unpacked } from '#functions/runtime/packed.ts';
import { REGION, serve } from './aws-services.ts';
import { runningOn, takeDataFolder } from './data-folder.ts';
import { deployedHere, variableOf } from './deployed.ts';
import type { Deployment } from './deployment.ts';
import { startDatabase } from './dynamodb.ts';
import { objectStore } from './object-store.ts';
import { CREDENTIALS, createS3 } from './s3.ts';
import { itemsOf } from './table-export.ts';

/** A decision by the machine, and what it was about. */
export interface StoredDecision {
  readonly applicationId: string;
  readonly attempt: number;
  readonly decision: Decision;
  /** as kept with the attempt */
  readonly form: unknown;
}

export interface Stored {
  /** every automatic decision, or the last ones, the latest first */
  decisions(last?: number): AsyncIterable<StoredDecision>;
  /** of the rule set that a decision names; one that is missing or was changed is none */
  release(hash: string): Promise<Release | undefined>;
}

interface Services {
  readonly dynamodb: string;
  readonly s3: string;
}

/**
 * Opens what a local system has stored, whether it runs or not, for as long as `work` takes.
 *
 * @throws {Error} where a system runs on the folder that does not say where its services are.
 */
export async function withStored<Result>(
  folder: string,
  work: (stored: Stored) => Promise<Result>,
): Promise<Result> {
  const deployment = await deployedHere();
  const services = runningServices(folder);
  if (services) return withServices(services, deployment, work);
  const data = takeDataFolder(folder);
  const database = await startDatabase(data.path('database.sqlite'));
  const s3 = await serve(await createS3(data.path('s3'), deployment.buckets));
  try {
    return await withServices({ dynamodb: database.endpoint, s3: s3.endpoint }, deployment, work);
  } finally {
    s3.stop();
    await database.stop();
    data.release();
  }
}

/** Of the system that runs on a folder; a killed one may have left its note behind. */
function runningServices(folder: string): Services | undefined {
  const running = runningOn(folder);
  if (!running) return undefined;
  try {
    process.kill(running.pid, 0);
  } catch {
    return undefined;
  }
  if (!running.services) throw new Error(`the system on ${folder} does not say where its data are`);
  return running.services;
}

async function withServices<Result>(
  { dynamodb, s3 }: Services,
  deployment: Deployment,
  work: (stored: Stored) => Promise<Result>,
): Promise<Result> {
  const client = new DynamoDBClient({
    endpoint: dynamodb,
    region: REGION,
    credentials: CREDENTIALS,
  });
  const bucket = variableOf(deployment, 'FILES_BUCKET');
  const table = variableOf(deployment, 'APPLICATIONS_TABLE');
  const files = objectStore(s3);
  try {
    return await work({
      decisions: (last) => storedDecisions(client, table, last),
      async release(hash) {
        try {
          return await releaseIn(await files.getObject(bucket, releaseKey(hash)), hash);
        } catch (error) {
          if (error instanceof Error && error.name === 'NoSuchKey') return undefined;
          throw error;
        }
      },
    });
  } finally {
    client.destroy();
  }
}

const Key = z.object({ pk: z.string(), sk: z.string() });
const DECISION = /^APP#(\w+) ATTEMPT#(\d+)#DECISION#\d+$/;
const Sent = z.object({ form: z.unknown() });

async function* storedDecisions(
  client: DynamoDBClient,
  table: string,
  last?: number,
): AsyncIterable<StoredDecision> {
  const documents = DynamoDBDocumentClient.from(client);
  const found: { applicationId: string; attempt: number; decision: Decision }[] = [];
  for await (const item of itemsOf(client, table)) {
    const { pk, sk } = Key.parse(item);
    const [, applicationId, attempt] = DECISION.exec(`${pk} ${sk}`) ?? [];
    if (applicationId === undefined) continue;
    found.push({
      applicationId,
      attempt: Number(attempt),
      decision: Decision.parse(unpacked(item)),
    });
  }
  found.sort((a, b) => (a.decision.decidedAt < b.decision.decidedAt ? 1 : -1));
  for (const it of found.slice(0, last)) {
    const { Item } = await documents.send(
      new GetCommand({ TableName: table, Key: attemptKey(it) }),
    );
    yield { ...it, form: Sent.parse(unpacked(Item ?? {})).form };
  }
}
