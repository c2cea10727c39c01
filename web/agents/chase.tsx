import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callPage } from '../api/call.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { Loading } from '../parts/loading.tsx';
import { CHASE_LIMIT } from './chase-limit.ts';
import { ChasePage } from './chase-page.tsx';

/** Pages without any waiting row that are passed over before the reader is asked. */
const PASSED_OVER = 20;

/** Which rows wait for whose signature, and links for them. */
export function Chase({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: ['batch-signers', id],
    queryFn: ({ pageParam }) => waitingFrom(id, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = list;
  const pages = data?.pages.filter(({ rows }) => rows.length > 0) ?? [];
  return (
    <section aria-labelledby="chase">
      <h2 id="chase">{t('agentsBatch.chaseTitle')}</h2>
      <p className="hint">{t('agentsBatch.chaseHint')}</p>
      {data && pages.length === 0 && !hasNextPage && <p>{t('agentsBatch.chaseNone')}</p>}
      {pages.map(({ from, rows }) => (
        <ChasePage key={from} id={id} from={from} rows={rows} />
      ))}
      {isFetching && <Loading />}
      {error && !isFetching && <FailureNote error={error} retry={() => void refetch()} />}
      {hasNextPage && !isFetching && !error && (
        <button type="button" onClick={() => void fetchNextPage()}>
          {t('agentsBatch.more')}
        </button>
      )}
    </section>
  );
}

/** The next page on which a row waits, and where it begins. */
async function waitingFrom(id: string, place: string) {
  let from = place;
  for (let passed = 0; ; passed++) {
    const { page, next } = await callPage('GET /v1/batches/{id}/signers', {
      parameters: { id },
      query: { limit: CHASE_LIMIT, ...(from && { cursor: from }) },
    });
    if (page.rows.length > 0 || next === undefined || passed === PASSED_OVER)
      return { from, rows: page.rows, next };
    from = next;
  }
}
