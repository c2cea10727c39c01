import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { callPage } from '../api/call.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { Loading } from '../parts/loading.tsx';
import { Page } from '../parts/page.tsx';
import type { Official } from './a-case.ts';
import { CaseSearch } from './case-search.tsx';
import { CaseTable, type Row } from './case-table.tsx';
import { Counts } from './counts.tsx';
import { DecideTogether } from './decide-together.tsx';
import { NextButton } from './next-button.tsx';
import { RegistrarChoice } from './registrar-choice.tsx';
import { RowSteps } from './row-steps.tsx';

const AT_ONCE = 50;
/** Others work on the same queue. */
const LOOK_AGAIN_MS = 20_000;

/** What waits for this desk: the next case first, the queue in its order below. */
export function QueuePage({ official }: { readonly official: Official }) {
  const { t } = useTranslation();
  const [asked, ask] = useSearchParams();
  const [chosen, setChosen] = useState<readonly Row[]>([]);
  const registrar = official.registrars.find((it) => it === asked.get('registrar'));
  const of = registrar ?? official.registrars[0];
  const mine = asked.has('mine');
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['cases', of, mine],
    queryFn: ({ pageParam: cursor }) =>
      callPage('GET /v1/cases', {
        query: {
          registrar: of,
          limit: AT_ONCE,
          ...(mine && { mine: 'true' }),
          ...(cursor && { cursor }),
        },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: LOOK_AGAIN_MS,
    enabled: of !== undefined,
  });
  const rows = data?.pages.flatMap(({ page }) => page.cases) ?? [];
  const show = (change: { readonly registrar?: string; readonly mine?: boolean }) => {
    setChosen([]);
    const next = { registrar: of, mine, ...change };
    ask({ ...(next.registrar && { registrar: next.registrar }), ...(next.mine && { mine: '1' }) });
  };
  if (of === undefined)
    return (
      <Page title={t('desk.title')} className="desk">
        <p className="note">{t('desk.noRegistrar')}</p>
      </Page>
    );
  return (
    <Page title={t('desk.title')} className="desk">
      <div className="line">
        <NextButton registrar={of} isMain />
        <RegistrarChoice
          registrars={official.registrars}
          chosen={of}
          choose={(registrar) => show({ registrar })}
        />
        <CaseSearch official={official} />
      </div>
      <Counts registrar={of} />
      <div className="line queue-head">
        <fieldset className="tabs">
          <legend className="unseen">{t('desk.which')}</legend>
          {([false, true] as const).map((which) => (
            <button
              key={String(which)}
              type="button"
              aria-pressed={mine === which}
              onClick={() => show({ mine: which })}
            >
              {t(which ? 'desk.mine' : 'desk.all')}
            </button>
          ))}
        </fieldset>
        {rows.length > 0 && <RowSteps />}
      </div>
      {rows.length > 0 && (
        <CaseTable rows={rows} official={official} chosen={chosen} choose={setChosen} />
      )}
      <DecideTogether chosen={chosen} clear={() => setChosen([])} />
      {data && rows.length === 0 && <p>{t(mine ? 'desk.emptyMine' : 'desk.empty')}</p>}
      {!data && isFetching && <Loading />}
      {error && !isFetching && <FailureNote error={error} retry={() => void refetch()} />}
      {hasNextPage && (
        <button type="button" disabled={isFetching} onClick={() => void fetchNextPage()}>
          {t('desk.more')}
        </button>
      )}
    </Page>
  );
}
