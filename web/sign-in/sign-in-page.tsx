import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../api/failure.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { Loading } from '../parts/loading.tsx';
import { Page } from '../parts/page.tsx';
import type { Audience } from './session.ts';
import { signIn, wasSignedIn } from './sign-in.ts';

/** In the place of a page for which one must be signed in; leads back to it. */
export function SignInPage({ audience }: { readonly audience: Audience }) {
  const { t } = useTranslation();
  const [again] = useState(() => wasSignedIn(audience));
  const [isLost, setLost] = useState(false);
  const go = () => {
    setLost(false);
    signIn(audience).catch(() => setLost(true));
  };
  useEffect(() => {
    if (again) signIn(audience).catch(() => setLost(true));
  }, [again, audience]);
  return (
    <Page title={t('signIn.title')}>
      {isLost && <FailureNote error={new Failure('OFFLINE')} retry={go} />}
      {again && !isLost && <Loading text={t('signIn.returning')} />}
      {!again && (
        <>
          <p>{t(`signIn.text.${audience}`)}</p>
          <button type="button" className="main" onClick={go}>
            {t('signIn.submit')}
          </button>
        </>
      )}
    </Page>
  );
}
