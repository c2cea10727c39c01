import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ApplicationStore } from '../application/application.store.ts';
import { caseWrite } from '../application/case.store.ts';
import { caseIn } from '../application/case.ts';
import { commitWithName, releases } from '../application/holdings.store.ts';
import { wanted } from '../application/holds.ts';
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
  return {
    record: applications.read,
    create: async (head, sent, move) => {
      const want = head.submittedAt ? wanted(sent.form, head.submittedAt) : {};
      const born = await applications.born(head, sent, move);
      return commitWithName(documents, registerTable, born, head.id, want, head.createdAt);
    },
    edit: async ({ application }, sent, at) =>
      commit(documents, applications.edited(application, sent, at)),
    async move({ application, parts }, move, sent, released) {
      const open = caseIn(parts);
      const closed = open && move.to.includes('WITHDRAWN') && open.state !== 'CLOSED';
      return commit(documents, [
        ...(await applications.moved(application, move, sent)),
        ...(closed
          ? [
              [
                'MOVED',
                caseWrite(
                  applicationsTable,
                  { ...open, state: 'CLOSED', version: open.version + 1 },
                  open,
                ),
              ] as const,
            ]
          : []),
        ...(released ? await releasesOf(application.id, released) : []),
      ]);
    },
  };
};
