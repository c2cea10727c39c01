import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { callPage } from '../api/call.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { Loading } from '../parts/loading.tsx';
import { inWords } from '../parts/moment.ts';
import { Page } from '../parts/page.tsx';
import { signOut } from '../sign-in/sign-in.ts';
import { STATE_TONES } from './batch-state.ts';
import { dropSending } from './kept-sending.ts';
import { SendForm } from './send-form.tsx';

/** An agent's files: a new one to send, and those sent before. */
export function BatchesPage() {
  const { t } = useTranslation();
  const leave = () => {
    dropSending();
    signOut();
  };
  return (
    <Page title={t('agents.title')}>
      <p className="lead">{t('agents.lead')}</p>
      <SendForm />
      <Batches />
      <p className="apart">
        <button type="button" onClick={leave}>
          {t('frame.signOut')}
        </button>
      </p>
    </Page>
  );
}

function Batches() {
  const { t, i18n } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: ['batches'],
    queryFn: ({ pageParam: cursor }) =>
      callPage('GET /v1/batches', { query: { limit: 20, ...(cursor && { cursor }) } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = list;
  const batches = data?.pages.flatMap(({ page }) => page.batches) ?? [];
  return (
    <section aria-labelledby="batches">
      <h2 id="batches">{t('agents.listTitle')}</h2>
      {data && batches.length === 0 && <p>{t('agents.listEmpty')}</p>}
      <ul className="found">
        {batches.map(({ id, state, rows, createdAt }) => (
          <li key={id}>
            <Link href={`/agents/batches/${id}`}>
              <strong>{inWords(createdAt, i18n.language)}</strong>
              <span className={STATE_TONES[state]}>{t(`agentsBatch.state.${state}`)}</span>
              {rows !== undefined && <span>{t('agents.listRow', { count: rows })}</span>}
            </Link>
          </li>
        ))}
      </ul>
      {isFetching && <Loading />}
      {error && !isFetching && <FailureNote error={error} retry={() => void refetch()} />}
      {hasNextPage && !isFetching && !error && (
        <button type="button" onClick={() => void fetchNextPage()}>
          {t('agents.more')}
        </button>
      )}
    </section>
  );
}
