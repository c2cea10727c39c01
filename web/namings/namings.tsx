import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call.ts';
import { Loading } from '../parts/loading.tsx';
import { inWords } from '../parts/moment.ts';
import type { Place } from './face-check.ts';
import { NamingCard } from './naming-card.tsx';
import { Trouble } from './trouble.tsx';

/** The identity provider's word for who asks. */
interface Proof {
  /** under which answers to it are kept, while the page is open */
  readonly key: string;
  readonly assertion: string;
}

interface NamingsProps {
  readonly proof: Proof;
  readonly place: Place | undefined;
}

/** Everything that names who asks, newest first, page by page. */
export function Namings({ proof: { key, assertion }, place }: NamingsProps) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(place?.id);
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch, dataUpdatedAt } =
    useInfiniteQuery({
      queryKey: ['namings', key],
      queryFn: ({ pageParam: cursor }) =>
        call('POST /v1/namings', { body: { assertion, ...(cursor !== '' && { cursor }) } }),
      initialPageParam: '',
      getNextPageParam: ({ next }) => next,
      refetchOnReconnect: false,
      gcTime: 0, // another person may use this device next
    });
  const namings = data?.pages.flatMap((page) => page.namings);
  const isFurtherOn = open !== undefined && namings?.every(({ id }) => id !== open) === true;
  const mayReadOn = isFurtherOn && hasNextPage && !isFetching && !error;
  useEffect(() => {
    if (mayReadOn) void fetchNextPage();
  }, [mayReadOn, fetchNextPage]);
  const heading = useRef<HTMLHeadingElement>(null);
  const isThere = data !== undefined;
  useEffect(() => {
    if (isThere) heading.current?.focus();
  }, [isThere]);
  return (
    <>
      {namings && (
        <section aria-labelledby="found">
          <h2 id="found" tabIndex={-1} ref={heading}>
            {namings.length === 0
              ? t('namings.nobody')
              : t(hasNextPage ? 'namings.more' : 'namings.found', { count: namings.length })}
          </h2>
          <p className="hint">
            {t('common.checkedAt', { at: inWords(dataUpdatedAt, i18n.language) })}
          </p>
          <p>{t(namings.length === 0 ? 'namings.nobodyText' : 'namings.foundText')}</p>
          <ul className="findings">
            {namings.map((naming) => (
              <NamingCard
                key={naming.id}
                of={naming}
                assertion={assertion}
                begun={naming.id === place?.id ? place.statement : ''}
                isOpen={naming.id === open}
                onOpen={(isOpen) => setOpen(isOpen ? naming.id : undefined)}
              />
            ))}
          </ul>
        </section>
      )}
      {isFetching && <Loading text={t('namings.reading')} />}
      {error && !isFetching && (
        <Trouble
          error={error}
          place={place}
          retry={() => void (data ? fetchNextPage() : refetch())}
        />
      )}
      {hasNextPage && !isFetching && !error && (
        <button type="button" onClick={() => void fetchNextPage()}>
          {t('applications.more')}
        </button>
      )}
      {namings && (
        <p className="apart line">
          <button type="button" onClick={() => window.print()}>
            {t('namings.print')}
          </button>
        </p>
      )}
    </>
  );
}
