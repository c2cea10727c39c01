import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type ApplicationStore, attemptKey } from '../application/application.store.ts';
import type { ApplicationRecord } from '../application/application.ts';
import { caseWrite } from '../application/case.store.ts';
import { type Case, carriedOut } from '../application/case.ts';
import { decidingRegistrar } from '../application/deciding-registrar.ts';
import { commitWithName, readHoldings, releases } from '../application/holdings.store.ts';
import { wanted } from '../application/holds.ts';
import { claimWrite } from '../application/intent-claim.store.ts';
import { handedOn } from '../application/intent-claim.ts';
import { handOnWrites } from '../cluster/place.store.ts';
import { namings } from '../party/naming.store.ts';
import type { Write } from '../runtime/transaction.ts';
import type { HandOver } from './carry-out-decision.ts';

/**
 * Hands an application over (移送), whole and in one transaction: it ends here, its case is closed and
 * its name given back; there it is submitted today, with the same form and signatures, for the same
 * owner and row. What its client intends and a place at a host's go over with it; the name is
 * reserved there where nobody has or had it, and else left to the review.
 */
export const handingOver =
  (
    documents: DynamoDBDocumentClient,
    applicationsTable: string,
    registerTable: string,
    applications: ApplicationStore,
  ) =>
  async (
    { application, sent, parts }: ApplicationRecord,
    decided: Case,
    { to, handedOverTo, ...decision }: HandOver,
    at: string,
  ): Promise<'COMMITTED' | 'MOVED'> => {
    const { id, owner, row, machineReturns, denied, submittedAt = at } = application;
    const { intent, name, place } = wanted(
      sent,
      submittedAt,
      decidingRegistrar(application, sent.form),
    );
    const { claim, tenant } = await readHoldings(documents, registerTable)(id, {
      ...(intent && { intent }),
      ...(place && { place }),
    });
    const kept = claim && handedOn(claim, id, handedOverTo);
    const subject = { from: id, to: handedOverTo, by: decision.by, reason: decision.reason };
    const ended = await applications.moved(application, {
      to: ['HANDED_OVER'],
      at,
      by: decision.by,
      subject,
      change: { handedOverTo },
    });
    const born = await applications.born(
      {
        id: handedOverTo,
        attempt: 1,
        owner,
        registrar: to,
        handedOverFrom: id,
        createdAt: at,
        updatedAt: at,
        submittedAt: at,
        ...(row && { row }),
        ...(machineReturns && { machineReturns }),
        ...(denied && { denied }),
      },
      { ...sent, attempt: 1, submittedAt: at },
      { to: ['SUBMITTED'], at, by: decision.by, subject },
    );
    const writes: Write[] = [
      caseWrite(applicationsTable, carriedOut(decided, at), decided),
      ...born.map(([, write]) => write),
      ...goingAlong(parts).map(([part, item]) => ({
        Put: {
          TableName: applicationsTable,
          Item: { ...item, ...attemptKey({ applicationId: handedOverTo, attempt: 1 }, part) },
        },
      })),
      ...(await namings(documents, registerTable)(handedOverTo, sent.persons)),
      ...(intent && kept ? [claimWrite(registerTable, intent, kept, claim)] : []),
      ...(place && tenant ? handOnWrites(registerTable, place.host, tenant, handedOverTo) : []),
    ];
    const claims = [
      ...ended,
      ...writes.map((write) => ['MOVED', write] as const),
      ...(await releases(documents, registerTable)(id, {
        ...(intent && !kept && { intent }),
        ...(name && { name }),
        ...(place && !tenant && { place }),
      })),
    ];
    const there = wanted(sent, at, to).name;
    const wish = there ? { name: there } : {};
    const outcome = await commitWithName(documents, registerTable, claims, handedOverTo, wish, at);
    return outcome === 'MOVED' ? 'MOVED' : 'COMMITTED';
  };

/** What was found and decided stays behind: the other registrar finds and decides for itself. */
const STAYS = /^$|^#(CASE|SAMPLE|LICENCES|DECISION#.*)$/;

/** What was sent beside the form goes along: acts of identity, custody, what a person said against it. */
const goingAlong = (parts: ApplicationRecord['parts']): [string, object][] =>
  [...parts].flatMap(([part, item]): [string, object][] =>
    STAYS.test(part) || typeof item !== 'object' || item === null ? [] : [[part, item]],
  );
