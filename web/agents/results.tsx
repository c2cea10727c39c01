import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../api/failure.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { save } from '../parts/save.ts';
import { csvOf } from './csv.ts';
import { rowPage } from './found-rows.ts';
import { outcomeOf, type RowTold } from './outcome.ts';
import { rowFault } from './row-fault.ts';

const AT_ONCE = 500;

/** Every row as a file: read page by page, which a large batch takes its time for. */
export function Results({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const [done, setDone] = useState(0);
  const stopped = useRef(false);
  const saving = useMutation({
    mutationFn: async () => {
      stopped.current = false;
      setDone(0);
      const rows: RowTold[] = [];
      let cursor: string | undefined = '';
      while (cursor !== undefined && !stopped.current) {
        const { page, next }: Awaited<ReturnType<typeof rowPage>> = await rowPage(
          id,
          AT_ONCE,
          cursor,
        );
        rows.push(...page.rows);
        setDone(rows.length);
        cursor = next;
      }
      if (!stopped.current) save(`${id}.csv`, csvOf([header, ...rows.map(cells)]), 'text/csv');
    },
  });
  const header = (
    ['row', 'clientRowRef', 'outcome', 'uscc', 'applicationId', 'problems'] as const
  ).map((name) => t(`agentsBatch.csv.${name}`));
  const cells = (row: RowTold) => [
    row.row,
    row.clientRowRef,
    t(`agentsBatch.outcome.${outcomeOf(row)}`),
    row.uscc,
    row.applicationId,
    [...faultsOf(row), ...findingsOf(row)].join('\n'),
  ];
  /** A line for each thing that could not be read. */
  const faultsOf = ({ faults = [] }: RowTold): string[] =>
    faults.map(({ pointer, detail }) => {
      const said = rowFault(detail);
      return `${pointer} ${said ? t(`agentsBatch.said.${said}`) : detail}`;
    });
  const { mutate, isPending, error } = saving;
  return (
    <section aria-labelledby="results">
      <h2 id="results">{t('agentsBatch.saveTitle')}</h2>
      <p className="hint">{t('agentsBatch.saveHint')}</p>
      <p className="line">
        <button type="button" disabled={isPending} onClick={() => mutate()}>
          {t('agentsBatch.save')}
        </button>
        {isPending && (
          <button
            type="button"
            onClick={() => {
              stopped.current = true;
            }}
          >
            {t('agentsBatch.saveStop')}
          </button>
        )}
      </p>
      {isPending && <p role="status">{t('agentsBatch.saving', { done })}</p>}
      {error instanceof Failure && <FailureNote error={error} retry={() => mutate()} />}
    </section>
  );
}

/** A line for each thing that the review found. */
const findingsOf = ({ findings = [] }: RowTold): string[] =>
  findings.map(({ rule, pointer, fault, mend }) => `${rule} ${pointer} ${fault} ${mend}`);
