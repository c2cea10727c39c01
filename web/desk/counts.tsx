import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call.ts';
import { FailureNote } from '../parts/failure-note.tsx';

const LOOK_AGAIN_MS = 10_000;

/** In the order in which they press. */
const COUNTED = ['overdue', 'dueToday', 'waiting', 'held', 'mine'] as const;

/** How much there is to do, and how much of it presses. */
export function Counts({ registrar }: { readonly registrar: string }) {
  const { t } = useTranslation();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['cases', 'counts', registrar],
    queryFn: () => call('GET /v1/cases/counts', { query: { registrar } }),
    refetchInterval: LOOK_AGAIN_MS,
  });
  if (error && !isFetching) return <FailureNote error={error} retry={() => void refetch()} />;
  return (
    <dl className="counts" aria-busy={!data}>
      {COUNTED.map((name) => (
        <div key={name} className={data && data[name] > 0 ? name : ''}>
          <dt>{t(`desk.count.${name}`)}</dt>
          <dd>{data ? `${data[name]}${data.more ? '+' : ''}` : '…'}</dd>
        </div>
      ))}
    </dl>
  );
}
