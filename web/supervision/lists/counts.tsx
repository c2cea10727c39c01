import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Loading } from '../../parts/loading.tsx';
import { dayInWords } from '../../parts/moment.ts';
import { Stacked } from '../../parts/stacked.tsx';

/** How many entries hold today, of the lists whose numbers anybody may know. */
export function Counts() {
  const { t, i18n } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['list-counts'],
    queryFn: () => call('GET /v1/lists/statistics', {}),
  });
  return (
    <section aria-labelledby="counts">
      <h2 id="counts">{t('supervisionLists.counts')}</h2>
      {!data && !error && <Loading />}
      {error && <FailureNote error={error} retry={() => void refetch()} />}
      {data && (
        <Stacked
          caption={t('supervisionLists.countsCaption', {
            day: dayInWords(data.on, i18n.language),
          })}
          heads={[
            t('supervisionLists.ground'),
            t('supervisionLists.list'),
            t('supervisionLists.entries'),
          ]}
          rows={data.counts.map(({ list, ground, entries }) => ({
            key: `${list} ${ground}`,
            cells: [t(`listGround.${ground}`), t(`listName.${list}`), entries],
          }))}
        />
      )}
    </section>
  );
}
