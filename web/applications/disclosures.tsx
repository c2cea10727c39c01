import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPage } from '../api/call.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { Loading } from '../parts/loading.tsx';
import { inWords } from '../parts/moment.ts';
import { Stacked } from '../parts/stacked.tsx';
import './disclosures.css';

interface DisclosuresProps {
  readonly id: string;
}

/** Who received the data of an application (Personal Information Protection Law, art. 44, 45), read each time that one opens it; and what one may ask for. */
export function Disclosures({ id }: DisclosuresProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-labelledby="disclosures">
      <h2 id="disclosures">{t('disclosures.title')}</h2>
      <p className="hint">{t('disclosures.lead')}</p>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t('disclosures.open')}</summary>
        {isOpen && <Received id={id} />}
        <p className="hint">{t('disclosures.rights')}</p>
      </details>
    </section>
  );
}

const AT_ONCE = 20;

function Received({ id }: DisclosuresProps) {
  const { t, i18n } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: ['disclosures', id, i18n.language],
    queryFn: ({ pageParam: cursor }) =>
      callPage('GET /v1/applications/{id}/disclosures', {
        parameters: { id },
        query: { limit: AT_ONCE, ...(cursor && { cursor }) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const { data, error, isFetching, hasNextPage, fetchNextPage } = list;
  const again = list.isFetchNextPageError ? fetchNextPage : list.refetch;
  const all = data?.pages.flatMap(({ page }) => page.disclosures) ?? [];
  const heads = (['whom', 'what', 'why'] as const).map((it) => t(`disclosures.${it}`));
  return (
    <div className="received">
      {data && (
        <p role="status">
          {all.length === 0
            ? t('disclosures.empty')
            : t('disclosures.shown', { count: all.length })}
        </p>
      )}
      {all.length > 0 && (
        <Stacked
          heads={heads}
          rows={all.map(({ at, to, name, what, why, basis }, nth) => ({
            key: `${at} ${nth}`,
            cells: [
              <>
                {name}
                <span className="hint">{t(`disclosures.to.${to}`)}</span>
                <time className="hint" dateTime={at}>
                  {inWords(at, i18n.language)}
                </time>
              </>,
              what,
              <>
                {why}
                <span className="hint">{basis.join(t('disclosures.and'))}</span>
              </>,
            ],
          }))}
        />
      )}
      {isFetching && <Loading />}
      {error && !isFetching && <FailureNote error={error} retry={() => void again()} />}
      {hasNextPage && !isFetching && !error && (
        <p>
          <button type="button" onClick={() => void fetchNextPage()}>
            {t('applications.more')}
          </button>
        </p>
      )}
    </div>
  );
}
