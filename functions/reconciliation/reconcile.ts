import { RowCounts } from '../batch/batch.ts';
import { sumOf } from '../batch/close-batch.ts';
import type { Books } from './books.ts';
import type { Difference } from './difference.ts';
import {
  businessDifferences,
  claimDifferences,
  lotDifferences,
  nameDifferences,
  placeDifferences,
} from './register-differences.ts';

/**
 * Every contradiction between the tables, in the order in which repairs are to be made: codes first,
 * because nothing may register before they are safe. Each table is taken to be whole in itself, as a
 * restored one is; what was lost between two moments is what this finds.
 *
 * @param now reservations that have lapsed by then hold nothing
 */
export const differencesIn = (books: Books, now: string): Difference[] => [
  ...lotDifferences(books),
  ...businessDifferences(books),
  ...placeDifferences(books),
  ...nameDifferences(books, now),
  ...claimDifferences(books),
  ...batchDifferences(books),
  ...historyDifferences(books),
];

function historyDifferences({ applications, events }: Books): Difference[] {
  return [...applications.values()]
    .filter((it) => it.events !== (events.get(it.id) ?? 0))
    .map(({ id }) => ({ kind: 'HISTORY_INCOMPLETE', subject: id }));
}

function batchDifferences(books: Books): Difference[] {
  const { applications, batches, chunks, rows, references } = books;
  const lost = rows
    .filter(({ applicationId }) => applicationId !== undefined && !applications.has(applicationId))
    .map(
      ({ batchId, row, applicationId }): Difference => ({
        kind: 'ROW_WITHOUT_APPLICATION',
        subject: `${batchId} row ${row} ${applicationId}`,
      }),
    );
  const noted = new Set(rows.map(({ batchId, row }) => `${batchId} ${row}`));
  const unnoted = [...applications.values()].flatMap(({ id, owner, row }): Difference[] => {
    if (!row) return [];
    const subject = `${row.batchId} row ${row.row} ${id}`;
    return [
      ...(references.has(`${owner}#${row.clientRowRef}`)
        ? []
        : [
            {
              kind: 'REFERENCE_MISSING',
              subject,
              repair: { put: 'REFERENCE', applicationId: id },
            } as const,
          ]),
      ...(noted.has(`${row.batchId} ${row.row}`)
        ? []
        : [{ kind: 'ROW_MISSING', subject } as const]),
    ];
  });
  const byBatch = Map.groupBy(chunks, ({ batchId }) => batchId);
  const miscounted = [...batches.values()]
    .filter(({ state }) => state === 'CLOSED')
    .filter((batch) => {
      const sum = sumOf((byBatch.get(batch.id) ?? []).map(({ counts }) => counts));
      return RowCounts.keyof().options.some((name) => sum[name] !== batch[name]);
    })
    .map(
      ({ id }): Difference => ({
        kind: 'BATCH_COUNTS_DIFFER',
        subject: id,
        repair: { put: 'COUNTS', batchId: id },
      }),
    );
  return [...lost, ...unnoted, ...miscounted];
}
