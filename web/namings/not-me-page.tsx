import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call.ts';
import { mayBeSentAgain } from '../api/failure.ts';
import { Loading } from '../parts/loading.tsx';
import { Page } from '../parts/page.tsx';
import { AskButton } from './ask-button.tsx';
import { cameBack, type Place, placeKept, tidyUp } from './face-check.ts';
import { Intro } from './intro.tsx';
import { Namings } from './namings.tsx';
import { Trouble } from './trouble.tsx';
import './namings.css';

/** Where a person sees what names her, and says “not me”: before her face is checked, and after. */
export function NotMePage() {
  const { t } = useTranslation();
  const [{ back, place }] = useState(() => ({ back: cameBack(), place: placeKept() }));
  useEffect(() => {
    if (back) tidyUp();
  }, [back]);
  return (
    <Page title={t('namings.title')} className="not-me">
      {typeof back === 'object' ? (
        <Proof code={back.code} secret={back.secret} place={place} />
      ) : (
        <Intro place={place} {...(back && { problem: back })} />
      )}
    </Page>
  );
}

interface ProofProps {
  readonly code: string;
  readonly secret: string;
  readonly place: Place | undefined;
}

function Proof({ code, secret, place }: ProofProps) {
  const { t } = useTranslation();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['proof', code],
    queryFn: () => call('POST /v1/namings/assertion', { body: { secret, code } }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY, // a code is good for one exchange
    refetchOnReconnect: false,
    gcTime: 0, // another person may use this device next
  });
  if (data) return <Namings proof={{ key: code, assertion: data.assertion }} place={place} />;
  if (isFetching || !error) return <Loading text={t('namings.proving')} />;
  return (
    <>
      <Trouble
        error={error}
        place={place}
        {...(mayBeSentAgain(error) && { retry: () => void refetch() })}
      />
      <AskButton label={t('namings.askAgain')} place={place} />
    </>
  );
}
