import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ApplicationStore } from '../application/application.store.ts';
import type { ApplicationRecord, KeptPart, SentAttempt } from '../application/application.ts';
import { caseWrite } from '../application/case.store.ts';
import { type Case, caseIn } from '../application/case.ts';
import { commitWithName, releases } from '../application/holdings.store.ts';
import { wanted } from '../application/holds.ts';
import { claimWrite, endedWrite } from '../application/intent-claim.store.ts';
import type { ApplicationState } from '../application/lifecycle.ts';
import { custodyWrites } from '../party/custody.store.ts';
import { hostAwaited } from '../party/custody.ts';
import { namings } from '../party/naming.store.ts';
import { commit } from '../runtime/transaction.ts';
import type { IntakeRecords } from './intake-ports.ts';

/** What intake writes, each in one transaction. */
export const intakeRecords = (
  documents: DynamoDBDocumentClient,
  applicationsTable: string,
  registerTable: string,
  applications: ApplicationStore,
): IntakeRecords => {
  const releasesOf = releases(documents, registerTable);
  const namingsOf = namings(documents, registerTable);
  /** where the form is another one than before */
  const named = async (id: string, sent?: SentAttempt, before?: SentAttempt) =>
    sent && sent.documentHash !== before?.documentHash
      ? (await namingsOf(id, sent.persons)).map((write) => ['MOVED', write] as const)
      : [];
  /** where it begins to wait for a host's signature, or waits no more */
  const awaited = (
    { application, sent: before, parts }: ApplicationRecord,
    state: ApplicationState,
    sent = before,
    part?: KeptPart,
  ) => {
    const kept = part ? new Map([...parts, [part.name, part.item]]) : parts;
    return custodyWrites(
      registerTable,
      application.id,
      hostAwaited(application.state, { sent: before, parts }),
      hostAwaited(state, { sent, parts: kept }),
    ).map((write) => ['MOVED', write] as const);
  };
  return {
    record: applications.read,
    create: async (head, sent, move, at) => {
      const want = head.submittedAt ? wanted(sent, head.submittedAt) : {};
      const born = await applications.born(head, sent, move);
      const named = (await namingsOf(head.id, sent.persons)).map((it) => ['EXISTS', it] as const);
      const host = hostAwaited(move.to.at(-1) ?? 'DRAFT', { sent, parts: new Map() });
      const awaited = custodyWrites(registerTable, head.id, undefined, host);
      const claims = [...born, ...named, ...awaited.map((it) => ['EXISTS', it] as const)];
      return commitWithName(documents, registerTable, claims, head.id, want, head.createdAt, at);
    },
    async edit(record, sent, at, beside) {
      const { application, sent: before } = record;
      return commit(documents, [
        ...applications.edited(application, sent, at, beside),
        ...(await named(application.id, sent, before)),
        ...awaited(record, application.state, sent, beside?.part),
      ]);
    },
    async move(record, move, sent, released, passed) {
      const { application, sent: before, parts } = record;
      const open = caseIn(parts);
      const withdrawn = move.to.includes('WITHDRAWN') ? before.intent : undefined;
      const closed = open && move.to.includes('WITHDRAWN') && open.state !== 'CLOSED';
      return commit(documents, [
        ...(await applications.moved(application, move, sent)),
        ...(await named(application.id, sent, before)),
        ...awaited(record, move.to.at(-1) ?? application.state, sent, move.part),
        ...(closed
          ? [['MOVED', caseWrite(applicationsTable, closedUndecided(open), open)] as const]
          : []),
        ...(released ? await releasesOf(application.id, released) : []),
        ...(withdrawn === undefined
          ? []
          : [['MOVED', endedWrite(registerTable, withdrawn, application.owner, move.at)] as const]),
        ...(passed
          ? [['MOVED', claimWrite(registerTable, passed.intent, passed.to, passed.from)] as const]
          : []),
      ]);
    },
  };
};

/** What was proposed is nobody's to confirm any more. */
const closedUndecided = ({ proposal: _unconfirmed, ...open }: Case): Case => ({
  ...open,
  state: 'CLOSED',
  version: open.version + 1,
});
