import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { ApplicationStore } from '../application/application.store.ts';
import { decidingRegistrar } from '../application/deciding-registrar.ts';
import { readHoldings } from '../application/holdings.store.ts';
import { wanted } from '../application/holds.ts';
import { intentKey } from '../application/intent-claim.store.ts';
import { mayBecome } from '../application/lifecycle.ts';
import { batchStore } from '../batch/batch.store.ts';
import { sumOf } from '../batch/close-batch.ts';
import { rowLedger } from '../batch/row-ledger.store.ts';
import { refKey } from '../batch/take-in.store.ts';
import { occupyWrites, placeKey, tenantKey, vacateWrites } from '../cluster/place.store.ts';
import { cardWrite, readCard } from '../name/name.store.ts';
import { occupy, release } from '../name/name-card.ts';
import { publishedBundles } from '../published/published-bundles.store.ts';
import { businessKey } from '../register/business-key.ts';
import { codeLotKey } from '../register/code-lot.store.ts';
import { issuedAttributes } from '../register/issued.ts';
import { queuedCheck } from '../register/post-check.ts';
import { businessOf } from '../register/register.store.ts';
import { involvedIn } from '../register/stop.ts';
import { type Claim, commit } from '../runtime/transaction.ts';
import { BatchId } from '../shared/ids.ts';
import type { HostItem } from './books.ts';
import { derivedBusiness } from './derived-business.ts';
import type { Repair } from './difference.ts';

/** In whose name a restoration moves an application. */
const RESTORATION = 'restoration';

export interface RepairTables {
  readonly applications: string;
  readonly register: string;
  readonly batches: string;
}

/**
 * Carries out one repair. Every write is conditional on what the repair is about, so a second run,
 * or somebody who was first, changes nothing.
 *
 * @returns whether something was written; what was not needs a second look, or a person.
 */
export const repairer = (
  documents: DynamoDBDocumentClient,
  tables: RepairTables,
  applications: ApplicationStore,
  now: () => number,
) => {
  const holdings = readHoldings(documents, tables.register);
  const bundles = publishedBundles(documents, tables.register, now);
  const business = businessOf(documents, tables.register);
  const batches = batchStore(documents, tables.batches);
  const all = async (claims: readonly Claim<'OTHERWISE'>[]): Promise<boolean> =>
    claims.length > 0 && (await commit(documents, claims)) === 'COMMITTED';
  const claim = (write: Claim<'OTHERWISE'>[1]): Claim<'OTHERWISE'> => ['OTHERWISE', write];

  const putIfAbsent = async (table: string, item: object): Promise<boolean> => {
    try {
      await documents.send(
        new PutCommand({
          TableName: table,
          Item: { schemaVersion: 1, ...item },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };

  const putBusiness = async (applicationId: string, uscc: string): Promise<boolean> => {
    const record = await applications.read(applicationId);
    const { form, submittedAt } = record.sent;
    const at = (await applications.history(applicationId)).find(
      ({ to }) => to === 'REGISTERED',
    )?.at;
    if (at === undefined || submittedAt === undefined) return false;
    const registrar = decidingRegistrar(record.application, form);
    const held = await holdings(applicationId, wanted(record.sent, submittedAt, registrar));
    const bundleOn = await bundles();
    const derived = derivedBusiness(record, { uscc, at, submittedAt, bundleOn, ...held });
    if (derived === undefined) return false;
    const listed = {
      ...issuedAttributes(derived, involvedIn(record), at),
      ...queuedCheck(derived),
    };
    return putIfAbsent(tables.register, { ...businessKey(uscc), ...derived, ...listed });
  };

  const putState = async (applicationId: string, uscc: string): Promise<boolean> => {
    const { application } = await applications.read(applicationId);
    if (!mayBecome(application.state, 'REGISTERED')) return false;
    const subject = { business: (await business(uscc)) ?? null };
    const at = new Date(now()).toISOString();
    const move = { to: ['REGISTERED'] as const, at, by: RESTORATION, subject, change: { uscc } };
    const moved = await applications.moved(application, move);
    return all(moved.map(([, write]) => claim(write)));
  };

  const putName = async (applicationId: string, uscc: string): Promise<boolean> => {
    const { application, sent } = await applications.read(applicationId);
    const at = new Date(now()).toISOString();
    const registrar = decidingRegistrar(application, sent.form);
    const { name } = wanted(sent, sent.submittedAt ?? at, registrar);
    if (!name) return false;
    const { card } = await holdings(applicationId, { name });
    const answer = occupy(card, {
      industry: name.industry,
      linked: name.linked,
      applicationId,
      uscc,
      now: at,
    });
    if ('conflicts' in answer || answer.card === card) return false;
    return all([claim(cardWrite(tables.register, name, answer.card, card))]);
  };

  const giveBack = async (card: string, applicationId: string): Promise<boolean> => {
    const [registrar = '', ...key] = card.split('#');
    const name = { registrar, key: key.join('#'), industry: '' };
    const Key = { pk: `NAME#${card}`, sk: 'CARD' };
    const { Item } = await documents.send(
      new GetCommand({ TableName: tables.register, Key, ConsistentRead: true }),
    );
    const read = readCard(Item);
    const released = read && release(read, applicationId);
    if (!released || released === read) return false;
    return all([claim(cardWrite(tables.register, name, released, read))]);
  };

  const unclaim = (intent: string, applicationId: string): Promise<boolean> =>
    all([
      claim({
        Delete: {
          TableName: tables.register,
          Key: intentKey(intent),
          ConditionExpression: 'holder = :holder',
          ExpressionAttributeValues: { ':holder': applicationId },
        },
      }),
    ]);

  const putHostItem = (key: object, { host: _, ...item }: HostItem): Promise<boolean> =>
    putIfAbsent(tables.register, { ...key, ...item, at: new Date(now()).toISOString() });

  const raise = async (division: string, drawn: number): Promise<boolean> => {
    try {
      await documents.send(
        new UpdateCommand({
          TableName: tables.register,
          Key: codeLotKey(division),
          UpdateExpression: 'SET drawn = :drawn',
          ConditionExpression: 'attribute_not_exists(drawn) OR drawn < :drawn',
          ExpressionAttributeValues: { ':drawn': drawn },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };

  const putReference = async (applicationId: string): Promise<boolean> => {
    const { application, sent } = await applications.read(applicationId, 1);
    const { row, owner } = application;
    if (!row) return false;
    const { documentHash } = sent;
    const used = { batchId: row.batchId, row: row.row, applicationId, documentHash };
    return putIfAbsent(tables.batches, { ...refKey(owner, row.clientRowRef), ...used });
  };

  const count = async (batchId: string): Promise<boolean> => {
    const read = await batches.batch(BatchId.parse(batchId));
    const closed = await rowLedger(documents, tables.batches).closedChunks(read);
    const counted = { ...sumOf(closed), closedChunks: closed.length, version: read.version + 1 };
    return (await batches.write({ ...read, ...counted }, read)) === 'WRITTEN';
  };

  return (repair: Repair): Promise<boolean> => {
    switch (repair.put) {
      case 'BUSINESS':
        return putBusiness(repair.applicationId, repair.uscc);
      case 'STATE':
        return putState(repair.applicationId, repair.uscc);
      case 'NAME':
        return putName(repair.applicationId, repair.uscc);
      case 'RELEASE':
        return giveBack(repair.card, repair.applicationId);
      case 'UNCLAIM':
        return unclaim(repair.intent, repair.applicationId);
      case 'PLACE':
        return putHostItem(placeKey(repair.item.host, repair.item.place), repair.item);
      case 'TENANT':
        return putHostItem(tenantKey(repair.item.host, repair.item.holder), repair.item);
      case 'OCCUPY':
        return all(
          occupyWrites(tables.register, repair.item.host, repair.item, repair.uscc).map(claim),
        );
      case 'VACATE':
        return all(vacateWrites(tables.register, repair.item.host, repair.item).map(claim));
      case 'LOT':
        return raise(repair.division, repair.drawn);
      case 'REFERENCE':
        return putReference(repair.applicationId);
      case 'COUNTS':
        return count(repair.batchId);
    }
  };
};
