import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { call } from '../api/call.ts';
import { isProblem } from '../api/failure.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { Loading } from '../parts/loading.tsx';
import { inWords } from '../parts/moment.ts';
import { Page } from '../parts/page.tsx';
import { BusinessFacts } from './business-facts.tsx';

/** What the register publishes of one business: where the QR code of its licence leads. */
export function BusinessPage({ uscc }: { readonly uscc: string }) {
  const { t, i18n } = useTranslation();
  const { data, error, dataUpdatedAt, isFetching, refetch } = useQuery({
    queryKey: ['business', uscc],
    queryFn: () => call('GET /v1/register/{uscc}', { parameters: { uscc } }),
  });
  return (
    <Page title={t('business.title')}>
      {isFetching && !data && <Loading />}
      {error && isProblem(error, 'not-found') && (
        <p className="failure" role="alert">
          {t('business.missing')}
        </p>
      )}
      {error && !isProblem(error, 'not-found') && !isFetching && (
        <FailureNote error={error} retry={() => void refetch()} />
      )}
      {data && (
        <>
          <p className={data.status === 'REGISTERED' ? 'state good' : 'state bad'} role="status">
            {t(`business.${data.status}`)}
          </p>
          <BusinessFacts of={data} />
          <p className="hint">
            {t('common.checkedAt', { at: inWords(dataUpdatedAt, i18n.language) })}
          </p>
          <p>{t('business.compare')}</p>
        </>
      )}
      <p className="hint">
        {t('notMe.named')} <Link href="/not-me">{t('notMe.link')}</Link>
      </p>
      <p>
        <Link href="/register">{t('business.another')}</Link>
      </p>
    </Page>
  );
}
