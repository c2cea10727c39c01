import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call.ts';
import { isProblem, mayBeSentAgain } from '../api/failure.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { Loading } from '../parts/loading.tsx';
import { Page } from '../parts/page.tsx';
import { type OpenedLink, openedLink, tidyAddress } from './link.ts';
import { Outcome, type Signed } from './outcome.tsx';
import { Papers } from './papers.tsx';

/** Where a person signs, or refuses to: the link's page, and where the identity provider leads back to. */
export function SigningPage() {
  const { t } = useTranslation();
  const [link] = useState(openedLink);
  useEffect(() => {
    if (typeof link === 'object') tidyAddress(link);
  }, [link]);
  return (
    <Page title={t('signing.title')}>
      {link === 'BROKEN' && (
        <p className="failure" role="alert">
          {t('signing.broken')}
        </p>
      )}
      {link === 'LOST' && (
        <p className="failure" role="alert">
          {t('signing.lost')}
        </p>
      )}
      {typeof link === 'object' && <Link link={link} />}
    </Page>
  );
}

function Link({ link }: { readonly link: OpenedLink }) {
  const [code, setCode] = useState(link.code);
  return code === undefined ? (
    <Opened link={link} />
  ) : (
    <Signature link={link} code={code} reopen={() => setCode(undefined)} />
  );
}

/** Signed by all, and not decided in the same moment: that is looked at again. */
const isUnderReview = (of: Pick<Signed, 'state' | 'application'> | undefined): boolean =>
  of?.state === 'SIGNED' && of.application.state === 'SUBMITTED';

interface SignatureProps {
  readonly link: OpenedLink;
  readonly code: string;
  readonly reopen: () => void;
}

function Signature({ link: { id, secret }, code, reopen }: SignatureProps) {
  const { t } = useTranslation();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['signature', id, code],
    queryFn: () =>
      call('POST /v1/signings/{id}/signature', { parameters: { id }, body: { secret, code } }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY, // it is done once, when one comes back with the code
    refetchOnReconnect: false,
  });
  const isSigned = isProblem(error, 'already-signed') || isUnderReview(data);
  useEffect(() => {
    if (isSigned) reopen();
  }, [isSigned, reopen]);

  if (data && !isSigned)
    return <Outcome id={id} state={data.state} application={data.application} />;
  if (isFetching || isSigned || !error) return <Loading text={t('signing.sending')} />;
  return (
    <>
      <FailureNote error={error} {...(mayBeSentAgain(error) && { retry: () => void refetch() })} />
      <p>
        <button type="button" onClick={reopen}>
          {t('signing.reopen')}
        </button>
      </p>
    </>
  );
}

function Opened({ link }: { readonly link: OpenedLink }) {
  const { t, i18n } = useTranslation();
  const { id, secret } = link;
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['signing', id, i18n.language],
    queryFn: () => call('POST /v1/signings/{id}/opening', { parameters: { id }, body: { secret } }),
    gcTime: 0, // another person may use this device next
    refetchInterval: ({ state: { data } }) => (isUnderReview(data) ? 3_000 : false),
  });
  if (!data && isFetching) return <Loading text={t('signing.opening')} />;
  if (isProblem(error, 'not-found'))
    return (
      <p className="failure" role="alert">
        {t('signing.gone')}
      </p>
    );
  if (!data) return <FailureNote error={error} retry={() => void refetch()} />;
  if (data.state === 'SIGNED')
    return <Outcome id={id} state="SIGNED" application={data.application} />;
  return <Papers link={link} of={data} />;
}
