import { type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../parts/failure-note.tsx';
import { Loading } from '../parts/loading.tsx';

/** A list that comes page by page, read by the cursor of the page before. */
export const usePages = <Shown,>(
  queryKey: readonly unknown[],
  read: (from: {
    readonly cursor?: string;
  }) => Promise<{ readonly page: Shown; readonly next: string | undefined }>,
  refetchInterval: number | false = false,
) =>
  useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam: cursor }) => read(cursor === '' ? {} : { cursor }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval,
  });

type Pages = Pick<
  UseInfiniteQueryResult,
  | 'data'
  | 'error'
  | 'isFetching'
  | 'isFetchingNextPage'
  | 'hasNextPage'
  | 'fetchNextPage'
  | 'refetch'
>;

/** What stands below a list: that it is read, why it was not, and the way to its next page. */
export function More({ of }: { readonly of: Pages }) {
  const { t } = useTranslation();
  if (of.error && !of.isFetching)
    return <FailureNote error={of.error} retry={() => void of.refetch()} />;
  if (!of.data || of.isFetchingNextPage) return <Loading />;
  if (!of.hasNextPage) return null;
  return (
    <p>
      <button type="button" onClick={() => void of.fetchNextPage()}>
        {t('supervision.more')}
      </button>
    </p>
  );
}
