import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Failure } from '../api/failure.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { Loading } from '../parts/loading.tsx';
import { Page } from '../parts/page.tsx';
import { signedIn } from './sign-in.ts';

/** Where the issuer leads back to; goes on to where one was. */
export function SignedIn() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { search } = window.location;
  const { data, error, refetch } = useQuery({
    queryKey: ['signed-in', search],
    queryFn: async () => ({ back: await signedIn(search) }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const back = data?.back;
  useEffect(() => {
    if (back !== undefined) navigate(back, { replace: true });
  }, [back, navigate]);
  return (
    <Page title={t('signIn.title')}>
      {!error && (!data || back) && <Loading text={t('signIn.returning')} />}
      {error && <FailureNote error={new Failure('OFFLINE')} retry={() => void refetch()} />}
      {data && back === undefined && (
        <>
          <p className="failure" role="alert">
            {t('signIn.failed')}
          </p>
          <button type="button" className="main" onClick={() => navigate('/applications')}>
            {t('signIn.submit')}
          </button>
        </>
      )}
    </Page>
  );
}
