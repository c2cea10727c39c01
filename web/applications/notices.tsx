import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call, callText } from '../api/call.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { Loading } from '../parts/loading.tsx';
import { dayInWords, inWords } from '../parts/moment.ts';
import { save } from '../parts/save.ts';

interface NoticesProps {
  readonly id: string;
  /** after each move there may be a new one */
  readonly state: string;
}

/** What the applicant was told in writing. To open one is its service, so none is opened by itself. */
export function Notices({ id, state }: NoticesProps) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['notices', id, state],
    queryFn: () => call('GET /v1/applications/{id}/notices', { parameters: { id } }),
  });
  const opening = useMutation({
    mutationFn: async (number: string) => {
      const page = await callText('GET /v1/applications/{id}/notices/{number}/page', {
        parameters: { id, number },
        query: { language: i18n.language as 'zh-Hans' },
      });
      save(`${number}.html`, page, 'text/html');
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notices', id] }),
  });
  return (
    <section aria-labelledby="notices">
      <h2 id="notices">{t('application.noticesTitle')}</h2>
      <p className="hint">{t('application.noticesHint')}</p>
      {!data && !error && <Loading />}
      {error && <FailureNote error={error} retry={() => void refetch()} />}
      {opening.error && <FailureNote error={opening.error} />}
      <ul className="findings">
        {data?.notices.map(({ number, kind, date, served }) => (
          <li key={number}>
            <p>
              <strong>{t(`notice.${kind}`)}</strong>{' '}
              <span className="tag">
                {served
                  ? t('application.servedAt', { at: inWords(served.at, i18n.language) })
                  : t('application.noticeNew')}
              </span>
            </p>
            <p className="hint">{dayInWords(date, i18n.language)}</p>
            <p className="code">{number}</p>
            <button
              type="button"
              disabled={opening.isPending}
              onClick={() => opening.mutate(number)}
            >
              {t('application.noticeOpen')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
