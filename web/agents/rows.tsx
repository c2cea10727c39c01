import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../parts/failure-note.tsx';
import { Loading } from '../parts/loading.tsx';
import { foundRows } from './found-rows.ts';
import type { Outcome } from './outcome.ts';
import { RowItem } from './row-item.tsx';

interface RowsProps {
  readonly id: string;
  readonly outcome: Outcome | undefined;
  /** while a batch is under way, its rows are read anew with it */
  readonly ended: boolean;
}

const WHILE_RUNNING_MS = 10_000;

/** Rows of a batch with what is wrong with each, page by page. */
export function Rows({ id, outcome, ended }: RowsProps) {
  const { t, i18n } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: ['batch-rows', id, outcome, ended, i18n.language],
    queryFn: ({ pageParam }) => foundRows(id, outcome, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: ended ? false : WHILE_RUNNING_MS,
    staleTime: 0,
  });
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = list;
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const looked = data?.pages.findLast((page) => page.looked > 0)?.looked;
  return (
    <section aria-labelledby="rows">
      <h2 id="rows">{t('agentsBatch.rowsTitle')}</h2>
      {data && rows.length === 0 && !hasNextPage && <p>{t('agentsBatch.none')}</p>}
      <ul className="rows">
        {rows.map((row) => (
          <RowItem key={row.row} of={row} />
        ))}
      </ul>
      {isFetching && <Loading />}
      {error && !isFetching && <FailureNote error={error} retry={() => void refetch()} />}
      {hasNextPage && !isFetching && !error && (
        <>
          <p className="hint">{looked && t('agentsBatch.looked', { row: looked })}</p>
          <button type="button" onClick={() => void fetchNextPage()}>
            {t('agentsBatch.more')}
          </button>
        </>
      )}
    </section>
  );
}
